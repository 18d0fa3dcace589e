import { longDay } from '../../kernel/day.ts'
import { knownRecordType } from '../../records/registry.ts'
import type { FileCount } from './gather.ts'
import type { ImportPlan } from './plan.ts'
import { counted, figure, grid } from './print-grid.ts'
import type { FolderFault } from './raw.ts'
import type { Reconciled } from './reconcile.ts'
import { fileName, leftOutLines, oddLines } from './report-problems.ts'
import type { Settled } from './settle.ts'

/** What there is to print: the plan always, the others once they are known. */
export interface Report {
  readonly plan: ImportPlan
  readonly settled?: Settled
  readonly reconciled?: readonly Reconciled[]
  /** The file in which every problem and note stands, where one was written. */
  readonly all?: string
  readonly dryRun?: boolean
}

function fileRows(plan: ImportPlan): string[] {
  const row = (name: string, c: Omit<FileCount, 'side' | 'table' | 'file'>) => [
    name,
    figure(c.read),
    figure(c.kept),
    figure(c.joined),
    figure(c.leftOut),
  ]
  const sum = (key: 'read' | 'kept' | 'joined' | 'leftOut') => plan.counts.reduce((all, c) => all + c[key], 0)
  const total = { read: sum('read'), kept: sum('kept'), joined: sum('joined'), leftOut: sum('leftOut') }
  return grid([
    ['File', 'rows', 'kept', 'same as another', 'left out'],
    ...plan.counts.map(c => row(fileName(plan, c.side, c.file), c)),
    row('All', total),
  ])
}

function entryRows(settled: Settled): string[] {
  const byType = new Map<string, number>()
  for (const e of settled.entries) byType.set(e.type, (byType.get(e.type) ?? 0) + 1)
  return grid(
    [...byType]
      .sort(([, a], [, b]) => b - a)
      .map(([type, count]) => [knownRecordType(type).title, figure(count)]),
  )
}

function writing(report: Report): string[] {
  const settled = report.settled ?? {
    subjects: report.plan.files.map(f => f.subject),
    entries: report.plan.files.flatMap(f => f.entries.map(e => e.entry)),
    held: 0,
    corrected: 0,
    clashes: [],
  }
  const children = settled.subjects.filter(s => s.kind === 'child').length
  const verb = report.dryRun ? 'It would write' : 'To the record'
  const already = settled.held > 0 ? ` ${counted(settled.held, 'entry', 'entries')} there already.` : ''
  const changed =
    settled.corrected > 0 ? ` ${figure(settled.corrected)} of the new ones correct an earlier one.` : ''
  return [
    `${verb}: ${counted(children, 'new child', 'new children')}, ${counted(settled.subjects.length - children, 'new social worker')}, ${counted(settled.entries.length, 'entry', 'entries')}.${already}${changed}`,
    ...entryRows(settled),
    ...clashLines(settled),
  ]
}

/** Children who may be someone else's namesake in numbers: to be looked at before anything is written. */
const clashLines = ({ clashes }: Settled): string[] =>
  clashes.length === 0
    ? []
    : [
        `Check before writing: ${counted(clashes.length, 'child has', 'children have')} another date of birth here. Is it a correction, or another child with the same ID?`,
        ...clashes.map(c => `  ${c.code}: here ${longDay(c.here)}, in the return ${longDay(c.inReturn)}`),
      ]

/** What the rows left out would add, where any were. */
const everyRow = (rows: readonly Reconciled[]): string[] =>
  rows.flatMap(({ what, inFiles, inAllRows, leftOut }) =>
    inAllRows === null || leftOut === 0
      ? []
      : [
          inAllRows === inFiles
            ? `${what}: ${figure(inAllRows)} also by every row whose days can be read. No child was lost with the rows left out.`
            : `${what}: ${figure(inAllRows)} by every row whose days can be read, ${figure(inFiles)} by those that stand. The rows left out bear on the difference: see them above.`,
        ],
  )

function reconciliation(rows: readonly Reconciled[], plan: ImportPlan): string[] {
  const apart = rows.filter(r => !r.equal)
  return [
    `The files beside the record, on ${longDay(plan.yearEnd)}:`,
    ...grid([
      ['', 'in the files', 'in the record', '', 'rows left out'],
      ...rows.map(r => [
        r.what,
        figure(r.inFiles),
        figure(r.inProduct),
        r.equal ? 'equal' : 'NOT EQUAL',
        figure(r.leftOut),
      ]),
    ]),
    ...everyRow(rows),
    apart.length === 0
      ? 'Every count is equal. Rows left out are in neither.'
      : 'Where they differ, the record holds something of these children that this return does not: an earlier return, or what was written here.',
  ]
}

/** The report of an import, or of what one would do, for a terminal. In plain English. */
export function printReport(report: Report): string {
  const { plan, all } = report
  const years =
    plan.years.last === null ? `${plan.years.this}` : `${plan.years.this}, with ${plan.years.last}`
  const parts: string[][] = [
    [
      `SSDA903 return ${years} (year to ${longDay(plan.yearEnd)}, told from the days on which episodes begin)`,
    ],
    plan.notes.map(note => `  ${note}`),
    fileRows(plan),
    leftOutLines(plan, all),
    oddLines(plan, all),
    writing(report),
    report.reconciled ? reconciliation(report.reconciled, plan) : [],
  ]
  return `${parts
    .filter(p => p.length > 0)
    .map(p => p.join('\n'))
    .join('\n\n')}\n`
}

/** Why a folder can't be read, a line each. */
export const printFaults = (faults: readonly FolderFault[]): string =>
  `${faults.map(f => `${f.file}: ${f.wrong} ${f.todo}`).join('\n')}\n`
