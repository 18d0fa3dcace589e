import { months } from '../../kernel/allowance.ts'
import { all, during, except } from '../say.ts'

/** Short breaks are not counted as being looked after in published figures (rules 2C). */
const shortBreaks = during('legal-status', {
  where: { fact: 'status', among: true, values: ['V3', 'V4'] },
  words: {
    on: 'In short breaks only',
    off: 'Not in short breaks only',
    one: 'short break',
    many: 'short breaks',
  },
})

const notShortBreaks = except(shortBreaks.onTheDay())

/** Looked after on the day, short breaks left out. */
export const lookedAfter = all(during('looked-after').onTheDay(), notShortBreaks)

/** Looked after on the day, without a break for at least so long. */
export const lookedAfterFor = (lasting: Parameters<ReturnType<typeof during>['onTheDay']>[0]) =>
  all(during('looked-after').onTheDay(lasting), notShortBreaks)

/** Looked after without a break for at least 12 months: the cohort of the yearly health return. */
export const lookedAfterAYear = lookedAfterFor({ lasting: { atLeast: months(12) } })

export const withPlan = during('protection-plan').onTheDay()

const worker = {
  kind: 'allocation',
  key: 'worker',
  words: {
    on: 'Allocated to a worker',
    off: 'No worker allocated',
    one: 'allocation to a worker',
    many: 'allocations to a worker',
  },
} as const

/** A named worker holds the case on the day. */
export const hasWorker = during(worker.kind, worker).onTheDay()

/** Open to social care on the day: from the referral that was accepted to the closing of the case, which is recorded. */
export const openToCare = during('in-need').onTheDay()
