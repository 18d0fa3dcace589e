import { type Board, isMemberOn, type Meeting } from '../../domain/boards/board.ts'
import { type Day, shortDay } from '../../domain/kernel/day.ts'
import { asking, NONE, picking } from '../../domain/records/asked.ts'
import { rawAnswers, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import {
  boardAction,
  boardActionCarried,
  boardActionEnded,
  boardDescribed,
  boardMember,
  boardMemberLeft,
} from '../../domain/records/types/board.ts'
import {
  boardChallenge,
  boardDecision,
  boardItem,
  boardItemRemoved,
  boardMeeting,
  boardMeetingCancelled,
  boardMeetingMoved,
} from '../../domain/records/types/board-meeting.ts'

/** What a form of a board can be about. */
export type About = 'member' | 'meeting' | 'item' | 'action'

/** The one thing that the address names. */
export interface Named {
  readonly id: string
  readonly words: string
  /** What was last said of it, as a form shows it again. */
  readonly typed: Typed
}

export interface BoardForm {
  readonly type: RecordType
  /** What it is about, where it is about one thing of the board; `needed` where it makes no sense without. */
  readonly about?: About
  readonly needed?: true
  /** Said again of the same thing, it takes the place of what was said: so another's saying it meanwhile matters. */
  readonly once?: true
  readonly title: (named: Named | undefined) => string
  readonly button: string
  /** Where it leads on to, beneath the board's address. */
  readonly leadsTo: (meeting: Meeting | undefined) => string
}

const toMeeting = (m: Meeting | undefined) => (m ? `/meeting/${m.number}` : '/meetings')
const always = (words: string) => () => words

/** Every form by which a board is kept. */
export const boardForms: readonly BoardForm[] = [
  {
    type: boardDescribed,
    once: true,
    title: always('Describe the board'),
    button: 'Save',
    leadsTo: () => '',
  },
  {
    type: boardMember,
    about: 'member',
    once: true,
    title: n => (n ? 'Change a member' : 'Add a member'),
    button: 'Save',
    leadsTo: () => '/members',
  },
  {
    type: boardMemberLeft,
    about: 'member',
    needed: true,
    once: true,
    title: always('A member leaves'),
    button: 'Record',
    leadsTo: () => '/members',
  },
  { type: boardMeeting, title: always('Add a meeting'), button: 'Add it', leadsTo: () => '/meetings' },
  {
    type: boardMeetingMoved,
    about: 'meeting',
    needed: true,
    once: true,
    title: always('Move a meeting'),
    button: 'Move it',
    leadsTo: toMeeting,
  },
  {
    type: boardMeetingCancelled,
    about: 'meeting',
    needed: true,
    once: true,
    title: always('Cancel a meeting'),
    button: 'Cancel the meeting',
    leadsTo: () => '/meetings',
  },
  {
    type: boardItem,
    about: 'item',
    once: true,
    title: n => (n ? 'Change an item' : 'Put something on the forward plan'),
    button: 'Save',
    leadsTo: toMeeting,
  },
  {
    type: boardItemRemoved,
    about: 'item',
    needed: true,
    once: true,
    title: always('Take an item off'),
    button: 'Take it off',
    leadsTo: () => '/meetings',
  },
  {
    type: boardDecision,
    about: 'meeting',
    needed: true,
    title: always('What was decided?'),
    button: 'Record',
    leadsTo: toMeeting,
  },
  {
    type: boardChallenge,
    about: 'meeting',
    needed: true,
    title: always('What was asked?'),
    button: 'Record',
    leadsTo: toMeeting,
  },
  {
    type: boardAction,
    about: 'action',
    once: true,
    title: n => (n ? 'Change an action' : 'Add an action'),
    button: 'Save',
    leadsTo: m => (m ? toMeeting(m) : '/actions'),
  },
  {
    type: boardActionCarried,
    about: 'action',
    needed: true,
    once: true,
    title: always('Carry an action over'),
    button: 'Carry it over',
    leadsTo: () => '/actions',
  },
  {
    type: boardActionEnded,
    about: 'action',
    needed: true,
    once: true,
    title: always('What became of it?'),
    button: 'Record',
    leadsTo: () => '/actions',
  },
]

const meetingWords = (m: Meeting) => `${shortDay(m.on)}, ${m.starts}`

/** What the address names, out of the board; undefined where it names nothing that is there. */
export function namedIn(board: Board, about: About, key: string): Named | undefined {
  if (about === 'member') {
    const m = board.members.find(x => x.id === key)
    return m && { id: m.id, words: `${m.name}, ${m.post}`, typed: rawAnswers(boardMember, { ...m }) }
  }
  if (about === 'meeting') {
    const m = board.meetings.find(x => String(x.number) === key)
    return m && { id: m.id, words: meetingWords(m), typed: rawAnswers(boardMeeting, { ...m }) }
  }
  if (about === 'item') {
    const i = board.forwardPlan.find(x => x.id === key)
    const typed = i && rawAnswers(boardItem, { ...i, meeting: i.meeting ?? NONE })
    return i && { id: i.id, words: i.title, typed: typed ?? {} }
  }
  const a = board.actions.find(x => String(x.number) === key)
  if (!a) return undefined
  const said = { what: a.what, member: a.member ?? NONE, due: a.due, ...(a.member ? {} : { owner: a.owner }) }
  return { id: a.id, words: `Action ${a.number}: ${a.what}`, typed: rawAnswers(boardAction, said) }
}

/** The form's questions: what the address answers is not asked, and what is there to choose from is offered. */
export function askedOf(form: BoardForm, board: Board, named: Named | undefined, today: Day): RecordType {
  const { type } = form
  const hidden: string[] = form.about ? [form.about] : []
  if (type.code === boardAction.code) hidden.push('meeting', ...(named ? ['due'] : []))
  const asked = asking(type, hidden)
  const members = board.members.filter(m => isMemberOn(m, today))
  const open = board.meetings.filter(m => m.cancelled === undefined)
  if (type.code === boardItem.code)
    return picking(asked, {
      meeting: [
        ...open
          .filter(m => m.on >= today || String(named?.typed.meeting) === m.id)
          .map(m => [m.id, meetingWords(m)] as const),
        [NONE, 'No meeting yet'],
      ],
    })
  if (type.code === boardAction.code)
    return picking(asked, {
      member: [...members.map(m => [m.id, `${m.name}, ${m.post}`] as const), [NONE, 'Nobody on the board']],
    })
  return asked
}

/** What a form begins with, where it is not one that came back. */
export function startOf(form: BoardForm, named: Named | undefined, meeting: Meeting | undefined): Typed {
  if (form.type.code === boardMeetingMoved.code) return { ...named?.typed, on: '' }
  if (form.type.code === boardItem.code && !named) return { meeting: meeting?.id ?? NONE }
  return form.needed ? {} : (named?.typed ?? {})
}
