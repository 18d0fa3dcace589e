import type { Day } from '../../kernel/day.ts'
import type { Brag } from '../plan.ts'
import { linesIn, readBrag, readDue } from './cells.ts'
import type { PlanColumnKey } from './columns.ts'
import type { FoundTable, Mapping, Rows } from './match.ts'

/** One action as a file has it. What it does not say is missing; what could not be read is told in `notes`. */
export interface ReadAction {
  /** Its line in the table, counted from 1 with the line of names. */
  readonly line: number
  readonly ref?: string
  readonly source?: string
  readonly recommendation?: string
  readonly paragraph?: string
  readonly theme?: string
  readonly what: string
  readonly outcome?: string
  readonly owner?: string
  readonly sponsor?: string
  readonly partners: readonly string[]
  readonly start?: Day
  readonly due?: Day
  readonly revised?: { readonly due: Day; readonly by?: string; readonly why?: string }
  readonly milestones: readonly string[]
  readonly delivery?: Brag
  readonly impact?: Brag
  /** Measures, figures, evidence and barriers stay words until a person binds them: they are kept as a note each. */
  readonly said: readonly string[]
  readonly notes: readonly string[]
}

type Cell = (key: PlanColumnKey) => string

const cellsOf =
  (row: readonly string[], mapping: Mapping): Cell =>
  key => {
    const at = mapping.indexOf(key)
    return at < 0 ? '' : (row[at] ?? '').replaceAll('\r', '').trim()
  }

const only = <K extends string>(key: K, value: string): { readonly [P in K]?: string } =>
  (value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string }

/** A heading over the lines that follow: one thing said across the line, or in its first cell alone. */
function headingOf(row: readonly string[]): string | undefined {
  const said = [...new Set(row.map(c => c.trim()).filter(c => c !== ''))]
  const [one] = said
  return said.length === 1 && one !== undefined && one.length <= 120 ? one : undefined
}

/** The line of names again, as tables in Word repeat it on every page. */
const isHead = (row: readonly string[], head: readonly string[]): boolean =>
  row.every((c, i) => c.trim() === (head[i] ?? '').trim())

/**
 * Reads a table of a plan, line by line.
 * @param madeOn the day the plan was made, from which days without a year count
 * @returns its actions, and the lines that could not be read as one with why
 */
export function readRows(
  rows: Rows,
  { head, mapping }: Pick<FoundTable, 'head' | 'mapping'>,
  madeOn: Day,
): {
  readonly actions: readonly ReadAction[]
  readonly left: readonly { readonly line: number; readonly why: string }[]
} {
  const actions: ReadAction[] = []
  const left: { line: number; why: string }[] = []
  const names = rows[head] ?? []
  let theme = ''
  let recommendation = ''
  for (const [i, row] of rows.entries()) {
    if (i <= head || row.every(c => c.trim() === '') || isHead(row, names)) continue
    const heading = headingOf(row)
    if (heading) {
      theme = heading
      recommendation = ''
      continue
    }
    const cell = cellsOf(row, mapping)
    if (cell('recommendation') !== '') recommendation = cell('recommendation')
    if (cell('action') === '') {
      left.push({ line: i + 1, why: 'It says no action.' })
      continue
    }
    actions.push(oneAction(i + 1, cell, { theme, recommendation, madeOn }))
  }
  return { actions, left }
}

interface Around {
  readonly theme: string
  readonly recommendation: string
  readonly madeOn: Day
}

function oneAction(line: number, cell: Cell, around: Around): ReadAction {
  const notes: string[] = []
  const dayIn = (key: 'start' | 'due' | 'revised'): Day | undefined => {
    const read = cell(key) === '' ? undefined : readDue(cell(key), around.madeOn)
    if (cell(key) !== '' && !read) notes.push(`“${cell(key)}” is no day that can be read.`)
    if (read?.assumed) notes.push(`${read.assumed}.`)
    return read?.day
  }
  const bragIn = (key: 'delivery' | 'impact'): Brag | undefined => {
    const read = readBrag(cell(key))
    if (cell(key) !== '' && !read)
      notes.push(`“${cell(key)}” is no mark that can be read; it is kept as words.`)
    return read
  }
  const [start, due, revised] = [dayIn('start'), dayIn('due'), dayIn('revised')]
  const [delivery, impact] = [bragIn('delivery'), bragIn('impact')]
  return {
    line,
    ...only('ref', cell('ref')),
    ...only('source', cell('source')),
    ...only('recommendation', around.recommendation),
    ...only('paragraph', cell('paragraph')),
    ...only('theme', cell('theme') || around.theme),
    what: cell('action'),
    ...only('outcome', cell('outcome')),
    ...only('owner', cell('owner').replace(/\s*\n\s*/g, ', ')),
    ...only('sponsor', cell('sponsor')),
    partners: linesIn(cell('partners')),
    ...(start ? { start } : {}),
    ...(due ? { due } : {}),
    ...(revised
      ? { revised: { due: revised, ...only('by', cell('revisedBy')), ...only('why', cell('revisedWhy')) } }
      : {}),
    milestones: linesIn(cell('milestones')),
    ...(delivery ? { delivery } : {}),
    ...(impact ? { impact } : {}),
    said: saidIn(cell, delivery, impact),
    notes,
  }
}

const WORDS: readonly (readonly [PlanColumnKey, string])[] = [
  ['progress', ''],
  ['measure', 'Measure of success'],
  ['baseline', 'Baseline'],
  ['target', 'Target'],
  ['current', 'Current'],
  ['benchmark', 'Benchmark'],
  ['evidence', 'Evidence'],
  ['barriers', 'Barriers'],
]

/** What has no place of its own until a person gives it one, kept word for word. */
function saidIn(cell: Cell, delivery: Brag | undefined, impact: Brag | undefined): readonly string[] {
  const words = WORDS.flatMap(([key, title]) =>
    cell(key) === '' ? [] : [title === '' ? cell(key) : `${title}: ${cell(key)}`],
  )
  const unread = [
    ...(cell('delivery') !== '' && !delivery ? [`Delivery: ${cell('delivery')}`] : []),
    ...(cell('impact') !== '' && !impact ? [`Impact: ${cell('impact')}`] : []),
  ]
  return [...words, ...unread]
}
