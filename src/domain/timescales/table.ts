import { days, months, weeks, workingDays } from '../kernel/allowance.ts'
import { day } from '../kernel/day.ts'
import type { Series, Timescale } from './timescale.ts'

const careRegs = day('2011-04-01')

/** What runs on a child. Order is the order shown. */
export const series: readonly Series[] = [
  {
    code: 'referral-decision',
    title: 'Referral decision',
    task: 'Decide the referral',
    during: 'referral',
    stops: 'referral-decision',
    once: true,
    owner: 'manager',
  },
  {
    code: 'looked-after-visit',
    title: 'Visit to a looked after child',
    task: 'Visit the child',
    during: 'looked-after',
    restarts: 'placement',
    stops: 'looked-after-visit',
    owner: 'worker',
  },
  {
    code: 'looked-after-review',
    title: 'Looked after review',
    task: 'Hold the review',
    during: 'looked-after',
    stops: 'looked-after-review',
    owner: 'reviewing',
  },
  {
    code: 'health-assessment',
    title: 'Health assessment',
    task: 'Arrange the health assessment',
    during: 'looked-after',
    stops: 'health-assessment',
    owner: 'worker',
  },
  {
    code: 'dental-check',
    title: 'Dental check',
    task: 'Arrange the dental check',
    during: 'looked-after',
    stops: 'dental-check',
    owner: 'worker',
  },
  {
    code: 'immunisations',
    title: 'Immunisations',
    task: 'Check immunisations',
    during: 'looked-after',
    stops: 'immunisations',
    owner: 'worker',
  },
  {
    code: 'sdq',
    title: 'Strengths and difficulties questionnaire',
    task: 'Get the questionnaire from the carer',
    during: 'looked-after',
    stops: 'sdq',
    fromAge: 4,
    untilAge: 17,
    owner: 'worker',
  },
  {
    code: 'protection-visit',
    title: 'Visit to a child with a protection plan',
    task: 'Visit the child',
    during: 'protection-plan',
    stops: 'protection-visit',
    owner: 'worker',
  },
  {
    code: 'protection-review',
    title: 'Review child protection conference',
    task: 'Hold the review conference',
    during: 'protection-plan',
    stops: 'protection-review',
    owner: 'reviewing',
  },
]

const always = { from: null, to: null } as const
const regs2010 = 'Care Planning, Placement and Case Review Regulations 2010'
const health = 'Promoting the health and well-being of looked-after children'
/** Before 1 April 2011 the 1991 regulations set other visits; their text was not read, so these rows say so. */
const before = {
  from: null,
  to: careRegs,
  source: 'Earlier regulations: taken as today’s',
  standing: 'unconfirmed',
} as const

const firstVisit = {
  series: 'looked-after-visit',
  title: 'First visit to a placement',
  nth: { from: 1, to: 1 },
  within: days(7),
}
const laterVisit = { series: 'looked-after-visit', title: 'Later visits', nth: { from: 2 }, within: weeks(6) }

/** The rules, a row each. The row in force when a clock started governs it, so a new rule changes no past. */
export const timescales: readonly Timescale[] = [
  {
    series: 'referral-decision',
    code: 'referral-decision',
    title: 'Referral decision',
    within: workingDays(1),
    ...always,
    source: 'Children in need census guide 2023-24; Keeping children safe in education 2025 para 62',
    standing: 'confirmed',
  },
  { ...firstVisit, code: 'looked-after-visit.first.earlier', ...before },
  { ...laterVisit, code: 'looked-after-visit.later.earlier', ...before },
  {
    ...firstVisit,
    code: 'looked-after-visit.first',
    from: careRegs,
    to: null,
    source: `${regs2010}, regulation 28(2)(a)`,
    standing: 'confirmed',
  },
  {
    ...laterVisit,
    code: 'looked-after-visit.long-term',
    title: 'Later visits, long-term placement after its first year',
    within: months(3),
    after: { lasted: months(12), fact: 'longTerm' },
    from: careRegs,
    to: null,
    source: `${regs2010}, regulation 28(2)(c)(i)`,
    standing: 'confirmed',
  },
  {
    ...laterVisit,
    code: 'looked-after-visit.later',
    from: careRegs,
    to: null,
    source: `${regs2010}, regulation 28(2)(b) and (c)(ii)`,
    standing: 'confirmed',
  },
  {
    series: 'looked-after-review',
    code: 'looked-after-review.first',
    title: 'First review',
    nth: { from: 1, to: 1 },
    within: workingDays(20),
    ...always,
    source: `${regs2010}, regulation 33(1); ${health}, para 41`,
    standing: 'confirmed',
  },
  {
    series: 'looked-after-review',
    code: 'looked-after-review.second',
    title: 'Second review',
    nth: { from: 2, to: 2 },
    within: months(3),
    ...always,
    source: `${regs2010}, regulation 33(2)`,
    standing: 'supported',
  },
  {
    series: 'looked-after-review',
    code: 'looked-after-review.later',
    title: 'Later reviews',
    nth: { from: 3 },
    within: months(6),
    ...always,
    source: `${regs2010}, regulation 33(2)`,
    standing: 'supported',
  },
  {
    series: 'health-assessment',
    code: 'health-assessment.first',
    title: 'First health assessment',
    nth: { from: 1, to: 1 },
    within: workingDays(20),
    ...always,
    source: `${health}, para 41: in time for the first review`,
    standing: 'confirmed',
  },
  {
    series: 'health-assessment',
    code: 'health-assessment.under-5',
    title: 'Review health assessment, under 5',
    nth: { from: 2 },
    within: months(6),
    dueAge: { under: 5 },
    ...always,
    source: `${health}, para 53`,
    standing: 'confirmed',
  },
  {
    series: 'health-assessment',
    code: 'health-assessment.5-and-over',
    title: 'Review health assessment, 5 and over',
    nth: { from: 2 },
    within: months(12),
    ...always,
    source: `${health}, para 53`,
    standing: 'confirmed',
  },
  ...(['dental-check', 'immunisations'] as const).map(
    code =>
      ({
        series: code,
        code,
        title: code === 'dental-check' ? 'Dental check' : 'Immunisations checked',
        within: months(12),
        ...always,
        source: `${health}: reported each year to 31 March`,
        standing: 'confirmed',
      }) as const,
  ),
  {
    series: 'sdq',
    code: 'sdq',
    title: 'Questionnaire, ages 4 to 16',
    within: months(12),
    ...always,
    source: `${health}, annex B`,
    standing: 'confirmed',
  },
  {
    series: 'protection-visit',
    code: 'protection-visit',
    title: 'Visits under a protection plan',
    within: workingDays(10),
    ...always,
    source: 'Local rule: no national number. Set by the authority',
    standing: 'local',
  },
  {
    series: 'protection-review',
    code: 'protection-review.first',
    title: 'First review conference',
    nth: { from: 1, to: 1 },
    within: months(3),
    ...always,
    source: 'Working Together: within three months of the initial conference',
    standing: 'supported',
  },
  {
    series: 'protection-review',
    code: 'protection-review.later',
    title: 'Later review conferences',
    nth: { from: 2 },
    within: months(6),
    ...always,
    source: 'Working Together: at most six months apart',
    standing: 'supported',
  },
]

export const findSeries = (code: string): Series | undefined => series.find(s => s.code === code)
export const findTimescale = (code: string): Timescale | undefined => timescales.find(t => t.code === code)
