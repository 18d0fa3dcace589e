import type { Answers } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import { closingSteps } from './fold-closing.ts'
import type { Finding } from './fold-findings.ts'
import { boundMeasure, withReading } from './fold-measures.ts'
import { partSteps } from './fold-parts.ts'
import { dated, type Step } from './fold-step.ts'
import { type Action, type ActionSource, BRAGS, type Mark } from './plan.ts'

const EMPTY = {
  also: [],
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
} as const

export function sourceOfFinding(inspection: string, finding: Finding): ActionSource {
  const { id, text, section, band, paragraph } = finding
  return { inspection, finding: id, text, section, band, ...(paragraph === undefined ? {} : { paragraph }) }
}

/** The words and people of an action, as planned last. */
function plannedWords(a: Answers) {
  const owner = a.maybeText('owner')
  const sponsor = a.maybeText('sponsor')
  const theme = a.maybeText('theme')
  const priority = a.maybeChoice('priority', ['high', 'medium', 'low'])
  const start = a.maybeDay('start')
  return {
    what: a.text('what'),
    outcome: a.text('outcome'),
    lead: a.text('lead'),
    partners: a.list('partners') ?? [],
    ...(owner === undefined ? {} : { owner }),
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(theme === undefined ? {} : { theme }),
    ...(priority === undefined ? {} : { priority }),
    ...(start === undefined ? {} : { start }),
  }
}

/** The action as planned, or planned again: its own due day, marks, notes and measures are kept from before. */
export function plannedAction(
  entry: PlanEntry,
  a: Answers,
  finding: Finding,
  before: Action | undefined,
): Action {
  const { owner: _o, sponsor: _s, theme: _t, priority: _p, start: _d, ...kept } = before ?? EMPTY_ACTION
  const due = a.day('due')
  return {
    ...kept,
    id: entry.subject,
    source: sourceOfFinding(a.text('inspection'), finding),
    ...plannedWords(a),
    due: before?.due ?? due,
  }
}

const EMPTY_ACTION: Partial<Action> & typeof EMPTY = EMPTY

const markFrom = (entry: PlanEntry, a: Answers): Mark => {
  const why = a.maybeText('why')
  return { brag: a.choice('brag', BRAGS), on: entry.happened, by: entry.author, ...(why ? { why } : {}) }
}

const bound: Step = (action, entry, a) => {
  const measure = boundMeasure(entry, a)
  return measure ? { ...action, measures: [...action.measures, measure] } : action
}

const read: Step = (action, entry, a) => {
  const measures = withReading(action.measures, entry, a)
  return measures ? { ...action, measures } : { fault: 'The action has no such measure to be read.' }
}

/** What each kind of entry makes of an action already planned. */
export const steps: Readonly<Record<string, Step>> = {
  'milestone-set': (action, entry, a) => ({
    ...action,
    milestones: [...action.milestones, { id: entry.id, what: a.text('what'), by: a.day('by') }],
  }),
  'milestone-met': (action, entry, a) => {
    const id = a.text('milestone')
    if (!action.milestones.some(m => m.id === id)) return { fault: 'The action has no such milestone.' }
    const met = (m: Action['milestones'][number]) => (m.id === id ? { ...m, met: entry.happened } : m)
    return { ...action, milestones: action.milestones.map(met) }
  },
  'measure-bound': bound,
  'audit-measure-bound': bound,
  'survey-measure-bound': bound,
  'visit-measure-bound': bound,
  'survey-read': read,
  'visit-read': read,
  'action-progress': (action, entry, a) => ({
    ...action,
    progress: dated([...action.progress, { on: entry.happened, author: entry.author, text: a.text('note') }]),
  }),
  'delivery-marked': (action, entry, a) => ({
    ...action,
    deliveries: dated([...action.deliveries, markFrom(entry, a)]),
  }),
  'impact-marked': (action, entry, a) => ({
    ...action,
    impacts: dated([...action.impacts, markFrom(entry, a)]),
  }),
  'due-date-revised': (action, entry, a) => ({
    ...action,
    revisions: dated([
      ...action.revisions,
      {
        due: a.day('due'),
        why: a.text('why'),
        agreedBy: a.text('agreedBy'),
        on: entry.happened,
        by: entry.author,
      },
    ]),
  }),
  ...partSteps,
  ...closingSteps,
}
