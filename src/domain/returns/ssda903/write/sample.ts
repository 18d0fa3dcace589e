import { foldFile } from '../../../casework/file.ts'
import { day, type Instant } from '../../../kernel/day.ts'
import type { Entry } from '../../../records/entry.ts'
import { knownRecordType } from '../../../records/registry.ts'
import type { TableName } from '../rules/data.ts'
import { csvLines } from './csv.ts'
import { type Written903, writer903 } from './tables.ts'
import { type Beside, type WrittenChild, yearDays } from './written.ts'

type Answers = Readonly<Record<string, unknown>>
export type Written = readonly [type: string, answers: Answers, more?: Partial<Entry>]

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** The id of the nth entry of a file, counted from 1: the details of the child are the first. */
export const entry = id

/** A girl born on 6 May 2012, and what else was written of her, in order; for tests. */
export function childOf(written: readonly Written[], details: Answers = {}): WrittenChild {
  const who = {
    asOf: '2012-05-06',
    unborn: false,
    born: '2012-05-06',
    sex: 'F',
    ethnicity: 'WBRI',
    ...details,
  }
  const all: readonly Written[] = [['person-details', who], ...written]
  const entries = all.map(([type, answers, more], i): Entry => {
    const happened = knownRecordType(type).happened(answers) ?? day('2020-01-01')
    return {
      id: id(i + 1),
      subject: id(0),
      seq: i + 1,
      type,
      happened,
      recorded: `${happened}T12:00:00.000Z` as Instant,
      author: id(900),
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
      ...more,
    }
  })
  return { id: id(0), code: 'A1', file: foldFile(id(0), entries) }
}

/** In care by agreement with foster carers from a day on. */
export const inCare = (from: string, more: { status?: string; placement?: Answers } = {}): Written[] => [
  ['became-looked-after', { from, need: 'N1' }],
  ['legal-status', { from, status: more.status ?? 'V2' }],
  [
    'placement',
    { from, type: 'U6', provider: 'PR1', carer: 'Ada', address: '1 Gorse Rise, EM1 2AB', ...more.placement },
  ],
]
export const left = (on: string, reason = 'E4A'): Written => ['ceased-looked-after', { on, reason }]

const workers: Readonly<Record<string, ReturnType<Beside['worker']>>> = {
  [id(901)]: { registration: 'SW111', code: 'W1', left: null },
  [id(902)]: { registration: null, code: 'W-2', left: day('2025-09-10') },
  [id(903)]: { registration: null, code: 'SW333', left: null },
}
const beside: Beside = {
  worker: file => workers[file],
  born: file => (file === id(950) ? day('2025-11-03') : null),
  authority: '999',
}

/** The return of a year with these children alone. */
export function returnOf(children: readonly WrittenChild[], year = 2025, today = '2040-06-01'): Written903 {
  const writer = writer903(yearDays(year, day(today)), beside)
  for (const child of children) writer.put(child)
  return writer.result()
}

/** A table's rows as its file has them, without the child's ID and without the names. */
export const linesOf = (
  child: WrittenChild,
  table: TableName,
  year = 2025,
  today?: string,
): readonly string[] =>
  [...csvLines(table, returnOf([child], year, today).tables)].slice(1).map(l => l.trim().replace(/^A1,/, ''))
