import { type Day, longDay } from '../../kernel/day.ts'
import { openBarriers } from '../action-parts.ts'
import { type PaperBlock, type Sentence, say } from '../paper.ts'
import { BRAGS, type Brag, DELIVERY_WORDS, dueNow, IMPACT_WORDS, isOverdue, markOn } from '../plan.ts'
import { contradictionsSaid, countedImpact, type PlanLine, quoted } from '../plan-lines.ts'

export const listOf = (items: readonly Sentence[]): PaperBlock => ({
  kind: 'list',
  items: items.map(s => [s]),
})

/** Under a lead, the points; where there are none, what is said instead. */
export const points = (
  lead: string | undefined,
  items: readonly Sentence[],
  none: string,
): readonly (readonly Sentence[] | PaperBlock)[] =>
  items.length === 0 ? [[say(none)]] : [...(lead === undefined ? [] : [[say(lead)]]), listOf(items)]

function counted(
  marks: readonly (Brag | undefined)[],
  words: Readonly<Record<Brag, string>>,
  otherwise: string,
): string {
  const parts = BRAGS.map(brag => ({
    n: marks.filter(m => m === brag).length,
    words: `${words[brag].toLowerCase()} (${brag})`,
  }))
  const none = marks.filter(m => m === undefined).length
  return [...parts, { n: none, words: otherwise }]
    .filter(p => p.n > 0)
    .map(p => `${p.n} ${p.words}`)
    .join(', ')
}

/** How many actions stand at each mark of delivery on a day: "2 complete and embedded (blue), 1 not marked yet". */
export const deliveryCounts = (lines: readonly PlanLine[], on: Day): string =>
  counted(
    lines.map(l => markOn(l.action.deliveries, on)?.brag),
    DELIVERY_WORDS,
    'not marked yet',
  )

/** The impact that an action’s measures show; where they show nothing, as it was last marked. */
export const impactOn = (line: PlanLine, on: Day): Brag | undefined =>
  countedImpact(line) ?? markOn(line.action.impacts, on)?.brag

/** How many actions stand at each mark of impact on a day. */
export const impactCounts = (lines: readonly PlanLine[], on: Day): string =>
  counted(
    lines.map(l => impactOn(l, on)),
    IMPACT_WORDS,
    'not known yet',
  )

/** Due days that were moved after a day, each with who agreed it and why; and actions past their day. */
export function slippage(lines: readonly PlanLine[], on: Day, since?: Day): readonly Sentence[] {
  return lines.flatMap(({ ref, action }) => {
    const late = isOverdue(action, on)
      ? [
          say(
            `Action ${ref}, ${quoted(action.what)}, was due on ${longDay(dueNow(action))} and is not marked complete.`,
          ),
        ]
      : []
    const moved = action.revisions
      .filter(r => r.on <= on && (since === undefined || r.on > since))
      .map(r =>
        say(
          `Action ${ref} was moved to ${longDay(r.due)}, agreed by ${r.agreedBy} on ${longDay(r.on)}: ${r.why}`,
        ),
      )
    return [...moved, ...late]
  })
}

/** What is said to be complete and is contradicted by what shows it. */
export const contradicted = (lines: readonly PlanLine[]): readonly Sentence[] =>
  lines.flatMap(contradictionsSaid)

/** True of a day after one and up to another. */
export const within = (on: Day | undefined, after: Day, to: Day): boolean =>
  on !== undefined && on > after && on <= to

/** What falls due in the time to come. */
export const ahead = (lines: readonly PlanLine[], asAt: Day, until: Day): readonly Sentence[] =>
  lines.flatMap(({ ref, action }) => [
    ...action.milestones
      .filter(m => m.met === undefined && within(m.by, asAt, until))
      .map(m => say(`Action ${ref}: ${m.what}, by ${longDay(m.by)}.`)),
    ...(within(dueNow(action), asAt, until) && markOn(action.deliveries, asAt)?.brag !== 'blue'
      ? [say(`Action ${ref}, ${quoted(action.what)}, falls due on ${longDay(dueNow(action))}.`)]
      : []),
  ])

/** What stands in the way and has not been cleared. */
export const barriers = (lines: readonly PlanLine[]): readonly Sentence[] =>
  lines.flatMap(({ ref, action }) =>
    openBarriers(action.barriers).map(b => say(`Action ${ref}, since ${longDay(b.on)}: ${b.what}`)),
  )
