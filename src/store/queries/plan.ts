import type { PlanEntry } from '../../domain/improvement/facts.ts'
import type { Inspection } from '../../domain/improvement/fold-findings.ts'
import { foldPlan, type Plan } from '../../domain/improvement/fold-plan.ts'
import type { Action } from '../../domain/improvement/plan.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { entriesOfKind, subjectsOf } from './subjects.ts'

export interface PlanView extends Plan {
  /** Every entry of the plan: sources before actions, and each file in the order written. */
  readonly entries: readonly Entry[]
  /** What a file is called, by the id of its subject. */
  readonly codes: ReadonlyMap<string, string>
}

const planEntry = ({ amends, ...e }: Entry): PlanEntry => (amends === null ? e : { ...e, amends })

const numberOf = (code: string | undefined): number => Number((code ?? '').slice(1))
/** Inspections before other sources, and each by number. */
const place = (code: string | undefined): number => numberOf(code) + (code?.startsWith('S') ? 1_000_000 : 0)

/**
 * The improvement plan, folded.
 * @param knownOn where given, only what had been written by the end of this day
 */
export async function readPlan(db: Db, knownOn?: Day): Promise<PlanView> {
  const inspections = await subjectsOf(db, 'inspection')
  const actions = await subjectsOf(db, 'action')
  const codes = new Map([...inspections, ...actions].map(s => [s.id, s.code]))
  const all = [...(await entriesOfKind(db, ['inspection'])), ...(await entriesOfKind(db, ['action']))]
  const entries = knownOn ? all.filter(e => londonDay(e.recorded) <= knownOn) : all
  const plan = foldPlan(entries.map(planEntry))
  const inOrder = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => place(codes.get(a.id)) - place(codes.get(b.id)))
  return {
    ...plan,
    inspections: inOrder(plan.inspections),
    actions: inOrder(plan.actions),
    entries,
    codes,
  }
}

/** The number of an action in the plan: "4". */
export const refOf = (view: PlanView, action: Pick<Action, 'id'>): string =>
  (view.codes.get(action.id) ?? '').slice(1)

/** A source of the plan by its code, whatever its kind: "I1", "S2". */
export const inspectionCalled = (view: PlanView, code: string): Inspection | undefined =>
  view.inspections.find(i => view.codes.get(i.id) === code.toUpperCase())

export const actionCalled = (view: PlanView, code: string): Action | undefined =>
  view.actions.find(a => view.codes.get(a.id) === code.toUpperCase())

/** The place of the last entry in a file of the plan: what a form is measured against when it comes back. */
export const lastSeq = (view: PlanView, subject: string): number =>
  view.entries.findLast(e => e.subject === subject)?.seq ?? 0
