import type { Day } from '../kernel/day.ts'
import { type Board, type Came, isMemberOn, type Meeting, type Member } from './board.ts'

export interface Tally {
  /** Meetings that somebody was marked at, as a member on that day. */
  readonly of: number
  readonly present: number
  readonly deputy: number
  readonly apologies: number
  readonly absent: number
}

export interface MemberRow {
  readonly member: Member
  readonly tally: Tally
  /** How they came to each meeting; null where they were no member then, or were not marked. */
  readonly came: readonly (Came | null)[]
}

export interface AgencyRow {
  readonly agency: string
  readonly tally: Tally
  /** At how many meetings anybody of theirs was, of those where somebody of theirs was marked. */
  readonly represented: { readonly at: number; readonly of: number }
}

export interface AttendanceTable {
  /** Meetings whose attendance was recorded, oldest first. */
  readonly meetings: readonly Meeting[]
  readonly members: readonly MemberRow[]
  readonly agencies: readonly AgencyRow[]
  /** Everybody at each meeting. */
  readonly whole: readonly Tally[]
}

const tallyOf = (came: readonly (Came | null)[]): Tally => {
  const times = (how: Came) => came.filter(c => c === how).length
  return {
    of: came.filter(c => c !== null).length,
    present: times('present'),
    deputy: times('deputy'),
    apologies: times('apologies'),
    absent: times('absent'),
  }
}

/** Several tallies as one. */
export function summed(tallies: readonly Tally[]): Tally {
  const all = (of: keyof Tally) => tallies.reduce((n, t) => n + t[of], 0)
  return {
    of: all('of'),
    present: all('present'),
    deputy: all('deputy'),
    apologies: all('apologies'),
    absent: all('absent'),
  }
}

/** The share who came, themselves or by a deputy, in whole per cent; null of nobody. */
export const shareOf = (t: Tally): number | null =>
  t.of === 0 ? null : Math.round((100 * (t.present + t.deputy)) / t.of)

/** Marked at two meetings or more, and not once there themselves. */
export const neverCame = (t: Tally): boolean => t.of >= 2 && t.present === 0

/**
 * Who came to a board's meetings. A member counts only from the day they joined to the day they left, and a meeting
 * only where it was recorded who came.
 * @param from the first day looked at
 * @param to the last
 */
export function attendanceOf(board: Board, from: Day, to: Day): AttendanceTable {
  const meetings = board.meetings.filter(
    m => m.on >= from && m.on <= to && m.attended !== null && m.cancelled === undefined,
  )
  const cameTo = (m: Member, at: Meeting): Came | null =>
    isMemberOn(m, at.on) ? (at.attended?.came.get(m.id) ?? null) : null
  const members = board.members
    .map(member => ({ member, came: meetings.map(at => cameTo(member, at)) }))
    .map(row => ({ ...row, tally: tallyOf(row.came) }))
    .filter(row => row.tally.of > 0)
  const agencies = [...Map.groupBy(members, row => row.member.agency)].map(([agency, rows]) => {
    const marked = meetings.map((_, i) => rows.map(r => r.came[i] ?? null).filter(c => c !== null))
    const there = marked.filter(list => list.some(c => c === 'present' || c === 'deputy'))
    return {
      agency,
      tally: tallyOf(rows.flatMap(r => r.came)),
      represented: { at: there.length, of: marked.filter(list => list.length > 0).length },
    }
  })
  return {
    meetings,
    members,
    agencies: agencies.toSorted((a, b) => (a.agency < b.agency ? -1 : 1)),
    whole: meetings.map((_, i) => tallyOf(members.map(r => r.came[i] ?? null))),
  }
}
