import { answersOf } from '../improvement/answers.ts'
import type { Entry } from '../records/entry.ts'
import {
  type Attended,
  BOARD_KINDS,
  type Board,
  type BoardKind,
  CAME,
  type Came,
  type Item,
  MEMBER_PLACES,
  type Meeting,
  type Member,
} from './board.ts'
import { foldActions } from './fold-actions.ts'
import { foldItems } from './fold-items.ts'

const keys = <K extends string>(of: Readonly<Record<K, string>>): readonly K[] => Object.keys(of) as K[]
const ids = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter(t => t !== '')

function foldMembers(entries: readonly Entry[]): readonly Member[] {
  const members = new Map<string, Member>()
  for (const e of entries) {
    const a = answersOf(e.answers)
    const id = a.maybeText('member') ?? e.id
    const before = members.get(id)
    if (e.type === 'board-member-left' && before) members.set(id, { ...before, to: e.happened })
    if (e.type !== 'board-member') continue
    const deputy = a.maybeText('deputy')
    const worker = a.maybeText('worker')
    members.set(id, {
      id,
      name: a.text('name'),
      post: a.text('post'),
      agency: a.text('agency'),
      place: a.choice('place', keys(MEMBER_PLACES)),
      independent: e.answers.independent === true,
      votes: e.answers.votes === true,
      from: a.day('from'),
      ...(before?.to ? { to: before.to } : {}),
      ...(deputy ? { deputy } : {}),
      ...(worker ? { worker } : {}),
    })
  }
  const place = (m: Member) => keys(MEMBER_PLACES).indexOf(m.place)
  const order = (m: Member) => `${m.agency}\n${m.name}`
  return [...members.values()].toSorted(
    (a, b) =>
      Math.min(place(a), 2) - Math.min(place(b), 2) ||
      (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0),
  )
}

function attendedFrom(e: Entry): Attended {
  const a = answersOf(e.answers)
  const came = keys(CAME).flatMap(how => ids(a.maybeText(how)).map(id => [id, how] as const))
  return { came: new Map<string, Came>(came), others: a.maybeText('others') ?? '' }
}

/** What each kind of entry makes of a meeting in the calendar. */
const onMeeting: Readonly<Record<string, (m: Meeting, e: Entry) => Meeting>> = {
  'board-meeting-moved': (m, e) => {
    const a = answersOf(e.answers)
    const { ends: _, ...rest } = m
    const ends = a.maybeText('ends')
    return {
      ...rest,
      on: a.day('on'),
      starts: a.text('starts'),
      ...(ends ? { ends } : {}),
      place: a.text('place'),
      moved: m.on === a.day('on') ? m.moved : [...m.moved, { from: m.on, why: a.text('why') }],
    }
  },
  'board-meeting-cancelled': (m, e) => ({ ...m, cancelled: answersOf(e.answers).text('why') }),
  'board-attendance': (m, e) => ({ ...m, attended: attendedFrom(e) }),
  'board-decision': (m, e) => {
    const a = answersOf(e.answers)
    const why = a.maybeText('why')
    return { ...m, decisions: [...m.decisions, { id: e.id, what: a.text('what'), ...(why ? { why } : {}) }] }
  },
  'board-challenge': (m, e) => {
    const a = answersOf(e.answers)
    const answer = a.maybeText('answer')
    const action = a.maybeText('action')?.toUpperCase()
    const asked = {
      id: e.id,
      by: a.text('by'),
      question: a.text('question'),
      ...(answer ? { answer } : {}),
      ...(action ? { action } : {}),
    }
    return { ...m, challenges: [...m.challenges, asked] }
  },
}

function foldMeetings(entries: readonly Entry[], items: readonly Item[]): readonly Meeting[] {
  const meetings = new Map<string, Meeting>()
  for (const e of entries) {
    const a = answersOf(e.answers)
    if (e.type === 'board-meeting') {
      const ends = a.maybeText('ends')
      meetings.set(e.id, {
        id: e.id,
        number: meetings.size + 1,
        on: a.day('on'),
        starts: a.text('starts'),
        ...(ends ? { ends } : {}),
        place: a.text('place'),
        moved: [],
        items: items.filter(i => i.meeting === e.id),
        attended: null,
        decisions: [],
        challenges: [],
      })
    }
    const meeting = meetings.get(a.maybeText('meeting') ?? '')
    const step = onMeeting[e.type]
    if (meeting && step) meetings.set(meeting.id, step(meeting, e))
  }
  return [...meetings.values()].toSorted((a, b) => (`${a.on} ${a.starts}` < `${b.on} ${b.starts}` ? -1 : 1))
}

/** A board from the entries of its file, in the order written; undefined where it was never described. */
export function foldBoard(id: string, code: string, entries: readonly Entry[]): Board | undefined {
  const described = entries.findLast(e => e.type === 'board-described')
  if (!described) return undefined
  const a = answersOf(described.answers)
  const { indicators } = described.answers
  const support = a.maybeText('support')
  const members = foldMembers(entries)
  const items = foldItems(entries)
  const meetings = foldMeetings(entries, items)
  const place = new Map(meetings.map((m, i) => [m.id, i]))
  const placeOf = (item: Item) => place.get(item.meeting ?? '') ?? meetings.length
  return {
    id,
    code,
    kind: a.choice<BoardKind>('kind', keys(BOARD_KINDS)),
    name: a.text('name'),
    purpose: a.text('purpose'),
    ...(support ? { support } : {}),
    indicators: Array.isArray(indicators) ? indicators.map(String) : [],
    members,
    meetings,
    forwardPlan: items.toSorted((x, y) => placeOf(x) - placeOf(y)),
    actions: foldActions(entries, members),
  }
}
