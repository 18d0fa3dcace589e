import { england } from '../../src/domain/kernel/calendar.ts'
import { addDays, type Day } from '../../src/domain/kernel/day.ts'
import { instantAt } from '../../src/domain/kernel/london.ts'
import { GRADES, type Grade, isGood, NOT_APPLICABLE } from '../../src/domain/quality/grades.ts'
import type { AuditTool } from '../../src/domain/quality/tool.ts'
import { gradingType } from '../../src/domain/quality/tools.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { questionsOf } from '../../src/domain/records/types/audit-grading.ts'
import { uuid } from '../ids.ts'
import { type Rand, random } from '../random.ts'
import { agreedWords, answersWords, auditWords, doneWords, overallWords } from '../words/audits.ts'

/** One audit as it was drawn: who has it, and whose work it is. */
export interface DrawnAudit {
  readonly id: string
  readonly code: string
  readonly child: string
  readonly team: string
  readonly worker: string | null
  readonly manager: string | null
  readonly first: string
  readonly second: string | null
}

interface Round {
  readonly tool: AuditTool
  readonly drawn: Day
  /** How often each standard is good or better, from nought to one. */
  readonly good: Readonly<Record<string, number>>
}

const workday = (d: Day): Day => (england.isWorking(d) ? d : workday(addDays(d, 1)))

/** Teams differ a little, the same way in every round. */
const lean = (team: string, standard: string): number => (random(`${team}/${standard}`).next() - 0.5) * 0.24

function gradeOf(p: number, rand: Rand): Grade {
  const u = rand.next()
  if (u < p * 0.15) return 'outstanding'
  if (u < p) return 'good'
  return u < p + (1 - p) * 0.8 ? 'requires-improvement' : 'inadequate'
}

const overallOf = (list: readonly Grade[]): Grade => {
  const good = list.filter(isGood).length / Math.max(1, list.length)
  if (list.filter(g => g === 'inadequate').length >= 3) return 'inadequate'
  return good >= 0.58 ? 'good' : 'requires-improvement'
}

const near = (g: Grade, rand: Rand): Grade => {
  const at = GRADES.indexOf(g) + (rand.chance(0.78) ? 0 : rand.chance(0.5) ? 1 : -1)
  return GRADES[Math.min(3, Math.max(0, at))] ?? g
}

function answersOf(
  grades: ReadonlyMap<string, Grade | null>,
  part: string,
  child: string,
  rand: Rand,
): Answers {
  const list = [...grades.values()].flatMap(g => g ?? [])
  const overall = overallOf(list)
  return {
    part,
    child,
    ...Object.fromEntries(
      [...grades].flatMap(([code, g]) => {
        const q = questionsOf(code)
        const words = auditWords[code]
        if (g === null) return [[q.grade, NOT_APPLICABLE]]
        if (!words) return [[q.grade, g]]
        return [[q.grade, g], isGood(g) ? [q.good, rand.pick(words.good)] : [q.why, rand.pick(words.below)]]
      }),
    ),
    overall,
    ...(isGood(overall) ? {} : { overallWhy: rand.pick(overallWords) }),
  }
}

type Pen = (type: string, on: Day, author: string, answers: Answers) => void

