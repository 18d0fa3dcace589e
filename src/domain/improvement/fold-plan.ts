import { type Answers, answersOf } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import { plannedAction, sourceOfFinding, steps } from './fold-actions.ts'
import { claimedFrom } from './fold-closing.ts'
import {
  confirmedFinding,
  type Finding,
  findingFrom,
  type Inspection,
  inspectionFrom,
  sourceFrom,
} from './fold-findings.ts'
import type { Action, ActionSource } from './plan.ts'
import { standing } from './standing.ts'

/** The improvement plan: its sources with their findings, and actions, each in the order first written. */
export interface Plan {
  /** Every source of the plan, whatever its kind. */
  readonly inspections: readonly Inspection[]
  readonly actions: readonly Action[]
  /** Entries that could not be folded in, and why: told, never dropped in silence. */
  readonly faults: readonly { readonly entry: string; readonly why: string }[]
}

interface Making {
  readonly inspections: Map<string, Inspection>
  readonly actions: Map<string, Action>
}

/**
 * Folds the plan from entries in the order they were recorded. No entry is changed: a later one supersedes what it
 * speaks of. Entries of other types are passed over.
 */
export function foldPlan(entries: readonly PlanEntry[]): Plan {
  const making: Making = { inspections: new Map(), actions: new Map() }
  const faults: { entry: string; why: string }[] = []
  for (const entry of standing(entries)) {
    const why = step(making, entry)
    if (why) faults.push({ entry: entry.id, why })
  }
  const findings = new Map([...making.inspections.values()].map(i => [i.id, i.findings]))
  const latest = (source: ActionSource): ActionSource => {
    const found = findings.get(source.inspection)?.find(f => f.id === source.finding)
    return found ? sourceOfFinding(source.inspection, found) : source
  }
  const actions = [...making.actions.values()].map(a => finished(a, latest))
  return { inspections: [...making.inspections.values()], actions, faults }
}

/** A finding corrected after the action was planned shows in the action too; whether it is claimed complete is told last. */
function finished(action: Action, latest: (source: ActionSource) => ActionSource): Action {
  const claimedComplete = claimedFrom(action)
  return {
    ...action,
    source: latest(action.source),
    also: action.also.map(latest),
    ...(claimedComplete ? { claimedComplete } : {}),
  }
}

const ON_SOURCE = [
  'inspection-report-loaded',
  'source-added',
  'finding-confirmed',
  'finding-added',
  'finding-set-aside',
]

/** Folds one entry in; says why not where it cannot be. */
function step(making: Making, entry: PlanEntry): string | undefined {
  const a = answersOf(entry.answers)
  return ON_SOURCE.includes(entry.type) ? sourceStep(making, entry, a) : actionStep(making, entry, a)
}

function sourceStep(making: Making, entry: PlanEntry, a: Answers): string | undefined {
  const before = making.inspections.get(entry.subject)
  const put = (after: Inspection) => {
    if (a.missing.length === 0) making.inspections.set(entry.subject, after)
    return unanswered(a)
  }
  if (entry.type === 'inspection-report-loaded') return put(inspectionFrom(entry, a))
  if (entry.type === 'source-added') return put(sourceFrom(entry, a))
  if (!before) return 'No report has been loaded for this inspection.'
  if (entry.type === 'finding-added') {
    const added = { ...findingFrom(entry.id, a), confirmed: { by: entry.author, on: entry.happened } }
    return put({ ...before, findings: [...before.findings, added] })
  }
  const id = a.text('finding')
  if (!before.findings.some(f => f.id === id)) return `The report has no finding "${id}".`
  const change = (f: Finding): Finding =>
    entry.type === 'finding-confirmed'
      ? confirmedFinding(f, entry, a)
      : { ...f, setAside: { by: entry.author, on: entry.happened, why: a.text('why') } }
  return put({ ...before, findings: before.findings.map(f => (f.id === id ? change(f) : f)) })
}

function actionStep(making: Making, entry: PlanEntry, a: Answers): string | undefined {
  const before = making.actions.get(entry.subject)
  const put = (after: Action | { readonly fault: string }) => {
    if ('fault' in after) return after.fault
    if (a.missing.length === 0) making.actions.set(entry.subject, after)
    return unanswered(a)
  }
  const named = () =>
    making.inspections.get(a.text('inspection'))?.findings.find(f => f.id === a.text('finding'))
  if (entry.type === 'action-planned') {
    const finding = named()
    if (!finding) return 'The finding this action is for is not in any loaded report.'
    return put(plannedAction(entry, a, finding, before))
  }
  const change = steps[entry.type]
  if (!change && entry.type !== 'action-answers-too') return undefined
  if (!before) return 'This action has not been planned yet.'
  if (change) return put(change(before, entry, a))
  const finding = named()
  if (!finding) return 'What this action answers too is not in any loaded report.'
  return put({ ...before, also: [...before.also, sourceOfFinding(a.text('inspection'), finding)] })
}

const unanswered = (a: Answers): string | undefined =>
  a.missing.length === 0
    ? undefined
    : `Not answered, or not with what was asked: ${[...new Set(a.missing)].join(', ')}.`
