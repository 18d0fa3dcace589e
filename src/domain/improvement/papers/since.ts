import { type Day, longDay } from '../../kernel/day.ts'
import { EVIDENCE_KINDS, EVIDENCE_QUALITIES } from '../action-parts.ts'
import { impact, printValue } from '../impact.ts'
import { measureTitle, sourceOf } from '../measure-line.ts'
import { type Sentence, say } from '../paper.ts'
import { DELIVERY_WORDS, markOn } from '../plan.ts'
import { isContradicted, type PlanLine, quoted, sinceBefore } from '../plan-lines.ts'
import { points, within } from './delivery.ts'
import type { Content, PaperInput, Part, Previous } from './part.ts'
import { ownWords } from './shared-parts.ts'

/** What a paper is compared with: "the paper of 5 October 2026, whose figures were as at 30 September 2026". */
export const sinceSaid = ({ previous, since }: PaperInput): string =>
  previous
    ? `the paper of ${longDay(previous.meeting)}, whose figures were as at ${longDay(previous.asAt)}`
    : longDay(since)

/** Marks of delivery that changed. */
export const marksMoved = (lines: readonly PlanLine[], since: Day, asAt: Day): readonly Sentence[] =>
  lines.flatMap(({ ref, action }) => {
    const was = markOn(action.deliveries, since)?.brag
    const now = markOn(action.deliveries, asAt)?.brag
    if (now === undefined || now === was) return []
    const from = was === undefined ? 'not marked' : `${DELIVERY_WORDS[was].toLowerCase()} (${was})`
    return [
      say(
        `Action ${ref}, ${quoted(action.what)}: from ${from} to ${DELIVERY_WORDS[now].toLowerCase()} (${now}).`,
      ),
    ]
  })

/** Figures that changed, and those that did not. */
export const figuresMoved = (lines: readonly PlanLine[]): readonly Sentence[] =>
  lines.flatMap(line =>
    line.measures.flatMap(m => {
      if (!m.current || !m.before) return []
      const { text, sources } = sinceBefore(line.ref, m)
      return [say(`Action ${line.ref}, ${measureTitle(m)}: ${lower(text)}.`, ...sources)]
    }),
  )

/** Milestones met, work completed and targets met in the time. A claim that is contradicted is no achievement. */
export const achievements = (lines: readonly PlanLine[], since: Day, asAt: Day): readonly Sentence[] =>
  lines.flatMap(line => {
    const { ref, action } = line
    const met = action.milestones.filter(m => within(m.met, since, asAt))
    const done = within(action.claimedComplete, since, asAt) && !isContradicted(line)
    return [
      ...met.map(m => say(`Action ${ref}: ${m.what}`)),
      ...(done ? [say(`Action ${ref}, ${quoted(action.what)}, was marked complete and embedded.`)] : []),
      ...line.measures.flatMap(m => {
        const { measure, current, before } = m
        if (!current || !impact(measure, current).metTarget) return []
        if (before && impact(measure, before).metTarget) return []
        return [
          say(
            `Action ${ref}: ${measureTitle(m)} met its target, at ${printValue(current.value, measure.unit)} on ${longDay(current.on)}.`,
            sourceOf(measure, current.on, ref),
          ),
        ]
      }),
    ]
  })

/** By what a figure of the plan is known from one paper to the next. */
export const figureKey = (ref: string, measure: { readonly id: string }): string => `A${ref} ${measure.id}`

/** Figures that the paper before stated and that are counted otherwise now, as more was recorded since. */
export const countedAnew = (
  lines: readonly PlanLine[],
  previous: Previous | undefined,
): readonly Sentence[] =>
  lines.flatMap(line =>
    line.measures.flatMap(m => {
      const { measure, before } = m
      const told = previous?.figures.get(figureKey(line.ref, measure))
      if (!previous || !before || told === undefined || before.on !== previous.asAt) return []
      const was = printValue(told, measure.unit)
      const is = printValue(before.value, measure.unit)
      if (was === is) return []
      return [
        say(
          `Action ${line.ref}, ${measureTitle(m)}: the paper before gave ${was} for ${longDay(previous.asAt)}. With what was recorded since it is ${is}.`,
          sourceOf(measure, previous.asAt, line.ref),
        ),
      ]
    }),
  )

/** What was put forward as evidence in the time, and how far it can be relied on. */
const evidenceGiven = (lines: readonly PlanLine[], since: Day, asAt: Day): readonly Sentence[] =>
  lines.flatMap(({ ref, action }) =>
    action.evidence
      .filter(e => within(e.on, since, asAt))
      .map(e =>
        say(
          `Action ${ref}, evidence (${EVIDENCE_KINDS[e.kind].toLowerCase()}, ${EVIDENCE_QUALITIES[e.quality].toLowerCase()}): ${e.what}`,
          { action: ref, on: e.on },
        ),
      ),
  )

/** What has happened since the paper before. */
export function progressSince(input: PaperInput): Content {
  const { lines, since, asAt, previous } = input
  const moved = [
    ...marksMoved(lines, since, asAt),
    ...achievements(lines, since, asAt),
    ...evidenceGiven(lines, since, asAt),
    ...figuresMoved(lines),
    ...countedAnew(lines, previous),
  ]
  return points(
    `Since ${sinceSaid(input)}:`,
    moved,
    `No mark, milestone or figure of the plan has changed since ${sinceSaid(input)}.`,
  )
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** Progress, and what its author adds to it. */
export const sincePart = (title: string): Part => ({
  key: 'since',
  title,
  heading: 'numbered',
  made: progressSince,
  asks: [
    ownWords('since', 'What the marks and figures do not show, and what children and families have noticed.'),
  ],
})
