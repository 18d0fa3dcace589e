import type { Inspection } from '../domain/improvement/fold-findings.ts'
import type { ReadAction } from '../domain/improvement/plan-file/rows.ts'
import {
  type Otherwise,
  type Step,
  toWrite,
  type WhichFinding,
} from '../domain/improvement/plan-file/to-write.ts'
import type { Day, Instant } from '../domain/kernel/day.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { parse, type Typed } from '../domain/records/parse.ts'
import type { RecordType } from '../domain/records/record-type.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import { actionPlanned, findingAdded } from '../domain/records/types/plan.ts'
import { sourceAdded } from '../domain/records/types/plan-sources.ts'
import type { Db } from './connection.ts'
import { newId } from './ids.ts'
import { appendAll } from './ledger.ts'
import { nextNumbered } from './numbered.ts'
import { readPlan } from './queries/plan.ts'

/** A line that cannot be written as it is, and what to do. */
export interface LineFault {
  readonly line: number
  readonly why: string
}

export interface PlanTaken {
  readonly actions: number
  /** Recommendations that the plan did not have. */
  readonly added: number
  /** What the new source is called; none where every recommendation was there already. */
  readonly source: string | null
}

interface Taking {
  /** The id of the new source: made when the form was opened, so that sending it twice takes it once. */
  readonly id: string
  readonly file: string
  readonly source: Typed
  readonly actions: readonly ReadAction[]
  readonly otherwise: Otherwise
  readonly author: string
  readonly now: Instant
  readonly today: Day
}

const NAMES: Readonly<Record<string, string>> = {
  lead: 'Owner',
  due: 'Due',
  outcome: 'Outcome for children',
  what: 'Action',
}

function answersOf(type: RecordType, typed: Typed, today: Day) {
  const fields = Object.fromEntries(
    Object.entries(type.fields).filter(([name]) => name !== 'inspection' && name !== 'finding'),
  )
  return parse({ ...type, fields }, typed, { today, born: null, unborn: false })
}

/** Lines of a file, checked as the forms of the product would check them. Nothing is written. */
export function checkPlan(
  actions: readonly ReadAction[],
  sources: readonly Inspection[],
  otherwise: Otherwise,
): readonly LineFault[] {
  const { today } = otherwise
  const why = (step: Step): readonly string[] => {
    const read = answersOf(knownRecordType(step.type), step.typed, today)
    return read.ok
      ? []
      : Object.entries(read.error).map(
          ([f, say]) => `${NAMES[f] ?? knownRecordType(step.type).title}: ${say}`,
        )
  }
  const write = toWrite(actions, sources, otherwise)
  const lines = [
    ...write.findings.map(f => ({ line: f.line, steps: [{ type: findingAdded.code, typed: f.typed }] })),
    ...write.actions.map(a => ({
      line: a.line,
      steps: [{ type: actionPlanned.code, typed: a.planned }, ...a.after],
    })),
  ]
  return lines.flatMap(l => l.steps.flatMap(why).map(say => ({ line: l.line, why: say })))
}

/**
 * Takes a plan into the product: a source for what it answers, its recommendations, and each action with its milestones,
 * its moved date, its marks and its words. All of it or nothing.
 * @returns what was taken; or the lines that stand in the way, or that it was taken before
 */
export async function takePlan(tx: Db, taking: Taking): Promise<Result<PlanTaken, readonly LineFault[]>> {
  const { id, author, now, today, otherwise } = taking
  const view = await readPlan(tx)
  const faults = checkPlan(taking.actions, view.inspections, otherwise)
  if (faults.length > 0) return fail(faults)
  const opened = answersOf(sourceAdded, taking.source, today)
  if (!opened.ok) return fail(Object.values(opened.error).map(why => ({ line: 0, why })))
  const write = toWrite(taking.actions, view.inspections, otherwise)
  const code = await nextNumbered(tx, 'inspection', 'S')
  const first = Number((await nextNumbered(tx, 'action', 'A')).slice(1))
  const entries: NewEntry[] = []
  const put = (
    subject: string,
    type: RecordType,
    typed: Typed,
    beside: Readonly<Record<string, string>>,
    line?: number,
  ) => {
    const read = answersOf(type, typed, today)
    if (!read.ok) throw new Error(`A checked line did not parse: ${JSON.stringify(read.error)}`)
    const source = line === undefined ? taking.file : `${taking.file} line ${line}`
    const entryId = newId(now)
    entries.push(
      newEntry({
        id: entryId,
        subject,
        type,
        answers: { ...beside, ...read.value },
        author,
        now,
        today,
        source,
      }),
    )
    return entryId
  }
  const subjects: NewSubject[] = []
  const added: string[] = []
  if (write.findings.length > 0) {
    subjects.push({ id, kind: 'inspection', code })
    put(id, sourceAdded, taking.source, {})
    for (const f of write.findings) added.push(put(id, findingAdded, f.typed, {}, f.line))
  }
  const where = (f: WhichFinding) =>
    'added' in f
      ? { inspection: id, finding: added[f.added] ?? '' }
      : { inspection: f.inspection, finding: f.finding }
  for (const [i, a] of write.actions.entries()) {
    const subject = newId(now)
    subjects.push({ id: subject, kind: 'action', code: `A${first + i}` })
    put(subject, actionPlanned, a.planned, where(a.finding), a.line)
    for (const step of a.after) put(subject, knownRecordType(step.type), step.typed, {}, a.line)
  }
  await appendAll(tx, subjects, entries)
  return ok({ actions: write.actions.length, added: added.length, source: added.length > 0 ? code : null })
}
