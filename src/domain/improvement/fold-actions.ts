import type { Answers } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import type { Finding } from './fold-findings.ts'
import { type Action, BRAGS, type Mark, type Measure } from './plan.ts'

/** The action as planned, or planned again: its own due day, marks, notes and measure are kept from before. */
export function plannedAction(
  entry: PlanEntry,
  a: Answers,
  finding: Finding | undefined,
  before: Action | undefined,
): Action {
  const sponsor = a.maybeText('sponsor')
  const start = a.maybeDay('start')
  const due = a.day('due')
  const { sponsor: _s, start: _d, ...kept } = before ?? EMPTY
  return {
    ...kept,
    id: entry.subject,
    source: {
      inspection: a.text('inspection'),
      finding: a.text('finding'),
      text: finding?.text ?? '',
      section: finding?.section ?? 'overall',
      band: finding?.band ?? null,
      ...(finding?.paragraph === undefined ? {} : { paragraph: finding.paragraph }),
    },
    what: a.text('what'),
    outcome: a.text('outcome'),
    lead: a.text('lead'),
    partners: a.list('partners') ?? [],
    due: before?.due ?? due,
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(start === undefined ? {} : { start }),
  }
}

const EMPTY: Pick<
  Action,
  'revisions' | 'milestones' | 'deliveries' | 'impacts' | 'progress' | 'start' | 'sponsor'
> = {
  revisions: [],
  milestones: [],
  deliveries: [],
  impacts: [],
  progress: [],
}

const markFrom = (entry: PlanEntry, a: Answers): Mark => {
  const why = a.maybeText('why')
  return { brag: a.choice('brag', BRAGS), on: entry.happened, by: entry.author, ...(why ? { why } : {}) }
}

function measureFrom(a: Answers): Measure {
  const by = a.maybeText('splitBy')
  const value = a.maybeText('splitValue')
  const team = a.maybeText('team')
  const unit = a.maybeChoice('unit', ['percent', 'number'])
  return {
    indicator: a.text('indicator'),
    ...(by && value ? { split: { by, value } } : {}),
    ...(team ? { team } : {}),
    baseline: { value: a.number('baseline'), on: a.day('baselineOn') },
    target: { value: a.number('target'), by: a.day('targetBy') },
    good: a.choice('good', ['high', 'low']),
    ...(unit ? { unit } : {}),
  }
}

/** Blue claims completion from that day; a second blue does not move the day; any other mark withdraws the claim. */
function delivered(action: Action, mark: Mark): Action {
  const { claimedComplete, ...rest } = action
  const claim = mark.brag === 'blue' ? { claimedComplete: claimedComplete ?? mark.on } : {}
  return { ...rest, deliveries: [...action.deliveries, mark], ...claim }
}

/** What each kind of entry makes of an action already planned. */
export const steps: Readonly<Record<string, (action: Action, entry: PlanEntry, a: Answers) => Action>> = {
  'milestone-set': (action, entry, a) => ({
    ...action,
    milestones: [...action.milestones, { id: entry.id, what: a.text('what'), by: a.day('by') }],
  }),
  'milestone-met': (action, entry, a) => {
    const id = a.text('milestone')
    return {
      ...action,
      milestones: action.milestones.map(m => (m.id === id ? { ...m, met: entry.happened } : m)),
    }
  },
  'measure-bound': (action, _, a) => ({ ...action, measure: measureFrom(a) }),
  'action-progress': (action, entry, a) => ({
    ...action,
    progress: [...action.progress, { on: entry.happened, author: entry.author, text: a.text('note') }],
  }),
  'delivery-marked': (action, entry, a) => delivered(action, markFrom(entry, a)),
  'impact-marked': (action, entry, a) => ({ ...action, impacts: [...action.impacts, markFrom(entry, a)] }),
  'due-date-revised': (action, entry, a) => ({
    ...action,
    revisions: [
      ...action.revisions,
      { due: a.day('due'), why: a.text('why'), agreedBy: a.text('agreedBy'), on: entry.happened },
    ],
  }),
}
