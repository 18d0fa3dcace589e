import type { Day } from '../kernel/day.ts'

export const BOARD_KINDS = {
  improvement: 'Improvement board',
  safeguarding: 'Safeguarding partnership',
  'corporate-parenting': 'Corporate parenting board',
  scrutiny: 'Scrutiny committee',
  cabinet: 'Cabinet',
  other: 'Other board',
} as const
export type BoardKind = keyof typeof BOARD_KINDS

export const MEMBER_PLACES = {
  chair: 'Chair',
  'deputy-chair': 'Deputy chair',
  member: 'Member',
  adviser: 'Adviser',
} as const
export type MemberPlace = keyof typeof MEMBER_PLACES

export interface Member {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly agency: string
  readonly place: MemberPlace
  /** Of a chair: belongs to none of the agencies. */
  readonly independent: boolean
  readonly votes: boolean
  readonly from: Day
  /** The last day as a member. */
  readonly to?: Day
  /** Who comes instead. */
  readonly deputy?: string
  /** The file of the member of staff who they are, where they sign in here. */
  readonly worker?: string
}

export const ITEM_KINDS = {
  'highlight-report': 'Highlight report',
  'in-depth': 'In-depth update',
  performance: 'Performance report',
  audit: 'Audit findings',
  decision: 'Paper for decision',
  presentation: 'Presentation',
  spoken: 'Spoken update',
  standing: 'Standing item',
} as const
export type ItemKind = keyof typeof ITEM_KINDS

export const ASKS = { decide: 'To decide', discuss: 'To discuss and challenge', note: 'To note' } as const
export type Asks = keyof typeof ASKS

/** Something that comes to the board: on the agenda of a meeting, or still without one. */
export interface Item {
  readonly id: string
  readonly meeting: string | null
  readonly title: string
  readonly lead: string
  readonly kind: ItemKind
  readonly asks: Asks
  readonly why: string
  readonly minutes?: number
  /** Its place on the agenda, from 1. */
  readonly order?: number
  /** The code of its paper: "P4". */
  readonly paper?: string
}

export const CAME = {
  present: 'Present',
  deputy: 'Deputy came',
  apologies: 'Apologies',
  absent: 'Absent without apologies',
} as const
export type Came = keyof typeof CAME

export interface Attended {
  /** By the member's id. Whoever is not here was not marked. */
  readonly came: ReadonlyMap<string, Came>
  readonly others: string
}

export interface Decided {
  readonly id: string
  readonly what: string
  readonly why?: string
}

/** A question by which the board tested what it was told. */
export interface Challenge {
  readonly id: string
  readonly by: string
  readonly question: string
  readonly answer?: string
  /** The code of the plan's action that it is about: "A4". */
  readonly action?: string
}

export interface Meeting {
  readonly id: string
  /** Its number among the board's meetings, in the order they were put in the calendar: its address. */
  readonly number: number
  readonly on: Day
  /** As a clock in England shows it: "10:00". */
  readonly starts: string
  readonly ends?: string
  readonly place: string
  /** Days it was to be on before, oldest first, and why it was moved from each. */
  readonly moved: readonly { readonly from: Day; readonly why: string }[]
  readonly cancelled?: string
  readonly items: readonly Item[]
  /** Null until it was recorded who came. */
  readonly attended: Attended | null
  readonly decisions: readonly Decided[]
  readonly challenges: readonly Challenge[]
}

export interface BoardAction {
  readonly id: string
  /** Its number among the board's actions, from 1. */
  readonly number: number
  readonly what: string
  readonly meeting: string | null
  /** The id of the member who owns it; null where somebody else does. */
  readonly member: string | null
  /** Name, and post where no member. */
  readonly owner: string
  readonly set: Day
  readonly due: Day
  /** Due days it had before, oldest first, and why it was carried over from each. */
  readonly carried: readonly { readonly from: Day; readonly why: string; readonly on: Day }[]
  readonly ended?: { readonly on: Day; readonly how: string; readonly dropped: boolean }
}

export interface Board {
  /** The id of its file. */
  readonly id: string
  /** What people call it by: "B1". */
  readonly code: string
  readonly kind: BoardKind
  readonly name: string
  readonly purpose: string
  /** Who keeps its papers. */
  readonly support?: string
  /** Codes of the few indicators it always sees. */
  readonly indicators: readonly string[]
  /** Everybody who is or was a member, chair first, then by agency and name. */
  readonly members: readonly Member[]
  /** By day, cancelled ones too. */
  readonly meetings: readonly Meeting[]
  /** Every item that stands, by the day of its meeting; those without a meeting last. */
  readonly forwardPlan: readonly Item[]
  /** In the order set. */
  readonly actions: readonly BoardAction[]
}

export const isMemberOn = (m: Member, on: Day): boolean => m.from <= on && (m.to === undefined || m.to >= on)

export const chairOn = (board: Board, on: Day): Member | undefined =>
  board.members.find(m => m.place === 'chair' && isMemberOn(m, on))

/** Meetings to come, today's with them, soonest first. */
export const toCome = (board: Board, on: Day): readonly Meeting[] =>
  board.meetings.filter(m => m.on >= on && m.cancelled === undefined)

/** Meetings that have been, the latest first. */
export const held = (board: Board, on: Day): readonly Meeting[] =>
  board.meetings.filter(m => m.on < on && m.cancelled === undefined).toReversed()

export const isOpen = (a: BoardAction): boolean => a.ended === undefined
export const isLate = (a: BoardAction, on: Day): boolean => isOpen(a) && a.due < on

/** Open actions, those due first first. */
export const openActions = (board: Board): readonly BoardAction[] =>
  board.actions
    .filter(isOpen)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number - b.number))

/** The memberships that somebody who signs in here holds on a day. */
export const membershipOf = (board: Board, worker: string, on: Day): readonly Member[] =>
  board.members.filter(m => m.worker === worker && isMemberOn(m, on))

/** The open actions that somebody who signs in here owns, whether they are still a member or not. */
export function actionsOwned(board: Board, worker: string): readonly BoardAction[] {
  const theirs = new Set(board.members.filter(m => m.worker === worker).map(m => m.id))
  return openActions(board).filter(a => a.member !== null && theirs.has(a.member))
}
