import { type Day, day } from '../kernel/day.ts'
import { draftPlan, finalPlan, monitoringVisit } from './follow-ups.ts'
import type { FollowUp, FrameworkCode, Standing } from './framework.ts'
import { frameworkOf } from './frameworks.ts'
import type { ReportKind } from './reading/report.ts'

/** A visit between inspections, told of in a letter without grades. It belongs to the framework of its day. */
export interface Visit {
  readonly kind: Extract<ReportKind, 'focused-visit' | 'monitoring-visit' | 'assurance-visit'>
  readonly name: string
  readonly what: string
  readonly from: Day
  readonly to?: Day
  readonly of: readonly FrameworkCode[]
  readonly followUps: readonly FollowUp[]
  readonly source: string
  readonly status: Standing
}

export const visits: readonly Visit[] = [
  {
    kind: 'monitoring-visit',
    name: 'Monitoring visit',
    what: 'Each quarter where a council was found inadequate, until it is inspected again',
    from: day('2016-05-01'),
    of: ['sif-2013', 'ilacs-2018'],
    followUps: [monitoringVisit],
    source: 'Ofsted handbook, 2016',
    status: 'supported',
  },
  {
    kind: 'focused-visit',
    name: 'Focused visit',
    what: 'Two days on one service or group of children, between inspections',
    from: day('2018-01-01'),
    of: ['ilacs-2018'],
    followUps: [draftPlan, finalPlan],
    source: 'Trade press, 2018; sector analysis of visits',
    status: 'supported',
  },
  {
    kind: 'assurance-visit',
    name: 'Assurance visit',
    what: 'In the pandemic, in place of inspections',
    from: day('2020-09-01'),
    to: day('2021-04-30'),
    of: ['ilacs-2018'],
    followUps: [draftPlan, finalPlan],
    source: 'Sector analysis of visits; its guidance was not read',
    status: 'unconfirmed',
  },
]

/** Those of a framework's follow-ups that only a visit brings about. */
const VISIT_ONLY: readonly FollowUp[] = [draftPlan, finalPlan]

/** What must follow a report: of an inspection what its framework says, of a visit what the visit says. */
export function followUpsAfter(framework: FrameworkCode, kind: ReportKind): readonly FollowUp[] {
  const visit = visits.find(v => v.kind === kind)
  if (visit) return visit.followUps
  return frameworkOf(framework).followUps.filter(f => !VISIT_ONLY.some(v => v.code === f.code))
}
