import type { Inspection } from '../../src/domain/improvement/fold-findings.ts'
import type { Action } from '../../src/domain/improvement/plan.ts'
import { day } from '../../src/domain/kernel/day.ts'

/** An action with nothing on it but what is given. */
export const anAction = (more: Partial<Action> = {}): Action => ({
  id: 'a1',
  source: {
    inspection: 'insp',
    finding: '1',
    text: 'hold reviews on time',
    section: 'looked-after',
    band: null,
  },
  also: [],
  what: 'Book reviews a month ahead',
  outcome: 'Plans are looked at in time.',
  lead: 'Bo Marsh',
  partners: [],
  due: day('2026-09-12'),
  revisions: [],
  milestones: [],
  depends: [],
  measures: [],
  deliveries: [],
  impacts: [],
  progress: [],
  evidence: [],
  barriers: [],
  challenges: [],
  decisions: [],
  closures: [],
  retests: [],
  state: 'open',
  ...more,
})

/** An inspection with nothing found but what is given. */
export const anInspection = (more: Partial<Inspection> = {}): Inspection => ({
  id: 'insp',
  kind: 'inspection',
  title: null,
  body: null,
  link: null,
  documents: [],
  visit: null,
  received: null,
  file: 'eastmere.txt',
  framework: 'slac-2009',
  authority: 'Eastmere',
  inspectedFrom: day('2026-05-11'),
  inspectedTo: day('2026-05-22'),
  published: day('2026-06-12'),
  judgements: [],
  findings: [],
  unsure: [],
  ...more,
})
