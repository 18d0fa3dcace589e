import { type Day, parseDay } from '../kernel/day.ts'
import { londonDay } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import type { AuditPost } from '../records/types/audit.ts'
import { type GradingPart, questionsOf } from '../records/types/audit-grading.ts'
import type { Audit, FollowUp, Grading, Part } from './audit.ts'
import { type Grade, isGrade } from './grades.ts'
import { auditTool, gradingType } from './tools.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const orNull = (value: unknown): string | null => (text(value).trim() === '' ? null : text(value))
const dayIn = (value: unknown): Day | null => parseDay(text(value)) ?? null
const isPost = (value: unknown): value is AuditPost =>
  value === 'worker' || value === 'manager' || value === 'reviewing'

function gradingOf(tool: string, e: Entry): Grading | null {
  if (!isGrade(e.answers.overall)) return null
  const found = (auditTool(tool)?.standards ?? []).map(s => {
    const q = questionsOf(s.code)
    const grade = e.answers[q.grade]
    return {
      standard: s.code,
      grade: isGrade(grade) ? grade : null,
      why: orNull(e.answers[q.why]),
      good: orNull(e.answers[q.good]),
    }
  })
  return {
    auditor: e.author,
    on: e.happened,
    found,
    overall: e.answers.overall,
    overallWhy: orNull(e.answers.overallWhy),
  }
}

const NOBODY = { auditor: null, due: null, until: null }

function partOf(tool: string, part: GradingPart, entries: readonly Entry[]): Part {
  const mine = entries.filter(e => e.answers.part === part)
  const held = mine.findLast(e => e.type === 'audit-assigned' || e.type === 'audit-handed-back')
  const graded = mine.findLast(e => e.type === gradingType(tool))
  const given =
    held?.type === 'audit-assigned'
      ? {
          auditor: text(held.answers.auditor),
          due: dayIn(held.answers.due),
          until: dayIn(held.answers.until),
        }
      : NOBODY
  return {
    ...given,
    ...(graded ? { auditor: graded.author } : {}),
    grading: graded ? gradingOf(tool, graded) : null,
    back: mine
      .filter(e => e.type === 'audit-handed-back')
      .map(e => ({ by: e.author, why: text(e.answers.why), on: e.happened })),
  }
}

function followUp(a: Entry, entries: readonly Entry[]): FollowUp {
  const ref = text(a.answers.ref)
  const about = entries.filter(e => e.answers.action === ref)
  const checks = about.filter(e => e.type === 'audit-action-checked')
  const last = checks.at(-1)
  const done = about.findLast(e => e.type === 'audit-action-done')
  return {
    ref,
    what: text(a.answers.what),
    who: isPost(a.answers.who) ? a.answers.who : 'worker',
    by: dayIn(last?.answers.again) ?? dayIn(a.answers.by) ?? a.happened,
    // What was found not to have happened is to be done again.
    done:
      done && (!last || last.seq < done.seq || last.answers.done === true)
        ? { by: done.author, on: done.happened, what: text(done.answers.what) }
        : null,
    checks: checks.map(c => ({
      by: c.author,
      on: c.happened,
      done: c.answers.done === true,
      why: text(c.answers.why),
    })),
  }
}

const gradesIn = (value: unknown): Readonly<Record<string, Grade>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).flatMap(([k, g]) => (isGrade(g) ? [[k, g]] : [])))
    : {}

function agreedOf(entries: readonly Entry[]): Audit['agreed'] {
  const e = entries.findLast(x => x.type === 'audit-agreed')
  if (!e || !isGrade(e.answers.overall)) return null
  const { overall, reason, grades } = e.answers
  return { overall, grades: gradesIn(grades), reason: text(reason), by: e.author, on: e.happened }
}

function concernsOf(entries: readonly Entry[]): Audit['concerns'] {
  return entries
    .filter(e => e.type === 'audit-concern')
    .map(e => {
      const ref = text(e.answers.ref)
      const answer = entries.find(x => x.type === 'audit-concern-answered' && x.answers.concern === ref)
      return {
        ref,
        by: e.author,
        at: e.recorded,
        what: text(e.answers.what),
        answer: answer ? { by: answer.author, at: answer.recorded, what: text(answer.answers.what) } : null,
      }
    })
}

const responsesOf = (entries: readonly Entry[]): Audit['responses'] =>
  entries
    .filter(e => e.type === 'audit-response')
    .map(e => ({
      as: e.answers.as === 'manager' ? 'manager' : 'worker',
      by: e.author,
      on: e.happened,
      view: e.answers.view === 'no' || e.answers.view === 'partly' ? e.answers.view : 'yes',
      will: text(e.answers.will),
    }))

/** Folds the file of one audit, its entries in order; null where it was never begun. */
export function foldAudit(entries: readonly Entry[]): Audit | null {
  const begun = entries.find(e => e.type === 'audit-opened')
  if (!begun) return null
  const { tool, child, sample, from, to, team, worker, second } = begun.answers
  const withdrawn = entries.findLast(e => e.type === 'audit-withdrawn')
  const compared = entries.findLast(e => e.type === 'audit-compared')
  const code = text(tool)
  return {
    id: begun.subject,
    tool: code,
    child: text(child),
    sample: orNull(sample),
    from: dayIn(from) ?? begun.happened,
    to: dayIn(to) ?? londonDay(begun.recorded),
    team: orNull(team),
    worker: orNull(worker),
    second: second === true,
    parts: { first: partOf(code, 'first', entries), second: partOf(code, 'second', entries) },
    withdrawn: withdrawn
      ? { by: withdrawn.author, on: withdrawn.happened, why: text(withdrawn.answers.why) }
      : null,
    actions: entries.filter(e => e.type === 'audit-action').map(a => followUp(a, entries)),
    concerns: concernsOf(entries),
    responses: responsesOf(entries),
    compared: compared ? { differ: Number(compared.answers.differ) } : null,
    agreed: agreedOf(entries),
    seq: entries.at(-1)?.seq ?? 0,
  }
}
