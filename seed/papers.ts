import type { Role } from '../src/domain/access/roles.ts'
import { addDays, addMonths, type Day, endOfMonth } from '../src/domain/kernel/day.ts'
import { instantAt } from '../src/domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../src/domain/records/entry.ts'
import type { Answers } from '../src/domain/records/kinds/field.ts'
import { uuid } from './ids.ts'
import { random } from './random.ts'
import { cabinetWords, highlightWords } from './words/papers.ts'

/** What the papers need to know of the authority and the plan that were made before them. */
export interface PaperSetting {
  readonly staff: readonly { readonly id: string; readonly role: Role }[]
  /** The file of the inspection, and the day its report was published. */
  readonly inspection: string
  readonly published: Day
  /** What the improvement board is called. */
  readonly board: string
}

export interface SeededPaper {
  readonly subject: NewSubject
  readonly entries: readonly NewEntry[]
  /** The entry that makes it final, still without what it says: that is counted from the record. */
  readonly final?: NewEntry
}

/**
 * The invented papers: the board's highlight report of last month, final, and a Cabinet paper that is being written.
 * None where the plan is younger than that. The same setting and day give the same entries.
 */
export function paperEntries(
  { staff, inspection, published, board }: PaperSetting,
  today: Day,
): readonly SeededPaper[] {
  const rand = random(`papers ${published}`)
  const analyst = staff.find(s => s.role === 'performance-analyst')?.id
  const director = staff.find(s => s.role === 'director')?.id
  const lastMonth = endOfMonth(addMonths(today, -1))
  if (!analyst || !director || lastMonth <= addDays(published, 30)) return []
  const id = (on: Day) => uuid(Date.parse(instantAt(on, '09:30')), rand)
  const paper = (code: string, on: Day, author: string, steps: readonly (readonly [string, Answers])[]) => {
    const subject: NewSubject = { id: id(on), kind: 'paper', code }
    const entries = steps.map(
      ([type, answers], n): NewEntry => ({
        id: id(on),
        subject: subject.id,
        type,
        happened: on,
        recorded: instantAt(on, `10:${String(n * 4).padStart(2, '0')}`),
        author,
        answers,
        amends: null,
        sensitivity: 'ordinary',
        source: null,
      }),
    )
    return { subject, entries }
  }
  const words = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([section, text]) => ['paper-section-written', { section, text }] as const)
  const wrote = addDays(lastMonth, 2) > today ? today : addDays(lastMonth, 2)
  const highlight = paper('P1', wrote, analyst, [
    ['paper-begun', { kind: 'highlight', body: board, meeting: addDays(lastMonth, 8), asAt: lastMonth }],
    ...words(highlightWords),
    ['paper-finished', {}],
  ])
  const cabinet = paper('P2', today, director, [
    [
      'paper-begun',
      { kind: 'cabinet', body: 'Cabinet', meeting: addDays(today, 18), asAt: today, inspection },
    ],
    ...words(cabinetWords),
  ])
  const final = highlight.entries.at(-1)
  return [
    { subject: highlight.subject, entries: highlight.entries.slice(0, -1), ...(final ? { final } : {}) },
    cabinet,
  ]
}
