import type { Role } from '../src/domain/access/roles.ts'
import { seriesOf } from '../src/domain/boards/series.ts'
import { england } from '../src/domain/kernel/calendar.ts'
import { addDays, addMonths, type Day, later } from '../src/domain/kernel/day.ts'
import { instantAt } from '../src/domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../src/domain/records/entry.ts'
import type { Answers } from '../src/domain/records/kinds/field.ts'
import { riskWords } from './boards-risks.ts'
import { APOLOGISES, type BoardWords, boardWords, type ItemWords, type MemberWords } from './boards-words.ts'
import { uuid } from './ids.ts'
import { type Rand, random } from './random.ts'

/** What the boards need to know of the authority that was made before them. */
export interface BoardsSetting {
  readonly staff: readonly { readonly id: string; readonly name: string; readonly role: Role }[]
  /** True where the invented plan was written, so that its actions can be spoken of. */
  readonly planned: boolean
}

interface Made {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
}

const workingOnOrAfter = (d: Day): Day => (england.isWorking(d) ? d : england.add(d, 1))

/** Writes the entries of one file: each on its day, some minutes after the one before. */
function writer(subject: string, author: string, rand: Rand) {
  const entries: NewEntry[] = []
  const write = (type: string, on: Day, answers: Answers): string => {
    const nth = entries.filter(e => e.recorded.slice(0, 10) === on).length
    const minutes = 9 * 60 + nth * 4
    const at = instantAt(
      on,
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    )
    const id = uuid(Date.parse(at), rand)
    entries.push({
      id,
      subject,
      type,
      happened: on,
      recorded: at,
      author,
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
    })
    return id
  }
  return { write, entries }
}

/** In the order recorded, and nothing of what lies ahead. */
const upTo = (today: Day, entries: readonly NewEntry[]): readonly NewEntry[] =>
  entries
    .filter(e => e.happened <= today)
    .toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0))

function staffOf(staff: BoardsSetting['staff'], [role, nth]: readonly [Role, number]) {
  const held = staff.filter(s => s.role === role)
  const found = held[nth % Math.max(1, held.length)]
  if (!found) throw new Error(`The authority has no ${role}.`)
  return found
}

function howCame(
  { comes: [self, deputy] }: MemberWords,
  rand: Rand,
): 'present' | 'deputy' | 'apologies' | 'absent' {
  const chance = rand.next()
  if (chance < self) return 'present'
  if (chance < self + deputy) return 'deputy'
  return rand.chance(APOLOGISES) ? 'apologies' : 'absent'
}

const item = ([title, lead, kind, asks, why, minutes]: ItemWords, meeting?: string): Answers => ({
  ...(meeting ? { meeting } : {}),
  title,
  lead,
  kind,
  asks,
  why,
  minutes,
})

