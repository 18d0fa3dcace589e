import { addDays, type Day } from '../../src/domain/kernel/day.ts'
import { instantAt } from '../../src/domain/kernel/london.ts'
import type { Rating } from '../../src/domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../src/domain/quality/section-11-standards.ts'
import { type NewEntry, type NewSubject, OUTSIDE, type SubjectKind } from '../../src/domain/records/entry.ts'
import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { uuid } from '../ids.ts'
import { type Rand, random } from '../random.ts'
import { agencies, evidence, gaps } from '../words/section-11.ts'

export interface Written {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
}

export const pen = (rand: Rand) => {
  const subjects: NewSubject[] = []
  const entries: NewEntry[] = []
  let minute = 0
  const file = (kind: SubjectKind, code: string, on: Day): string => {
    const id = uuid(Date.parse(instantAt(on, '09:00')), rand)
    subjects.push({ id, kind, code })
    return id
  }
  const write = (subject: string, type: string, on: Day, author: string, answers: Answers) => {
    minute = (minute + 1) % 480
    const at = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const recorded = instantAt(on, at)
    entries.push({
      id: uuid(Date.parse(recorded), rand),
      subject,
      type,
      happened: on,
      recorded,
      author,
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
    })
  }
  /** What lies ahead of a day is not written, nor a file of which nothing is. */
  const upTo = (today: Day): Written => {
    const kept = entries.filter(e => e.happened <= today)
    const begun = new Set(kept.map(e => e.subject))
    return { subjects: subjects.filter(s => begun.has(s.id)), entries: kept }
  }
  return { file, write, upTo }
}

const LETTERS = '2346789ABCDEFGHJKMNPQRTWXYZ'
const reference = (rand: Rand): string =>
  `A${Array.from({ length: 7 }, () => LETTERS[rand.int(0, LETTERS.length - 1)] ?? '2').join('')}`

interface Plan {
  readonly code: string
  readonly title: string
  readonly sent: Day
  readonly due: Day
  /** How many of the agencies have finished. */
  readonly finished: number
  /** The share that falls short where something can. */
  readonly short: number
  readonly closed: Day | null
}

type Pen = ReturnType<typeof pen>

function answer(p: Pen, id: string, on: Day, by: string, { short }: Plan, rand: Rand): readonly string[] {
  const weak: string[] = []
  for (const { code } of sectionElevenStandards) {
    const gap = gaps[code]
    const rating: Rating = gap && rand.chance(short) ? (rand.chance(0.2) ? 'no' : 'part') : 'full'
    if (rating !== 'full') weak.push(code)
    p.write(id, 'agency-standard', on, OUTSIDE, {
      standard: code,
      rating,
      evidence: rand.pick(evidence[code] ?? ['Seen.']),
      ...(rating === 'full' ? {} : { action: gap, owner: by, due: addDays(on, rand.int(60, 150)) }),
      by,
    })
  }
  return weak
}

function round(p: Pen, plan: Plan, lead: string, rand: Rand) {
  const id = p.file('section-11', plan.code, plan.sent)
  p.write(id, 'agency-round', plan.sent, lead, { title: plan.title, due: plan.due, board: 'B2' })
  for (const [i, [agency, contact]] of agencies.entries()) {
    const own = p.file('agency-audit', reference(rand), plan.sent)
    p.write(own, 'agency-asked', plan.sent, lead, { round: plan.code, agency, contact })
    if (i >= plan.finished) {
      if (i === plan.finished)
        p.write(own, 'agency-chased', addDays(plan.due, 4), lead, { how: 'Rang; promised by Friday' })
      continue
    }
    const on = addDays(plan.due, -rand.int(2, 20))
    const weak = answer(p, own, on, contact, plan, rand)
    p.write(own, 'agency-finished', on, OUTSIDE, { by: contact })
    const looked = addDays(plan.due, rand.int(6, 14))
    if (i < 3)
      p.write(own, 'agency-challenged', looked, lead, {
        standard: 'lead',
        view: i === 0 ? 'shown' : 'agree',
        agreed: i === 0 ? 'part' : 'full',
        why:
          i === 0 ? 'Nothing that was sent shows the time the lead has for it.' : 'We saw it on our visit.',
        who: 'A peer from health, for the board',
      })
    if (plan.closed === null) continue
    for (const standard of weak) {
      const done = addDays(on, rand.int(50, 120))
      p.write(own, 'agency-action-said', done, OUTSIDE, {
        standard,
        what: 'It is in place, and checked monthly.',
        by: contact,
      })
      p.write(own, 'agency-action-seen', addDays(done, 6), lead, {
        standard,
        done: true,
        what: 'We saw it working.',
      })
    }
  }
  if (plan.closed) p.write(id, 'agency-round-closed', plan.closed, lead, {})
}

/** A round of a year ago, closed, and one that three of five agencies have answered. Nothing lies after today. */
export function sectionElevenEntries(lead: string, authority: string, today: Day): Written {
  const rand = random(`section 11 ${authority}`)
  const p = pen(rand)
  const year = Number(today.slice(0, 4))
  const last = { sent: addDays(today, -400), due: addDays(today, -340) }
  const now = { sent: addDays(today, -70), due: addDays(today, -10) }
  round(
    p,
    {
      code: 'E1',
      title: `Section 11 audit ${year - 1}`,
      ...last,
      finished: 5,
      short: 0.55,
      closed: addDays(today, -150),
    },
    lead,
    rand,
  )
  round(
    p,
    { code: 'E2', title: `Section 11 audit ${year}`, ...now, finished: 3, short: 0.35, closed: null },
    lead,
    rand,
  )
  return p.upTo(today)
}
