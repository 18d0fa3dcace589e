import { addMonths, type Day, dayNumber } from '../../../domain/kernel/day.ts'
import { lists } from '../../../domain/returns/annex-a/columns.ts'
import { asked, type Row, type Value } from '../../../domain/returns/annex-a/file.ts'
import { type Blank, blanks, rowsOf } from '../../../domain/returns/annex-a/rows.ts'
import type { Db } from '../../connection.ts'
import { childrenWith, eachCaseFile } from '../../queries/return-files.ts'
import { childrenWithEntries, together } from './listed.ts'

/** The lists of an inspection: the rows of lists 1 to 10, and what had to be left blank. */
export interface AnnexA {
  readonly on: Day
  readonly rows: readonly Row[]
  readonly blanks: readonly Blank[]
}

/** Care leavers are listed until they are 25, and may have been in care long before. */
const LEAVERS_BACK = 12 * 12

async function staffNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['subject', 'name']).execute()
  return new Map(rows.map(r => [r.subject, r.name]))
}

/**
 * The inspectors' lists as they stand on the day of an inspection. Every child is in them, restricted files too: they
 * are for the inspectors, and a page shows of them only what its reader may see.
 */
export async function annexA(db: Db, on: Day): Promise<AnnexA> {
  const at = asked(on, await staffNames(db))
  const listed = together(
    await childrenWith(
      db,
      [
        'in-need',
        'protection-plan',
        'need-plan',
        'enquiry',
        'assessment',
        'referral',
        'early-help',
        'allocation',
      ],
      at.year,
      on,
    ),
    await childrenWith(db, ['looked-after'], addMonths(on, -LEAVERS_BACK), on),
    await childrenWithEntries(db, ['contact', 'case-closed', 'early-help-assessment'], at.year, on),
  )
  const rows: Row[] = []
  await eachCaseFile(db, listed, ({ code, file }) => {
    rows.push(...rowsOf(code, file, at))
  })
  return { on, rows, blanks: blanks(rows) }
}

const MS = 86_400_000
const cell = (value: Value | undefined) =>
  value === undefined
    ? null
    : typeof value === 'object'
      ? { value: new Date(dayNumber(value.day) * MS), type: Date, format: 'dd/mm/yyyy' }
      : { value }

const bold = (value: string) => ({ value, fontWeight: 'bold' as const })

const SAID = [
  'Every child of whom the law has the authority answer is here, restricted files too. Keep this file as safe as the record.',
  'List 2: an early help assessment is recorded when it is made, so it begins and ends on one day.',
  'List 6: an open case with no plan and no open assessment is shown with those who have a child in need plan.',
  'List 8: permanence plans, and visits of reviewing officers, are not in the record. Whether a placement is inside the area, and in whose, needs a list of postcodes.',
  'List 9: pathway plans are not in the record. The worker of an adult is shown as the adviser.',
  'List 11: prospective adopters are not in the record. The sheet has its headings, to be filled in by hand.',
]

/** The workbook: a sheet for each list, or for one, and a note of what is not in them. */
async function workbook({ on, rows, blanks: left }: AnnexA, only?: number) {
  // Loaded only for who asks for a workbook.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const asked = lists.filter(l => only === undefined || l.number === only)
  const sheets = asked.map(({ number, columns }) => ({
    sheet: `List ${number}`,
    stickyRowsCount: 1,
    data: [
      columns.map(c => bold(c.name)),
      ...rows.filter(r => r.list === number).map(r => columns.map(c => cell(r.cells[c.name]))),
    ],
  }))
  const notes = [
    [bold('As at'), cell({ day: on })],
    ...SAID.map(text => [{ value: text }]),
    [],
    [bold('List'), bold('Rows')],
    ...asked.map(l => [
      { value: `${l.number}: ${l.title}` },
      { value: rows.filter(r => r.list === l.number).length },
    ]),
    [],
    [bold('Blank, and should not be'), bold('Rows')],
    ...left
      .filter(b => only === undefined || b.list === only)
      .map(b => [{ value: `List ${b.list}: ${b.column}` }, { value: b.rows }]),
  ]
  return writeXlsxFile([...sheets, { sheet: 'Notes', data: notes }])
}

/** Writes the lists as one workbook of eleven sheets, and a note of what is not in them. */
export async function writeAnnexA(lists: AnnexA, path: string): Promise<void> {
  await (await workbook(lists)).toFile(path)
}

/** The same workbook in memory; of one list, where its number is given. */
export async function annexAWorkbook(lists: AnnexA, only?: number): Promise<Uint8Array> {
  return await (await workbook(lists, only)).toBuffer()
}

const words = (value: Value | undefined): string =>
  value === undefined
    ? ''
    : typeof value === 'object'
      ? value.day.split('-').toReversed().join('/')
      : String(value)

/** One list as rows of words, its headings first; days like 27/03/2026. */
export function annexATable({ rows }: AnnexA, number: number): readonly (readonly string[])[] {
  const columns = lists.find(l => l.number === number)?.columns ?? []
  return [
    columns.map(c => c.name),
    ...rows.filter(r => r.list === number).map(r => columns.map(c => words(r.cells[c.name]))),
  ]
}
