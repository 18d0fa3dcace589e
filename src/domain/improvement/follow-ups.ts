import { months, workingDays } from '../kernel/allowance.ts'
import type { FollowUp } from './framework.ts'

const READ = 'confirmed'

/** The council sends no plan to Ofsted after this inspection: a row, so that nobody looks for one. */
export const noPlanAsked: FollowUp = {
  code: 'plan-to-ofsted',
  what: 'No action plan has to be sent to Ofsted',
  to: 'Ofsted',
  when: 'always',
  clock: 'none',
  source: 'Council paper on a 2011 inspection',
  status: READ,
}

export const healthPlan: FollowUp = {
  code: 'cqc-plan',
  what: 'Action plan for the health recommendations',
  to: 'Care Quality Commission',
  when: 'health-recommendations',
  clock: 'receipt',
  within: workingDays(20),
  source: 'Council paper on a 2011 inspection',
  status: READ,
}

export const statementOfAction: FollowUp = {
  code: 'statement-of-action',
  what: 'Written statement of the action the council will take',
  to: 'Ofsted and the Secretary of State',
  when: 'always',
  clock: 'receipt',
  within: workingDays(70),
  source: 'Education and Inspections Act 2006 s137(3); SI 2007/462',
  status: 'supported',
}

export const publishReport: FollowUp = {
  code: 'publish-report',
  what: 'Publish the report, send it to partners, a local newspaper and a local radio station',
  to: 'The public',
  when: 'always',
  clock: 'receipt',
  within: workingDays(30),
  source: 'SI 2007/462 reg 2, as made',
  status: READ,
}

export const jointStatement: FollowUp = {
  ...statementOfAction,
  code: 'joint-statement',
  what: 'Written statement of the action that the agencies will take together',
  to: 'Ofsted, by the agency that the letter names',
  source: 'Children Act 2004 s20; SI 2015/1792',
  status: READ,
}

export const draftPlan: FollowUp = {
  code: 'draft-plan',
  what: 'Draft action plan after an area for priority action on a focused visit',
  to: 'Ofsted',
  when: 'priority-action',
  clock: 'receipt',
  within: workingDays(20),
  source: 'Trade press, 2018',
  status: 'supported',
}

export const finalPlan: FollowUp = {
  ...draftPlan,
  code: 'final-plan',
  what: 'Final action plan after an area for priority action on a focused visit',
  within: workingDays(70),
}

export const planningVisit: FollowUp = {
  code: 'action-planning-visit',
  what: 'Action planning visit by inspectors',
  to: 'Ofsted',
  when: 'inadequate',
  clock: 'none',
  source: 'Ofsted handbook, 2016',
  status: 'supported',
}

export const reinspection: FollowUp = {
  ...planningVisit,
  code: 're-inspection',
  what: 'Inspected again, once monitoring visits show enough progress',
}

export const monitoringVisit: FollowUp = {
  code: 'monitoring-visit',
  what: 'Monitoring visits each quarter until the next full inspection',
  to: 'Ofsted',
  when: 'inadequate',
  clock: 'publication',
  within: months(3),
  source: 'Ofsted handbook, 2016',
  status: 'supported',
}