function followed(
  write: Pen,
  a: DrawnAudit,
  grades: ReadonlyMap<string, Grade | null>,
  on: Day,
  rand: Rand,
  old: boolean,
) {
  const weak = [...grades].filter(([, g]) => g !== null && !isGood(g)).map(([code]) => code)
  rand
    .shuffle(weak)
    .slice(0, 2)
    .forEach((code, i) => {
      const ref = String(i + 1)
      const who = code === 'oversight' ? 'manager' : 'worker'
      const by = workday(addDays(on, rand.int(14, 28)))
      write('audit-action', on, a.first, {
        ref,
        what: auditWords[code]?.ask ?? 'Put this right.',
        who,
        by,
        child: a.child,
      })
      const doer = who === 'manager' ? a.manager : a.worker
      if (doer === null || !rand.chance(old ? 0.98 : 0.78)) return
      const done = workday(addDays(on, rand.int(8, 32)))
      write('audit-action-done', done, doer, {
        action: ref,
        what: rand.pick(doneWords),
        child: a.child,
        auditor: a.first,
        until: addDays(done, 28),
      })
      if (!rand.chance(old ? 0.98 : 0.8)) return
      const looked = workday(addDays(done, rand.int(3, 12)))
      write('audit-action-checked', looked, a.first, {
        action: ref,
        done: true,
        why: 'I saw it in the record.',
        child: a.child,
        who,
      })
    })
  if (a.worker && rand.chance(0.85))
    write('audit-response', workday(addDays(on, rand.int(2, 9))), a.worker, {
      as: 'worker',
      view: rand.pick(['yes', 'yes', 'partly']),
      will: rand.pick(answersWords),
    })
  if (a.manager && rand.chance(0.7))
    write('audit-response', workday(addDays(on, rand.int(3, 12))), a.manager, {
      as: 'manager',
      view: 'yes',
      will: 'We will look at it in supervision, and I will check the plan.',
    })
}

function secondGrading(
  write: Pen,
  a: DrawnAudit,
  first: ReadonlyMap<string, Grade | null>,
  on: Day,
  rand: Rand,
) {
  if (a.second === null) return
  const grades = new Map([...first].map(([code, g]) => [code, g === null ? null : near(g, rand)]))
  const then = workday(addDays(on, rand.int(1, 6)))
  write('second', then, a.second, answersOf(grades, 'second', a.child, rand))
  const differ = [...grades].filter(([code, g]) => first.get(code) !== g).length
  write('audit-compared', then, a.second, {
    child: a.child,
    first: a.first,
    second: a.second,
    differ,
    until: addDays(then, 28),
  })
  if (differ === 0 || !rand.chance(0.8)) return
  const agreed = Object.fromEntries(
    [...first].flatMap(([code, g]) => {
      const other = grades.get(code)
      return g === null || !other ? [] : [[code, rand.chance(0.5) ? g : other]]
    }),
  )
  write('audit-agreed', workday(addDays(then, rand.int(2, 7))), a.first, {
    overall: overallOf(Object.values(agreed)),
    reason: rand.pick(agreedWords),
    grades: agreed,
  })
}

/**
 * What came of one audit, as its auditors, the child's worker and manager would have written it: the same audit gives
 * the same entries. Nothing happens after today.
 */
export function auditedEntries(a: DrawnAudit, round: Round, today: Day): readonly NewEntry[] {
  const rand = random(`audit ${a.code} ${round.drawn}`)
  const made: NewEntry[] = []
  const write: Pen = (type, on, author, answers) => {
    if (on > today) return
    const minute = made.filter(e => e.happened === on).length * 7 + 11
    const recorded = instantAt(
      on,
      `${String(11 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    )
    const code = type === 'second' ? gradingType(round.tool.code) : type
    made.push({
      id: uuid(Date.parse(recorded), rand),
      subject: a.id,
      type: code,
      happened: on,
      recorded,
      author,
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
    })
  }
  const on = workday(addDays(round.drawn, rand.int(3, 16)))
  if (on > today) return []
  const grades = new Map(
    round.tool.standards.map(s => {
      const p = Math.min(0.95, Math.max(0.05, (round.good[s.code] ?? 0.5) + lean(a.team, s.code)))
      return [s.code, s.mayNotApply && rand.chance(0.05) ? null : gradeOf(p, rand)]
    }),
  )
  write(gradingType(round.tool.code), on, a.first, answersOf(grades, 'first', a.child, rand))
  // What was asked for long ago has mostly been seen to.
  followed(write, a, grades, on, rand, addDays(on, 120) < today)
  secondGrading(write, a, grades, on, rand)
  // What was done comes before what was said of it, whatever the order of writing.
  return made.toSorted((x, y) => (x.recorded < y.recorded ? -1 : x.recorded > y.recorded ? 1 : 0))
}
