import type { Role } from '../src/domain/access/roles.ts'
import type { BoardKind, Came, ItemKind, MemberPlace } from '../src/domain/boards/board.ts'
import type { Rhythm } from '../src/domain/boards/series.ts'

/** Somebody of the authority by role, the nth of it; or a partner by name. */
export interface MemberWords {
  readonly staff?: readonly [role: Role, nth: number]
  readonly name?: string
  readonly post: string
  readonly agency: string
  readonly place?: MemberPlace
  readonly independent?: true
  readonly advises?: true
  readonly deputy?: string
  /** How often they come, how often a deputy does; the rest are apologies, or nothing. */
  readonly comes: readonly [self: number, deputy: number]
  /** Months before today that they joined and left; there from the start where not said. */
  readonly joined?: number
  readonly left?: number
}

export interface BoardWords {
  readonly kind: BoardKind
  readonly name: string
  readonly purpose: string
  readonly indicators: readonly string[]
  readonly rhythm: Rhythm
  /** Meetings that have been, and those to come. */
  readonly meetings: readonly [past: number, ahead: number]
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly members: readonly MemberWords[]
  /** What comes to every meeting, then what comes to each in turn. */
  readonly standing: readonly ItemWords[]
  readonly turns: readonly ItemWords[]
  readonly waiting: readonly ItemWords[]
  readonly decisions: readonly string[]
  readonly challenges: readonly (readonly [question: string, answer: string, action?: string])[]
  /** What is to be done, by which member; days given; what became of it. */
  readonly actions: readonly ActionWords[]
}

export type ItemWords = readonly [
  title: string,
  lead: string,
  kind: ItemKind,
  asks: 'decide' | 'discuss' | 'note',
  why: string,
  minutes: number,
]

export interface ActionWords {
  readonly what: string
  /** The member's place in the list above. */
  readonly by: number
  /** How many meetings ago it was set. */
  readonly ago: number
  readonly days: number
  readonly carried?: readonly [days: number, why: string]
  readonly done?: string
}

const partner = (
  name: string,
  post: string,
  agency: string,
  comes: MemberWords['comes'],
  more: Partial<MemberWords> = {},
): MemberWords => ({ name, post, agency, comes, ...more })
const ours = (
  role: Role,
  nth: number,
  post: string,
  comes: MemberWords['comes'],
  more: Partial<MemberWords> = {},
): MemberWords => ({ staff: [role, nth], post, agency: 'Eastmere Council', comes, ...more })

