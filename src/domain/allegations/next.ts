import type { Day } from '../kernel/day.ts'
import { type Clock, stillAsked } from '../timescales/timescale.ts'
import { type Allegation, isOpen } from './allegation.ts'

/** One thing to do next in a file, and by which record it is done. */
export interface NextStep {
  readonly words: string
  readonly due: Day | null
  /** The record type whose form does it. */
  readonly record: string
  /** The action it is about, where it is one. */
  readonly action?: string
}

const running = (clocks: readonly Clock[], series: string, today: Day) =>
  clocks.find(c => c.series === series && stillAsked(c, today))

/** What comes next in a file, the soonest first and what has no day last. */
export function nextSteps(a: Allegation, today: Day): readonly NextStep[] {
  const steps: NextStep[] = a.actions
    .filter(x => x.done === null)
    .map(x => ({
      words: `${x.what} (${x.who})`,
      due: x.due,
      record: 'allegation-action-done',
      action: x.id,
    }))
  if (a.state === 'deciding')
    steps.push({
      words: 'Decide whether it meets the threshold, and say why',
      due: null,
      record: 'allegation-considered',
    })
  const review = running(a.clocks, 'allegation-review', today)
  if (review) steps.push({ words: 'Review it', due: review.due, record: 'allegation-meeting' })
  const resolve = running(a.clocks, 'allegation-resolved', today)
  if (resolve && a.state === 'managed')
    steps.push({ words: 'Bring it to an outcome', due: resolve.due, record: 'allegation-outcome' })
  const proved = a.outcome?.outcome === 'substantiated' && !isOpen(a)
  if (proved && a.referred === null)
    steps.push({
      words: 'It was substantiated: write down whether the employer referred them to a barring service',
      due: null,
      record: 'allegation-referral',
    })
  return steps.toSorted((x, y) => (x.due ?? '9').localeCompare(y.due ?? '9'))
}