/** One board: described, its members and calendar, then meeting by meeting what came, who came and what followed. */
function boardEntries(
  words: BoardWords,
  id: string,
  setting: BoardsSetting,
  today: Day,
  rand: Rand,
): readonly NewEntry[] {
  const author = staffOf(setting.staff, ['performance-analyst', 0]).id
  const { write, entries } = writer(id, author, rand)
  const [past, ahead] = words.meetings
  const back =
    words.rhythm === 'four-weeks'
      ? addDays(today, -28 * past + 9)
      : addMonths(addDays(today, 9), words.rhythm === 'quarter' ? -3 * past : -past)
  const first = workingOnOrAfter(back)
  const began = addDays(first, -30)
  const { kind, name, purpose, indicators, starts, ends, place } = words
  write('board-described', began, { kind, name, purpose, indicators, support: 'Performance team' })
  const members = words.members.map(m => {
    const known = m.staff ? staffOf(setting.staff, m.staff) : undefined
    const from = m.joined === undefined ? began : addMonths(today, -m.joined)
    const said = {
      name: known?.name ?? m.name,
      post: m.post,
      agency: m.agency,
      place: m.place ?? 'member',
      ...(m.place === 'chair' ? { independent: m.independent === true } : {}),
      votes: !m.advises,
      from,
      ...(m.deputy ? { deputy: m.deputy } : {}),
      ...(known ? { worker: known.id } : {}),
    }
    const to = m.left === undefined ? undefined : addMonths(today, -m.left)
    const member = write('board-member', from, said)
    if (to) write('board-member-left', to, { member, on: to, why: 'Took up another post' })
    return { ...m, id: member, from, to }
  })
  const days = seriesOf(first, words.rhythm, past + ahead)
  const meetings = days.map(({ on }) => ({
    id: write('board-meeting', began, { on, starts, ends, place }),
    on,
  }))
  meetings.forEach((m, n) => {
    const before = later(began, addDays(m.on, -21))
    const turn = words.turns[n % words.turns.length]
    const near = n < past + 3
    const brought = [...(near ? words.standing : []), ...(turn ? [turn] : [])]
    for (const [i, one] of brought.entries())
      write('board-item', n > past ? addDays(began, 60) : before, { ...item(one, m.id), order: i + 1 })
    if (m.on >= today) return
    const there = members.filter(x => x.from <= m.on && (x.to === undefined || x.to >= m.on))
    const marks = there.map(x => [howCame(x, rand), x.id] as const)
    const list = (how: string) => marks.flatMap(([h, member]) => (h === how ? [member] : [])).join(' ')
    const came = ['present', 'deputy', 'apologies', 'absent']
      .map(how => [how, list(how)])
      .filter(([, ids]) => ids !== '')
    const wrote = workingOnOrAfter(addDays(m.on, 1))
    write('board-attendance', wrote, { meeting: m.id, ...Object.fromEntries(came) })
    const decision = words.decisions[n % words.decisions.length]
    if (decision && n % 3 === 0) write('board-decision', wrote, { meeting: m.id, what: decision })
    const asked = words.challenges[n % words.challenges.length]
    if (asked && (past - n) % 2 === 1) {
      const [question, answer, action] = asked
      const by = members[n % 3]
      const known = by?.staff ? staffOf(setting.staff, by.staff).name : by?.name
      write('board-challenge', wrote, {
        meeting: m.id,
        by: known ?? 'The chair',
        question,
        answer,
        ...(action && setting.planned ? { action } : {}),
      })
    }
  })
  for (const a of words.actions) {
    const at = meetings[past - a.ago]
    const owner = members[a.by]
    if (!at || !owner) continue
    const set = workingOnOrAfter(addDays(at.on, 1))
    const due = addDays(at.on, a.days)
    const action = write('board-action', set, { what: a.what, meeting: at.id, member: owner.id, due })
    if (a.carried) {
      const on = workingOnOrAfter(addDays(due, 2))
      write('board-action-carried', on, { action, on, due: addDays(due, a.carried[0]), why: a.carried[1] })
    }
    if (a.done) {
      const on = workingOnOrAfter(addDays(due, -3))
      write('board-action-ended', on, { action, on, as: 'done', how: a.done })
    }
  }
  for (const w of words.waiting) write('board-item', addDays(today, -40), item(w))
  const next = meetings.find(m => m.on > addDays(today, 20))
  if (next && kind === 'safeguarding') {
    const on = workingOnOrAfter(addDays(next.on, 7))
    write('board-meeting-moved', addDays(today, -10), {
      meeting: next.id,
      on,
      starts,
      ends,
      place,
      why: 'The scrutineer gives evidence in court on that day',
    })
  }
  const off = meetings[past - 4]
  if (off && kind === 'corporate-parenting') {
    // It was in the calendar and was not held: nobody was marked there.
    const about = entries.filter(e => e.answers.meeting === off.id && e.type !== 'board-item')
    for (const e of about) entries.splice(entries.indexOf(e), 1)
    write('board-meeting-cancelled', addDays(off.on, -6), {
      meeting: off.id,
      why: 'Council tax meeting on the same evening',
    })
  }
  return upTo(today, entries)
}

function riskEntries(
  words: (typeof riskWords)[number],
  id: string,
  setting: BoardsSetting,
  today: Day,
  rand: Rand,
): readonly NewEntry[] {
  const { write, entries } = writer(id, staffOf(setting.staff, ['director', 0]).id, rand)
  const {
    title,
    cause,
    event,
    consequence,
    owner,
    sponsor,
    controls,
    mitigation,
    actions,
    indicators,
    target,
  } = words
  const [firstRating] = words.ratings
  const began = workingOnOrAfter(addDays(today, -(firstRating?.[0] ?? 0)))
  write('risk-described', began, {
    title,
    cause,
    event,
    consequence,
    owner,
    ...(sponsor ? { sponsor } : {}),
    ...(controls ? { controls } : {}),
    mitigation,
    ...(setting.planned && actions.length > 0 ? { actions: actions.join(', ') } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
  })
  for (const [ago, [likelihood, impact], review, why] of words.ratings) {
    const on = workingOnOrAfter(addDays(today, -ago))
    write('risk-rated', on, {
      on,
      likelihood: String(likelihood),
      impact: String(impact),
      targetLikelihood: String(target[0]),
      targetImpact: String(target[1]),
      why,
      review: addDays(on, review),
    })
  }
  if (words.closed) {
    const on = workingOnOrAfter(addDays(today, -words.closed[0]))
    write('risk-closed', on, { on, why: words.closed[1] })
  }
  return upTo(today, entries)
}

/**
 * The invented boards with a year of meetings, and the risk register: as staff would have kept them. The same setting
 * and day give the same entries. Nothing is written after today; meetings to come are in the calendar already.
 */
export function boardsEntries(setting: BoardsSetting, today: Day): Made {
  const rand = random(`boards ${today}`)
  const file = (kind: 'board' | 'risk', code: string) => ({
    id: uuid(Date.parse(instantAt(addMonths(today, -14), '09:00')), rand),
    kind,
    code,
  })
  const boards = boardWords.map((words, i) => {
    const subject = file('board', `B${i + 1}`)
    return { subject, entries: boardEntries(words, subject.id, setting, today, rand.fork(words.name)) }
  })
  const risks = riskWords.map((words, i) => {
    const subject = file('risk', `R${i + 1}`)
    return { subject, entries: riskEntries(words, subject.id, setting, today, rand.fork(words.title)) }
  })
  const all = [...boards, ...risks]
  return { subjects: all.map(x => x.subject), entries: all.flatMap(x => x.entries) }
}