const improvement: BoardWords = {
  kind: 'improvement',
  name: 'Eastmere Children’s Improvement Board',
  purpose:
    'Sees that the improvement plan is carried out, and that children notice. It asks for proof, not for assurance.',
  indicators: ['NI66', 'LACVISITS', 'CPVISITS', 'HEALTH', 'CASESUP'],
  rhythm: 'four-weeks',
  meetings: [13, 5],
  starts: '10:00',
  ends: '12:00',
  place: 'Harbour Room, Eastmere House',
  members: [
    partner('Marguerite Vane', 'Independent chair', 'Independent', [1, 0], {
      place: 'chair',
      independent: true,
    }),
    ours('director', 0, 'Director of children’s services', [0.95, 0.05], { deputy: 'Head of safeguarding' }),
    ours('elected-member', 0, 'Lead member for children', [0.85, 0]),
    ours('performance-analyst', 0, 'Performance analyst', [0.9, 0], { place: 'adviser', advises: true }),
    ours('team-manager', 0, 'Team manager, for the workforce', [0.7, 0.2], {
      deputy: 'Another team manager',
    }),
    partner('Supt Rhodri Askew', 'Superintendent, public protection', 'Police', [0.65, 0.25], {
      deputy: 'DCI Paz Lorne',
    }),
    partner('Dr Imogen Tarrant', 'Designated doctor', 'Health', [0.55, 0.25], { deputy: 'Designated nurse' }),
    partner('Cassius Orme', 'Director of nursing, hospital trust', 'Health', [0, 0.3], {
      deputy: 'A matron',
    }),
    partner('Beatrix Holloway', 'Headteacher, Saltmarsh Academy', 'Schools', [0.75, 0], { left: 5 }),
    partner('Anselm Pryor', 'Headteacher, Kittiwake Primary', 'Schools', [0.9, 0], { joined: 4 }),
  ],
  standing: [
    [
      'Actions of the last meeting',
      'Performance analyst',
      'standing',
      'note',
      'What was promised is done, or the board hears why not.',
      10,
    ],
    [
      'Highlight report',
      'Director of children’s services',
      'highlight-report',
      'discuss',
      'Where the plan slips, and what the figures say against it.',
      30,
    ],
  ],
  turns: [
    [
      'Reviews of looked after children',
      'Head of looked after children',
      'in-depth',
      'discuss',
      'Whether reviews on time change anything for a child.',
      30,
    ],
    [
      'What case audits found',
      'Auditor',
      'audit',
      'discuss',
      'Whether practice is as good as the figures say.',
      30,
    ],
    [
      'Health of looked after children',
      'Designated nurse',
      'in-depth',
      'discuss',
      'Assessments are late for children placed far away.',
      30,
    ],
    [
      'Workforce: vacancies and caseloads',
      'Team manager',
      'performance',
      'discuss',
      'Every other action hangs on there being workers.',
      25,
    ],
    [
      'Children who go missing',
      'Superintendent, public protection',
      'in-depth',
      'discuss',
      'Talks on return, and what they lead to.',
      30,
    ],
  ],
  waiting: [
    [
      'What care leavers say of their plans',
      'Participation worker',
      'presentation',
      'discuss',
      'The board has not heard from them this year.',
      30,
    ],
    [
      'Re-test of actions closed in the spring',
      'Auditor',
      'audit',
      'decide',
      'A closed action that did not last is opened again.',
      20,
    ],
  ],
  decisions: [
    'The highlight report names every action moved more than once.',
    'No action is marked complete before its figure was on target for three months.',
    'The board sees five figures at every meeting, and no others unless it asks.',
    'Partners bring their own figures to the in-depth update they lead.',
  ],
  challenges: [
    [
      'The reviews are held on time, but do children take part?',
      'Participation is counted from this month; the first figure comes to the next meeting.',
      'A6',
    ],
    [
      'This action is blue and its figure has not moved. Who agreed that it was complete?',
      'Nobody outside the service did. It is opened again.',
      'A2',
    ],
    [
      'How long do children placed outside the county wait for a health assessment?',
      'Eleven weeks in the middle of the year; the two extra clinics began in September.',
      'A7',
    ],
    [
      'What do workers say stands in their way?',
      'Recording the same thing three times. The forms are looked at with four of them.',
    ],
  ],
  actions: [
    {
      what: 'Bring the figures of participation in reviews to the board.',
      by: 3,
      ago: 3,
      days: 28,
      done: 'Brought on the day, by team.',
    },
    {
      what: 'Agree with the hospital trust who comes when its director of nursing can’t.',
      by: 7,
      ago: 6,
      days: 42,
      carried: [56, 'No answer from the trust.'],
    },
    {
      what: 'Visit two teams, and tell the board what workers said.',
      by: 2,
      ago: 4,
      days: 60,
      carried: [45, 'One visit made; the second is booked.'],
    },
    {
      what: 'Show what the talks on return led to for ten children, without their names.',
      by: 5,
      ago: 2,
      days: 25,
    },
    { what: 'Say which closed actions are to be tested again, and when.', by: 1, ago: 1, days: 50 },
    {
      what: 'Put the five figures on one page for every meeting.',
      by: 3,
      ago: 9,
      days: 28,
      done: 'In every highlight report since.',
    },
  ],
}

const safeguarding: BoardWords = {
  kind: 'safeguarding',
  name: 'Eastmere Safeguarding Children Partnership',
  purpose:
    'The council, the police and health together see that children are kept safe, and learn where they were not.',
  indicators: ['CP', 'NI65', 'NI67', 'MISSING'],
  rhythm: 'quarter',
  meetings: [4, 3],
  starts: '13:30',
  ends: '16:00',
  place: 'Police headquarters, conference room 2',
  members: [
    partner('Leopold Fairweather', 'Independent scrutineer', 'Independent', [1, 0], {
      place: 'chair',
      independent: true,
    }),
    ours('director', 0, 'Director of children’s services', [0.9, 0.1], { deputy: 'Head of safeguarding' }),
    partner('Supt Rhodri Askew', 'Superintendent, public protection', 'Police', [0.9, 0.1], {
      deputy: 'DCI Paz Lorne',
    }),
    partner('Nerys Calloway', 'Chief nurse, integrated care board', 'Health', [0.8, 0.2], {
      deputy: 'Designated nurse',
    }),
    partner('Anselm Pryor', 'Headteacher, for primary schools', 'Schools', [0.5, 0]),
    partner('Odile Marchbanks', 'Chief executive, Lanterns', 'Voluntary sector', [0.8, 0]),
    ours('reviewing-officer', 0, 'Lead reviewing officer', [0.7, 0.1], { place: 'adviser', advises: true }),
  ],
  standing: [['Minutes and actions', 'Independent scrutineer', 'standing', 'note', 'What was promised.', 15]],
  turns: [
    [
      'Neglect: what the multi-agency audit found',
      'Auditor',
      'audit',
      'discuss',
      'Three agencies read the same twelve files.',
      45,
    ],
    [
      'Section 11: what agencies say of themselves',
      'Independent scrutineer',
      'decision',
      'decide',
      'Agencies grade themselves, and others look at the proof.',
      40,
    ],
    [
      'Children with a plan for the second time',
      'Head of safeguarding',
      'in-depth',
      'discuss',
      'Whether plans end too soon.',
      40,
    ],
  ],
  waiting: [
    [
      'Learning from a local review',
      'Independent scrutineer',
      'decision',
      'decide',
      'It is published once the court has ended.',
      40,
    ],
  ],
  decisions: [
    'One escalation policy for all agencies from the first of next month.',
    'Schools send a figure of concerns raised and not taken up.',
  ],
  challenges: [
    [
      'Why do health visitors miss every fourth conference?',
      'Invitations go to a shared mailbox. They go to named people from now on.',
    ],
  ],
  actions: [
    {
      what: 'Send invitations to conferences to named health visitors.',
      by: 3,
      ago: 2,
      days: 40,
      done: 'Done, and counted for a quarter.',
    },
    {
      what: 'Find a secondary headteacher to sit on the partnership.',
      by: 1,
      ago: 2,
      days: 90,
      carried: [60, 'Two were asked and declined.'],
    },
    { what: 'Bring the data of concerns not taken up by the front door.', by: 4, ago: 1, days: 60 },
  ],
}

