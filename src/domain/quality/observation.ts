import { decide } from '../access/decide.ts'
import type { Viewer } from '../access/roles.ts'
import { answersOf } from '../improvement/answers.ts'
import { type Day, parseDay } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'
import { questionsOf } from '../records/types/audit-grading.ts'
import type { StandardFound } from './audit.ts'
import { type Grade, isGrade } from './grades.ts'
import type { Tie } from './independence.ts'
import { observationTool } from './observations.ts'
import { gradingType } from './tools.ts'

/** One observation, folded. */
export interface Observation {
  readonly id: string
  readonly tool: string
  readonly observed: string
  readonly observer: string
  readonly child: string | null
  readonly team: string | null
  readonly on: Day
  readonly until: Day | null
  readonly calledOff: string | null
  readonly found: {
    readonly on: Day
    readonly standards: readonly StandardFound[]
    readonly overall: Grade
    readonly overallWhy: string | null
  } | null
  readonly actions: readonly {
    readonly ref: string
    readonly what: string
    readonly by: Day
    readonly done: { readonly what: string; readonly on: Day } | null
  }[]
  readonly response: { readonly view: string; readonly will: string; readonly on: Day } | null
  readonly seq: number
}

function foundIn(tool: string, entries: readonly Entry[]): Observation['found'] {
  const e = entries.findLast(x => x.type === gradingType(tool))
  if (!e || !isGrade(e.answers.overall)) return null
  const a = answersOf(e.answers)
  const standards = (observationTool(tool)?.standards ?? []).map(s => {
    const q = questionsOf(s.code)
    const grade = e.answers[q.grade]
    return {
      standard: s.code,
      grade: isGrade(grade) ? grade : null,
      why: a.maybeText(q.why) ?? null,
      good: a.maybeText(q.good) ?? null,
    }
  })
  return {
    on: e.happened,
    standards,
    overall: e.answers.overall,
    overallWhy: a.maybeText('overallWhy') ?? null,
  }
}

/** Folds the file of an observation, its entries in order; null where none was arranged. */
export function foldObservation(entries: readonly Entry[]): Observation | null {
  const opened = entries.find(e => e.type === 'observation-opened')
  if (!opened) return null
  const a = answersOf(opened.answers)
  const tool = a.text('tool')
  const answer = entries.findLast(e => e.type === 'observation-response')
  const off = entries.findLast(e => e.type === 'observation-called-off')
  const said = answer && answersOf(answer.answers)
  return {
    id: opened.subject,
    tool,
    observed: a.text('observed'),
    observer: a.text('observer'),
    child: a.maybeText('child') ?? null,
    team: a.maybeText('team') ?? null,
    on: parseDay(a.text('on')) ?? opened.happened,
    until: a.maybeDay('until') ?? null,
    calledOff: off ? answersOf(off.answers).text('why') : null,
    found: foundIn(tool, entries),
    actions: entries
      .filter(e => e.type === 'observation-action')
      .map(e => {
        const own = answersOf(e.answers)
        const ref = own.text('ref')
        const done = entries.findLast(x => x.type === 'observation-action-done' && x.answers.action === ref)
        return {
          ref,
          what: own.text('what'),
          by: own.day('by'),
          done: done ? { what: answersOf(done.answers).text('what'), on: done.happened } : null,
        }
      }),
    response:
      answer && said ? { view: said.text('view'), will: said.text('will'), on: answer.happened } : null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}

/** How an observation stands, for lists. */
export function observationState(o: Observation, on: Day): string {
  if (o.calledOff !== null) return 'Called off'
  if (!o.found) return o.on > on ? 'Arranged' : 'To be written up'
  const left = o.actions.filter(x => x.done === null).length
  if (!o.response) return 'Waits for an answer'
  return left === 0 ? 'Answered' : left === 1 ? '1 action open' : `${left} actions open`
}

/**
 * Who may read an observation, beside having leave to open the child it is about: who observed, who was observed, the
 * manager of their team, and who shares out audits. Until it is written up, the manager has no part in it.
 */
export const maySee = (viewer: Viewer, o: Observation): boolean =>
  viewer.id === o.observer ||
  viewer.id === o.observed ||
  decide(viewer, 'audit-draw').allow ||
  (o.found !== null && viewer.role === 'team-manager' && viewer.team !== null && viewer.team === o.team)

const TIES: Readonly<Record<Tie['kind'], string>> = {
  worker: 'is or was the child’s worker',
  manager: 'manages or managed the worker’s team',
  reviewing: 'is or was the child’s reviewing officer',
  wrote: 'wrote in the child’s file',
}

/** Why somebody may not observe, or null where they may: nobody observes themselves, or work on a case of their own. */
export function mayNotObserve(observer: string, observed: string, tied: readonly Tie[]): string | null {
  if (observer === observed) return 'Nobody observes themselves. Choose somebody else to observe.'
  const tie = tied.find(t => t.auditor === observer)
  return tie
    ? `They may not observe this: the observer ${TIES[tie.kind]}. Choose somebody without a part in it.`
    : null
}
