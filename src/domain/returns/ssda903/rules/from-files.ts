import { columnName, nearest } from '../../../kernel/column-names.ts'
import type { Cells, Numbers, Source } from '../../check/column.ts'
import { type Frame, frame } from '../../check/frame.ts'
import { columnsOf, type TableName } from './data.ts'

/** A file as it was read: the names in its first line, and the cells under each. */
export interface FileColumns {
  readonly file: string
  readonly names: readonly string[]
  readonly columns: readonly (Cells | Source)[]
  readonly rows: number
}

/** Columns that no file carries: they are worked out from the other tables, or from a lookup. */
const made: ReadonlySet<string> = new Set(['UASC', 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'])
/** Columns that a file may go without, since some years' files do. */
const spare: ReadonlySet<string> = new Set(['DOB'])

/** Something to be known of a file as a whole, and what to do. */
export interface FileNote {
  readonly file: string
  readonly wrong: string
  readonly todo: string
}

/** The columns that a table's file should have. */
export const fileColumns = (table: TableName): readonly string[] => columnsOf[table].filter(c => !made.has(c))

const EXCEL_DAY = /^(\d{4}-\d{2}-\d{2}([T ].*)?|\d{5}(\.0)?)$/
const DAYS = /^(DOB|DUC|REVIEW|MC_DOB|DEC|DECOM|SW_DEC|SW_DECOM|DATE_.*|MIS_START|MIS_END|DOLO_.*)$/

/** Days of which the return lets a part be unknown, and how that is written. */
const PARTLY = /^(DATE_PERM|SW_DEC|SW_DECOM)$/
const PART_DAY = /^(?=.*z)(\d{1,2}|zz)\/(\d{1,2}|zz)\/(\d{4}|zzzz)$/i

function hasGap(days: Numbers): boolean {
  for (let i = 0; i < days.length; i += 1) if (Number.isNaN(days[i])) return true
  return false
}

/** Cells that should hold a day of the return's form and do not: a spreadsheet's days, and days that there are not. */
function lostDays(file: string, name: string, of: Frame): FileNote[] {
  const days = of.days(name)
  // Where every day was read there is nothing to look for, and no cell to cut out.
  if (!hasGap(days)) return []
  const cells = of.text(name)
  let [lost, spreadsheet] = [0, 0]
  let first = ''
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]
    if (cell == null || !Number.isNaN(days[i]) || (PARTLY.test(name) && PART_DAY.test(cell))) continue
    if (lost === 0) first = cell.slice(0, 40)
    lost += 1
    if (EXCEL_DAY.test(cell)) spreadsheet += 1
  }
  if (lost === 0) return []
  const where = `in ${lost} ${lost === 1 ? 'row' : 'rows'}`
  if (spreadsheet > 0)
    return [
      {
        file,
        wrong: `${name} is written as “${first}” ${where}. The return wants days as 31/03/2026, and reads no other.`,
        todo: 'In the spreadsheet, format the column as Text or as dd/mm/yyyy, and save it as CSV again.',
      },
    ]
  return [
    {
      file,
      wrong: `${name} is no day ${where}, such as “${first}”. Rules take it as a day that nobody knows.`,
      todo: 'Write days that there are, as 31/03/2026.',
    },
  ]
}

/** Children who stand in a file more than once where once is right. */
function twice(file: string, children: Cells): FileNote[] {
  const [seen, again] = [new Set<string>(), new Set<string>()]
  for (const child of children)
    if (child !== null) {
      if (seen.has(child)) again.add(child)
      seen.add(child)
    }
  if (again.size === 0) return []
  const more = again.size > 5 ? ` and ${again.size - 5} more` : ''
  return [
    {
      file,
      wrong: `${again.size === 1 ? 'A child stands' : `${again.size} children stand`} in more than one row: ${[...again].slice(0, 5).join(', ')}${more}.`,
      todo: 'Keep one row for each child.',
    },
  ]
}

/**
 * Makes a table of a file. A column that is missing is named, with the one that may be meant; the rules that look at it
 * are not asked, and all others are.
 */
export function frameOfFile(
  table: TableName,
  given: FileColumns,
): { readonly frame: Frame; readonly notes: readonly FileNote[] } {
  const wanted = fileColumns(table)
  const notes: FileNote[] = []
  const columns = new Map<string, Cells | Source>()
  for (const [i, header] of given.names.entries()) {
    const name = columnName(header)
    const cells = given.columns[i]
    if (!cells || !wanted.includes(name)) continue
    if (columns.has(name))
      notes.push({
        file: given.file,
        wrong: `The column ${name} stands twice; the first was read.`,
        todo: 'Take out the one that is not meant.',
      })
    else columns.set(name, cells)
  }
  const strange = given.names.filter(n => n.trim() !== '' && !wanted.includes(columnName(n)))
  const gone = wanted.filter(name => !columns.has(name))
  for (const name of gone.filter(n => !spare.has(n))) {
    const near = nearest(name, strange)
    notes.push({
      file: given.file,
      wrong: `The column ${name} is missing. Rules that look at it were not asked.`,
      todo: near
        ? `“${near}” may be meant. If so, rename it to ${name}.`
        : `Add it. The file has: ${given.names.join(', ')}.`,
    })
  }
  const lost = new Set([...gone.filter(n => !spare.has(n)), ...columnsOf[table].filter(c => made.has(c))])
  const read = frame(columns, given.rows, 'uk', { lost })
  for (const name of columns.keys()) if (DAYS.test(name)) notes.push(...lostDays(given.file, name, read))
  if (table === 'Header' && columns.has('CHILD')) notes.push(...twice(given.file, read.text('CHILD')))
  return { frame: read, notes }
}

/** The same table with more columns, which it lacked. */
export function withColumns(of: Frame, columns: Readonly<Record<string, Cells>>, table: TableName): Frame {
  const all = new Map<string, Cells>([...of.given].map(name => [name, of.text(name)]))
  for (const [name, cells] of Object.entries(columns)) all.set(name, cells)
  const lost = new Set(columnsOf[table].filter(c => !all.has(c) && !spare.has(c)))
  return frame(all, of.rows, 'uk', { present: of.present, lost })
}

/**
 * The header with whether each child is an unaccompanied asylum-seeking child: the CSV form says so by a table of its
 * own. Where either does not say who the children are, the column stays lost.
 */
export function withUasc(header: Frame, listed: Frame): Frame {
  const lacks = (table: Frame) => table.present && !table.given.has('CHILD')
  if (lacks(header) || lacks(listed)) return header
  const children = new Set(listed.text('CHILD'))
  const is = header.text('CHILD').map(c => (c !== null && children.has(c) ? '1' : '0'))
  return withColumns(header, { UASC: is }, 'Header')
}