const parenting: BoardWords = {
  kind: 'corporate-parenting',
  name: 'Eastmere Corporate Parenting Board',
  purpose:
    'Councillors, officers and young people ask of every child in care: would this be good enough for my own?',
  indicators: ['LAC', 'NI62', 'PARTICIPATION', 'DENTAL'],
  rhythm: 'month-weekday',
  meetings: [11, 4],
  starts: '17:00',
  ends: '18:30',
  place: 'Council chamber, Eastmere House',
  members: [
    ours('elected-member', 0, 'Lead member for children', [0.95, 0], { place: 'chair' }),
    ours('elected-member', 1, 'Councillor', [0.6, 0]),
    ours('director', 0, 'Director of children’s services', [0.7, 0.3], {
      deputy: 'Head of looked after children',
    }),
    partner('Tansy Wickham', 'Head of the virtual school', 'Schools', [0.9, 0]),
    partner('Dr Imogen Tarrant', 'Designated doctor', 'Health', [0.4, 0.4], { deputy: 'Looked-after nurse' }),
    partner('Josiah Penhale', 'Foster carer', 'Foster carers', [0.8, 0]),
    partner(
      'Two members of the Children in Care Council',
      'Young people',
      'Children in Care Council',
      [0.85, 0],
      { joined: 7 },
    ),
    partner('Quentin Ashdown', 'Housing manager', 'Housing', [0, 0]),
  ],
  standing: [
    [
      'What the Children in Care Council brings',
      'Young people',
      'spoken',
      'discuss',
      'They set the first item of every meeting.',
      20,
    ],
  ],
  turns: [
    [
      'Where children live: moves and distance',
      'Head of looked after children',
      'performance',
      'discuss',
      'Children with three homes in a year.',
      30,
    ],
    [
      'School: what the virtual school sees',
      'Head of the virtual school',
      'in-depth',
      'discuss',
      'Attendance after a move.',
      30,
    ],
    [
      'Leaving care: homes and work',
      'Head of looked after children',
      'in-depth',
      'discuss',
      'Who is offered a home, and where.',
      30,
    ],
  ],
  waiting: [
    [
      'Pledge to children in care: a year on',
      'Lead member for children',
      'decision',
      'decide',
      'Councillors pledged five things.',
      20,
    ],
  ],
  decisions: [
    'Every councillor visits one home a year, and says what was seen.',
    'The pledge is rewritten by the young people.',
  ],
  challenges: [
    [
      'Would you be content with a dentist forty miles away?',
      'No. Four practices near the largest homes keep places.',
      'A8',
    ],
  ],
  actions: [
    { what: 'Visit a home with a young inspector, and say what was seen.', by: 0, ago: 2, days: 120 },
    {
      what: 'Ask for a place on the board for the housing service’s director.',
      by: 0,
      ago: 3,
      days: 45,
      carried: [50, 'The post was vacant until last month.'],
    },
    { what: 'Tell the board how many care leavers waited for a home last winter.', by: 7, ago: 5, days: 60 },
    {
      what: 'Show attendance at school before and after a move.',
      by: 3,
      ago: 6,
      days: 70,
      done: 'Shown, and asked for again in a year.',
    },
  ],
}

/** The boards of the invented authority. Its people and partners are invented. */
export const boardWords: readonly BoardWords[] = [improvement, safeguarding, parenting]

/** By which chance a member who did not come is marked with apologies. */
export const APOLOGISES = 0.7
export type Marks = Readonly<Record<Came, readonly string[]>>
