import { chronology, lineOf } from '../casework/chronology.ts'
import type { CaseFile } from '../casework/file.ts'
import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { assessment } from '../records/types/assessment.ts'
import { difference, type Piece } from './difference.ts'

/** What the record said of something before, and since when it has said so. */
export interface Known {
  readonly text: string
  readonly since: Day
  readonly entry: string
}

const words = (v: unknown): string => (typeof v === 'string' ? v.trim() : '')

/** The fields that are filled in from the last assessment. */
export const carried: readonly string[] = Object.entries(assessment.fields).flatMap(([name, f]) =>
  f.options.carry === true ? [name] : [],
)

/** The assessments on a file, oldest first; only those before one of them where it is given. */
export function assessments(file: CaseFile, before?: Standing): readonly Standing[] {
  const all = file.happenings.filter(e => e.type === assessment.code && !e.withdrawn)
  return before
    ? all.filter(
        e =>
          e.id !== before.id &&
          (e.happened < before.happened || (e.happened === before.happened && e.seq < before.seq)),
      )
    : all
}

/** What the last of these entries said under a question, and the first day from which they have all said it. */
function lastSaid(entries: readonly Standing[], name: string): Known | undefined {
  const said = entries.filter(e => words(e.answers[name]) !== '')
  const last = said.at(-1)
  if (!last) return undefined
  const text = words(last.answers[name])
  const other = said.findLastIndex(e => words(e.answers[name]) !== text)
  return { text, since: said[other + 1]?.happened ?? last.happened, entry: last.id }
}

/**
 * What was known under a question before an assessment (or now): what the last assessment said, and for identity, where
 * none has, what the details of the child say.
 */
export function knownBefore(file: CaseFile, name: string, before?: Standing): Known | undefined {
  const said = lastSaid(assessments(file, before), name)
  if (said || name !== 'identity') return said
  const details = file.happenings.filter(
    e =>
      e.type === 'person-details' &&
      !e.withdrawn &&
      (!before || (e.happened <= before.happened && e.seq < before.seq)),
  )
  return lastSaid(details, name)
}

/** The lines of the chronology to a day, as they would be put into a text. */
export const chronologyLines = (file: CaseFile, on: Day): readonly { entry: string; line: string }[] =>
  chronology(file)
    .filter(s => s.on <= on && s.entry.type !== assessment.code)
    .map(s => ({ entry: s.entry.id, line: lineOf(s) }))

/** How an answer that is carried on stands to what was known. */
export type Change =
  | { readonly is: 'first' }
  | { readonly is: 'unchanged'; readonly known: Known }
  | { readonly is: 'changed'; readonly known: Known; readonly pieces: readonly Piece[] }

/** An event that was put into the text out of the chronology was known, though no assessment had said it. */
function withEvents(known: Known | undefined, text: string, file: CaseFile, on: Day): Known | undefined {
  const put = chronologyLines(file, on).filter(l => text.includes(l.line) && !known?.text.includes(l.line))
  const [first] = put
  if (!first) return known
  const lines = put.map(l => l.line).join('\n')
  return known
    ? { ...known, text: `${known.text}\n${lines}` }
    : { text: lines, since: on, entry: first.entry }
}

/**
 * What an assessment changes of what was known: for each question that is carried on. Nothing that the record knew is
 * told as new.
 */
export function changes(file: CaseFile, entry: Standing): ReadonlyMap<string, Change> {
  return new Map(
    carried.flatMap((name): [string, Change][] => {
      const text = words(entry.answers[name])
      if (text === '') return []
      const before = knownBefore(file, name, entry)
      const known = name === 'history' ? withEvents(before, text, file, entry.happened) : before
      if (!known) return [[name, { is: 'first' }]]
      const pieces = difference(known.text, text)
      return [
        [
          name,
          pieces.every(p => p.is === 'same') ? { is: 'unchanged', known } : { is: 'changed', known, pieces },
        ],
      ]
    }),
  )
}
