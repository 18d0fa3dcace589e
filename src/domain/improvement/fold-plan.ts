import { type Answers, answersOf } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import { plannedAction, steps } from './fold-actions.ts'
import {
  confirmedFinding,
  type Finding,
  findingFrom,
  type Inspection,
  inspectionFrom,
} from './fold-findings.ts'
import type { Action } from './plan.ts'

/** The improvement plan: inspections with their findings, and actions, each in the order first written. */
export interface Plan {
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
  for (const entry of amended(entries)) {
    const why = step(making, entry)
    if (why) faults.push({ entry: entry.id, why })
  }
  const findings = new Map([...making.inspections.values()].map(i => [i.id, i.findings]))
  const actions = [...making.actions.values()].map(a =>
    withFinding(a, findings.get(a.source.inspection) ?? []),
  )
  return { inspections: [...making.inspections.values()], actions, faults }
}

/** Each entry as last amended, in its own place. */
function amended(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  const first = new Map<string, string>()
  const last = new Map<string, PlanEntry>()
  for (const entry of entries) {
    const root = entry.amends === undefined ? entry.id : (first.get(entry.amends) ?? entry.amends)
    first.set(entry.id, root)
    last.set(root, entry)
  }
  return entries.flatMap(e => {
    const latest = e.amends === undefined ? last.get(e.id) : undefined
    return latest ? [{ ...latest, id: e.id }] : []
  })
}

/** A finding corrected after the action was planned shows in the action's source too. */
function withFinding(action: Action, findings: readonly Finding[]): Action {
  const found = findings.find(f => f.id === action.source.finding)
  if (!found) return action
  const { text, section, band, paragraph } = found
  return { ...action, source: { ...action.source, text, section, band, ...(paragraph ? { paragraph } : {}) } }
}

/** Folds one entry in; says why not where it cannot be. */
function step(making: Making, entry: PlanEntry): string | undefined {
  const a = answersOf(entry.answers)
  const onInspection = ['inspection-report-loaded', 'finding-confirmed', 'finding-added', 'finding-set-aside']
  if (onInspection.includes(entry.type)) return inspectionStep(making, entry, a)
  return actionStep(making, entry, a)
}

function inspectionStep(making: Making, entry: PlanEntry, a: Answers): string | undefined {
  const before = making.inspections.get(entry.subject)
  const put = (after: Inspection) => {
    if (a.missing.length === 0) making.inspections.set(entry.subject, after)
    return unanswered(a)
  }
  if (entry.type === 'inspection-report-loaded') return put(inspectionFrom(entry, a))
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
  const put = (after: Action) => {
    if (a.missing.length === 0) making.actions.set(entry.subject, after)
    return unanswered(a)
  }
  if (entry.type === 'action-planned') {
    const finding = making.inspections
      .get(a.text('inspection'))
      ?.findings.find(f => f.id === a.text('finding'))
    if (!finding) return 'The finding this action is for is not in any loaded report.'
    return put(plannedAction(entry, a, finding, before))
  }
  const change = steps[entry.type]
  if (!change) return undefined
  if (!before) return 'This action has not been planned yet.'
  if (entry.type === 'milestone-met' && !before.milestones.some(m => m.id === a.text('milestone')))
    return 'The action has no such milestone.'
  return put(change(before, entry, a))
}

const unanswered = (a: Answers): string | undefined =>
  a.missing.length === 0
    ? undefined
    : `Not answered, or not with what was asked: ${[...new Set(a.missing)].join(', ')}.`
