import { type Day, longDay } from '../kernel/day.ts'
import { deliveryCounts, slippage } from './cabinet-steps.ts'
import { impact, printValue } from './impact.ts'
import { measureTitle, sourceOf } from './measure-line.ts'
import { measuresTable } from './measures-table.ts'
import { given, type Paper, type PaperBlock, type Sentence, say, toWrite } from './paper.ts'
import { DELIVERY_WORDS, dueNow, markOn } from './plan.ts'
import { contradictionsSaid, isContradicted, type PlanLine, picturesOf, quoted } from './plan-lines.ts'

export interface HighlightInput {
  /** "Improvement board" */
  readonly body: string
  readonly meeting: Day
  readonly asAt: Day
  /** The day of the report before this one; movement is counted from it. */
  readonly since: Day
  /** The day the next report will be made up to. */
  readonly until: Day
  readonly council: string
  readonly author?: string
  readonly lines: readonly PlanLine[]
  readonly decisions?: readonly string[]
}

/** The board's report on a page or two: where the plan stands, what moved, what slipped, what is asked, what comes next. */
export function highlightReport(input: HighlightInput): Paper {
  const { lines, asAt, since } = input
  const against = lines.flatMap(contradictionsSaid)
  const blocks: readonly PaperBlock[] = [
    {
      kind: 'details',
      rows: [
        { label: 'Period', text: say(`${longDay(since)} to ${longDay(asAt)}`) },
        { label: 'Author', text: given(input.author, 'author') },
      ],
    },
    ...under('Headlines', headlines(input)),
    ...under('Achievements', achievements(lines, since, asAt), 'Nothing was completed in this period.'),
    ...under('Slippage', slippage(lines, asAt), 'No due day has passed or been moved.'),
    ...under(
      'Claims the figures contradict',
      against,
      'No action marked complete is contradicted by its figure.',
    ),
    { kind: 'heading', level: 1, text: 'Measures' },
    measuresTable(lines),
    ...under(
      'Decisions asked for',
      (input.decisions ?? []).map(d => say(d)),
      toWrite('the decisions the board is asked for, or none'),
    ),
    ...under(
      `Next period, to ${longDay(input.until)}`,
      ahead(lines, asAt, input.until),
      'Nothing falls due in the next period.',
    ),
    ...lines.flatMap(picturesOf),
  ]
  return {
    title: `Highlight report on the improvement plan of ${input.council}`,
    body: input.body,
    meeting: input.meeting,
    asAt,
    language: 'en-GB',
    parts: [{ orientation: 'portrait', blocks }],
  }
}

function under(
  title: string,
  items: readonly Sentence[],
  none: string | Sentence = '',
): readonly PaperBlock[] {
  const empty = typeof none === 'string' ? say(none) : none
  return [
    { kind: 'heading', level: 1, text: title },
    items.length > 0
      ? { kind: 'list', items: items.map(s => [s]) }
      : { kind: 'paragraph', sentences: [empty] },
  ]
}

function headlines({ lines, asAt, since }: HighlightInput): readonly Sentence[] {
  if (lines.length === 0) return [say('No action has been planned yet.')]
  const moved = lines.flatMap(({ ref, action }) => {
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
  return [
    say(`On ${longDay(asAt)}: ${deliveryCounts(lines, asAt)}.`),
    say(`On ${longDay(since)}: ${deliveryCounts(lines, since)}.`),
    ...(moved.length > 0 ? moved : [say('No mark of delivery has changed since.')]),
  ]
}

const within = (on: Day | undefined, after: Day, to: Day) => on !== undefined && on > after && on <= to

function achievements(lines: readonly PlanLine[], since: Day, asAt: Day): readonly Sentence[] {
  return lines.flatMap(line => {
    const { ref, action } = line
    const met = action.milestones.filter(m => within(m.met, since, asAt))
    const done = within(action.claimedComplete, since, asAt) && !isContradicted(line)
    return [
      ...met.map(m => say(`Action ${ref}: ${m.what}`)),
      ...(done ? [say(`Action ${ref}, ${quoted(action.what)}, was marked complete and embedded.`)] : []),
      ...line.measures.flatMap(m => {
        const { measure, current } = m
        if (!current || !impact(measure, current).metTarget) return []
        const text = `Action ${ref}: ${measureTitle(m)} met its target, at ${printValue(current.value, measure.unit)} on ${longDay(current.on)}.`
        return [say(text, sourceOf(measure, current.on, ref))]
      }),
    ]
  })
}

function ahead(lines: readonly PlanLine[], asAt: Day, until: Day): readonly Sentence[] {
  return lines.flatMap(({ ref, action }) => [
    ...action.milestones
      .filter(m => m.met === undefined && within(m.by, asAt, until))
      .map(m => say(`Action ${ref}: ${m.what}, by ${longDay(m.by)}.`)),
    ...(within(dueNow(action), asAt, until) && markOn(action.deliveries, asAt)?.brag !== 'blue'
      ? [say(`Action ${ref}, ${quoted(action.what)}, falls due on ${longDay(dueNow(action))}.`)]
      : []),
  ])
}
