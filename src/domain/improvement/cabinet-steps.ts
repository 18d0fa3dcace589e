import { type Day, longDay } from '../kernel/day.ts'
import { cell, type PaperBlock, type Sentence, say, section, toWrite } from './paper.ts'
import { BRAGS, DELIVERY_WORDS, dueNow, isOverdue, markOn } from './plan.ts'
import { contradictionsSaid, measuresSaid, type PlanLine, quoted } from './plan-lines.ts'

/** How many actions stand at each mark of delivery on a day: "2 complete and embedded (blue), 1 not marked". */
export function deliveryCounts(lines: readonly PlanLine[], on: Day): string {
  const marks = lines.map(l => markOn(l.action.deliveries, on)?.brag)
  const parts = BRAGS.map(brag => ({
    n: marks.filter(m => m === brag).length,
    words: `${DELIVERY_WORDS[brag].toLowerCase()} (${brag})`,
  }))
  const none = marks.filter(m => m === undefined).length
  return [...parts, { n: none, words: 'not marked yet' }]
    .filter(p => p.n > 0)
    .map(p => `${p.n} ${p.words}`)
    .join(', ')
}

/** Overdue actions and due days that were moved, each with who agreed it and why. */
export function slippage(lines: readonly PlanLine[], on: Day): readonly Sentence[] {
  return lines.flatMap(({ ref, action }) => {
    const late = isOverdue(action, on)
      ? [
          say(
            `Action ${ref}, ${quoted(action.what)}, was due on ${longDay(dueNow(action))} and is not marked complete.`,
          ),
        ]
      : []
    const moved = action.revisions
      .filter(r => r.on <= on)
      .map(r =>
        say(
          `Action ${ref} was moved to ${longDay(r.due)}, agreed by ${r.agreedBy} on ${longDay(r.on)}: ${r.why}`,
        ),
      )
    return [...moved, ...late]
  })
}

/** What has been done since, whether it moved a figure, what has slipped and what the figures contradict. */
export function stepsSection(number: number, lines: readonly PlanLine[], asAt: Day): readonly PaperBlock[] {
  if (lines.length === 0)
    return section(number, 'Next steps', [
      [say('No action has been planned yet.'), toWrite('what will be done next')],
    ])
  const measured = lines.flatMap(measuresSaid)
  const against = lines.flatMap(contradictionsSaid)
  const slipped = slippage(lines, asAt)
  const counts = deliveryCounts(lines, asAt)
  const list = (items: readonly Sentence[]): PaperBlock => ({ kind: 'list', items: items.map(s => [s]) })
  return section(number, 'Next steps', [
    [
      say(
        `The plan has ${lines.length === 1 ? 'one action' : `${lines.length} actions`}: ${counts}. It is at Appendix 1.`,
      ),
    ],
    ...(measured.length > 0
      ? [cell('What the figures say:'), list(measured)]
      : [[toWrite('how success will be measured')]]),
    ...(against.length > 0
      ? [cell('These actions are marked complete, but their figures do not bear it out:'), list(against)]
      : []),
    ...(slipped.length > 0
      ? [cell('What has slipped:'), list(slipped)]
      : [cell('No due day has passed or been moved.')]),
  ])
}
