import type { Asked, Issue } from '../../domain/returns/check/issues.ts'
import { notAsked } from '../../domain/returns/check/issues.ts'
import { csvCell } from '../../domain/returns/csv-cell.ts'
import { sink } from './sink.ts'

export type Format = 'text' | 'json' | 'csv' | 'xlsx' | 'summary'
export const isFormat = (text: string): text is Format =>
  ['text', 'json', 'csv', 'xlsx', 'summary'].includes(text)

/** What is the same in every line of a rule and table is written once. */
type Line = (issue: Issue) => string

function jsonLine(): Line {
  let of: Issue | undefined
  let before = ''
  let after = ''
  return i => {
    if (of?.message !== i.message || of.rule !== i.rule || of.table !== i.table) {
      before = `{"rule":${JSON.stringify(i.rule)},"severity":"${i.severity}","table":"${i.table}","row":`
      after = `,${JSON.stringify({ fields: i.fields, message: i.message, todo: i.todo }).slice(1)}`
      of = i
    }
    return `${before}${i.row},"child":${i.child === null ? 'null' : JSON.stringify(i.child)}${after}`
  }
}

const lines: Readonly<Record<Exclude<Format, 'xlsx' | 'summary'>, () => Line>> = {
  text: () => i =>
    `${i.rule} ${i.table} row ${i.row}${i.child === null ? '' : ` child ${i.child}`} ${i.fields.join(', ')}: ${i.message}`,
  json: jsonLine,
  csv: () => i =>
    [i.rule, i.severity, i.table, String(i.row), i.child ?? '', i.fields.join(' '), i.message, i.todo]
      .map(csvCell)
      .join(','),
}

const NAMES = ['rule', 'severity', 'table', 'row', 'child', 'fields', 'message', 'todo']

/** A workbook holds no more rows than this. */
const MOST = 1_000_000

async function workbook(path: string, issues: Iterable<Issue>, asked: readonly Asked[]): Promise<void> {
  // Loaded only for who asks for a workbook.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const head = (names: readonly string[]) => names.map(value => ({ value, fontWeight: 'bold' as const }))
  const rows = []
  for (const i of issues) {
    if (rows.length === MOST) break
    rows.push(
      [i.rule, i.severity, i.table, i.row, i.child ?? '', i.fields.join(' '), i.message, i.todo].map(
        value => ({ value }),
      ),
    )
  }
  const not = notAsked(asked).map(n => [{ value: n.rule }, { value: n.because }])
  await writeXlsxFile([
    { data: [head(NAMES), ...rows], sheet: 'Issues' },
    { data: [head(['rule', 'why it was not checked']), ...not], sheet: 'Not checked' },
  ]).toFile(path)
}

/** One line a rule that any row fails: how many do, and in how many tables. */
const summary = (asked: readonly Asked[]): string =>
  asked
    .flatMap(({ rule, answer }) =>
      answer.asked && answer.count > 0
        ? [
            `${rule.code.padEnd(10)} ${rule.severity.padEnd(6)} ${String(answer.count).padStart(8)} ${rule.says}\n`,
          ]
        : [],
    )
    .join('')

/** Writes issues as lines, to standard output or to a file, or as a workbook. */
export async function writeIssues(
  format: Format,
  path: string | undefined,
  issues: Iterable<Issue>,
  asked: readonly Asked[],
): Promise<void> {
  if (format === 'xlsx') return workbook(path ?? '', issues, asked)
  const out = sink(path)
  if (format === 'csv') out.put(`${NAMES.join(',')}\n`)
  if (format === 'summary') out.put(summary(asked))
  else {
    const line = lines[format]()
    for (const issue of issues) out.put(`${line(issue)}\n`)
  }
  out.end()
}
