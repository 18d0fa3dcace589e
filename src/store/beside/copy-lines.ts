import { columns } from '../projected.ts'

const SPECIAL = /[\\\n\r\t]/
const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, c => WRITTEN[c] ?? c) : text

const NONE = '\\N'
const asJson = (value: unknown): string => escaped(JSON.stringify(value))
const asValue = (value: unknown): string => (typeof value === 'string' ? escaped(value) : asJson(value))
const asList = (value: unknown): string =>
  Array.isArray(value)
    ? escaped(`{${value.map(v => `"${String(v).replace(/["\\]/g, c => `\\${c}`)}"`).join(',')}}`)
    : asJson(value)

/** Of these no value has a character that is written otherwise. */
const PLAIN: ReadonlySet<string> = new Set(['uuid', 'date', 'timestamptz', 'integer', 'boolean'])
const asIs = (value: unknown): string => (typeof value === 'string' ? value : String(value))

const writer = (type: string) =>
  type.endsWith('[]') ? asList : type === 'jsonb' ? asJson : PLAIN.has(type) ? asIs : asValue

type Table = keyof typeof columns

/** Writes rows of a folded table as lines that COPY takes, the columns in their order in `columns`. Pure. */
export function copyLines(table: Table): (rows: readonly object[]) => string {
  const cells = Object.entries(columns[table]).map(([name, type]) => ({ name, write: writer(type) }))
  const line = (row: object): string => {
    const values: Readonly<Record<string, unknown>> = Object(row)
    return cells
      .map(({ name, write }) => {
        const value = values[name]
        return value === null || value === undefined ? NONE : write(value)
      })
      .join('\t')
  }
  // Joined and not added to: the engine would keep each cell apart until the whole is sent.
  return rows => (rows.length === 0 ? '' : `${rows.map(line).join('\n')}\n`)
}

/** The statement that takes them, into a table made in this transaction: its rows need no sweeping later. */
export const copyStatement = (table: Table): string =>
  `copy ${table} (${Object.keys(columns[table])
    .map(n => `"${n}"`)
    .join(', ')}) from stdin with (freeze)`
