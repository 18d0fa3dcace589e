import type { EvidenceKind, EvidenceQuality } from '../../src/domain/improvement/action-parts.ts'
import type { Brag, Priority } from '../../src/domain/improvement/plan.ts'

/** Who leads, by post here; or somebody of a partner, by name. */
export type Who =
  | {
      readonly post: 'team-manager' | 'reviewing-officer' | 'performance-analyst' | 'director'
      readonly n: number
      readonly as: string
    }
  | { readonly outside: string }

/** What happened to an action after it was planned: so many days after the report was published. */
export type Step = readonly [
  after: number,
  step:
    | { readonly milestone: string; readonly by: number; readonly met?: number }
    | { readonly progress: string }
    | { readonly delivery: Brag; readonly why?: string }
    | { readonly impact: Brag; readonly why?: string }
    | { readonly moved: number; readonly why: string; readonly agreedBy: string }
    | {
        readonly evidence: EvidenceKind
        readonly shows: string
        readonly quality: EvidenceQuality
        readonly because: string
      }
    | { readonly barrier: string; readonly who?: string; readonly cleared?: number; readonly how?: string }
    | {
        readonly question: string
        readonly by: string
        readonly board?: string
        readonly answered?: number
        readonly answer?: string
      }
    | { readonly board: string; readonly decided: string }
    /** Put forward for closing, and decided so many days after publication. */
    | {
        readonly close: string
        readonly decided?: number
        readonly because?: string
        readonly retest?: number
      }
    /** It answers a recommendation of another source too, by their places there. */
    | { readonly alsoAnswers: number; readonly ask: number }
    /** It waits for another action, by its place in the plan. */
    | { readonly waitsFor: number; readonly because: string }
    | { readonly survey: SurveyWords }
    | { readonly visit: VisitWords }
    | { readonly audits: AuditWords },
]

export interface SurveyWords {
  readonly question: string
  readonly whom: string
  readonly baseline?: string
  readonly target: string
  readonly by: number
  readonly readings: readonly (readonly [
    after: number,
    asked: number,
    answered: number,
    yes: number,
    note?: string,
  ])[]
}

export interface VisitWords {
  readonly toSee: string
  readonly place?: string
  readonly by: number
  readonly readings: readonly (readonly [
    after: number,
    who: string,
    met: 'yes' | 'partly' | 'no',
    seen: string,
  ])[]
}

/** A share of audits: where it began was counted by hand, as no audit was written here before. */
export interface AuditWords {
  readonly tool: string
  readonly standard: string
  readonly baseline: string
  readonly target: string
  readonly by: number
}

export interface PlannedWords {
  readonly finding: string
  readonly outcome: string
  readonly what: string
  readonly lead: Who
  readonly sponsor?: Who
  readonly partners?: readonly string[]
  readonly theme: string
  readonly priority: Priority
  readonly start: number
  readonly due: number
  readonly measure?: {
    readonly indicator: string
    readonly target: string
    readonly by: number
    /** What neighbouring councils come to, as they told each other. */
    readonly neighbours?: string
  }
  readonly steps: readonly Step[]
}

const director: Who = { post: 'director', n: 0, as: 'director' }
const manager = (n: number): Who => ({ post: 'team-manager', n, as: 'team manager' })
const BOARD = 'Improvement board'
const TRUST = 'Eastmere and Holt NHS Trust'

/** The invented plan that answers the invented report: days count from its publication. */
export const plannedWords: readonly PlannedWords[] = [
  {
    finding: '1',
    outcome:
      'Every child who comes back is heard by somebody independent while it is fresh, and is safer for it.',
    what: 'Contract an independent service for talks on return, with a rota at weekends, and put each talk on the child’s file the same day.',
    lead: manager(0),
    sponsor: director,
    partners: ['Eastmere Police', 'Lantern Young People’s Service'],
    theme: 'Missing children',
    priority: 'high',
    start: 5,
    due: 40,
    measure: { indicator: 'RETURNINTERVIEW', target: '85', by: 292 },
    steps: [
      [9, { milestone: 'Service contracted', by: 21, met: 19 }],
      [9, { milestone: 'Weekend rota staffed', by: 40, met: 38 }],
      [
        20,
        {
          survey: {
            question: 'Did somebody listen to you when you came back?',
            whom: 'young people who were missing',
            baseline: '38',
            target: '75',
            by: 200,
            readings: [
              [75, 22, 13, 7, 'Two said that they were asked the same thing by three people.'],
              [132, 27, 18, 11, 'Those who saw the same person again said so most often.'],
            ],
          },
        },
      ],
      [
        76,
        {
          evidence: 'voice',
          shows:
            'Four girls said in a group what they want from the talk: the same person, not at the station.',
          quality: 'partial',
          because: 'Four of some twenty, and they chose to come.',
        },
      ],
      [41, { delivery: 'green', why: 'The service runs all week; the first talks read well.' }],
      [
        75,
        {
          progress:
            'Talks now reach most children within three days. Two girls asked for the same person each time, and get her.',
        },
      ],
      [118, { delivery: 'green' }],
      [
        118,
        { impact: 'green', why: 'More children are seen in time than at the inspection; not yet enough.' },
      ],
    ],
  },
  {
    finding: '2',
    outcome: 'Children’s plans do not drift, because somebody decided, said why, and checks.',
    what: 'Every manager records the decision, its reason and the next step at supervision; ten files a month are read to see that it is so.',
    lead: manager(2),
    sponsor: director,
    theme: 'Management oversight',
    priority: 'high',
    start: 5,
    due: 45,
    steps: [
      [12, { milestone: 'All managers shown what good looks like', by: 30, met: 28 }],
      [12, { milestone: 'First ten files read', by: 45, met: 52 }],
      [
        20,
        {
          audits: { tool: 'case-file', standard: 'oversight', baseline: '45', target: '90', by: 200 },
        },
      ],
      [35, { alsoAnswers: 1, ask: 1 }],
      [
        56,
        {
          evidence: 'audit',
          shows: 'Ten files read by the service manager: seven with the decision, four with its reason.',
          quality: 'weak',
          because: 'Ten files, chosen by the teams themselves.',
        },
      ],
      [
        55,
        {
          progress:
            'Ten files read: seven had the decision, four also the reason. Managers say that the reason is what takes time.',
        },
      ],
      [55, { delivery: 'amber', why: 'It is done, but not everywhere.' }],
      [124, { progress: 'Ten more: nine had the decision, seven the reason.' }],
      [
        126,
        { delivery: 'blue', why: 'Every manager has been trained and records decisions at supervision.' },
      ],
      [
        127,
        {
          question: 'Who chooses the ten files, and would the answer be the same if somebody else did?',
          by: 'Independent chair',
          board: BOARD,
          answered: 131,
          answer: 'The teams did. From November the auditors draw them.',
        },
      ],
    ],
  },
  {
    finding: '4',
    outcome: 'A child never has to tell their story again because their worker is new or away.',
    what: 'A half-page summary on each open file, brought up to date at every supervision; two half days a month kept free for recording.',
    lead: manager(4),
    theme: 'Recording',
    priority: 'medium',
    start: 14,
    due: 92,
    steps: [
      [20, { milestone: 'Summaries on all looked after children’s files', by: 75, met: 88 }],
      [
        30,
        {
          visit: {
            toSee:
              'A worker who does not know the child finds in five minutes why we are involved and what is next.',
            place: 'both looked after teams',
            by: 150,
            readings: [
              [
                96,
                'Service manager and a reviewing officer',
                'partly',
                'Six of ten files: yes. The other four had a summary older than the last review.',
              ],
            ],
          },
        },
      ],
      [90, { delivery: 'green' }],
      [
        132,
        {
          progress:
            'Three of four open files have a summary that a stranger could act on. Files of children waiting for a new worker are behind.',
        },
      ],
    ],
  },
  {
    finding: '5',
    outcome:
      'A child’s social worker knows the next day that the child was hurt or ill enough to need the hospital.',
    what: 'The emergency department’s system sends a message for every child with a plan; the duty team answers it the same day.',
    lead: { outside: 'Named nurse for safeguarding, Eastmere and Holt NHS Trust' },
    sponsor: director,
    partners: [TRUST],
    theme: 'Working with health',
    priority: 'high',
    start: 10,
    due: 92,
    steps: [
      [16, { milestone: 'Message tested with invented children', by: 60, met: 57 }],
      [
        30,
        {
          visit: {
            toSee:
              'A message sent in the night is on the worker’s list the next morning, and somebody has answered it.',
            place: 'the emergency department and the duty team',
            by: 100,
            readings: [
              [
                97,
                'Named nurse and duty manager',
                'yes',
                'Three messages of the night before: all there by eight, two answered by nine, one by ten.',
              ],
            ],
          },
        },
      ],
      [70, { alsoAnswers: 2, ask: 1 }],
      [
        70,
        {
          progress:
            'Live since August. Twelve messages came in the first fortnight, each answered the same day.',
        },
      ],
      [95, { delivery: 'blue', why: 'Runs at weekends too; the trust checks it monthly.' }],
      [
        97,
        {
          evidence: 'observation',
          shows: 'Seen at work on a Monday morning, after a full weekend.',
          quality: 'strong',
          because: 'Every message of the weekend was followed, by two people from two agencies.',
        },
      ],
      [
        100,
        {
          close: 'It runs every day, it was seen to work, and the trust checks it.',
          decided: 104,
          because:
            'I read the visit and the twenty files. To be looked at again in November, when the winter begins.',
          retest: 155,
        },
      ],
      [124, { impact: 'green', why: 'Twenty files read: in nineteen the worker knew the next working day.' }],
    ],
  },
  {
    finding: '7',
    outcome: 'Children who are looked after see their social worker often enough to trust them, and alone.',
    what: 'A visiting calendar for each placement from its first day, looked at by the manager every Friday.',
    lead: manager(4),
    sponsor: director,
    theme: 'Children looked after',
    priority: 'high',
    start: 3,
    due: 61,
    measure: { indicator: 'LACVISITS', target: '92', by: 172 },
    steps: [
      [7, { milestone: 'Calendar on every file', by: 30, met: 32 }],
      [33, { delivery: 'green', why: 'Calendars are in use in both teams.' }],
      [103, { delivery: 'blue', why: 'All calendars are in place and are checked weekly.' }],
    ],
  },
  {
    finding: '8',
    outcome: 'No child waits for the meeting where their plan is put right.',
    what: 'Book each review at the one before, with two dates held; the reviewing service tells managers of any without a date three weeks ahead.',
    lead: { post: 'reviewing-officer', n: 0, as: 'independent reviewing officer' },
    sponsor: director,
    partners: ['Foster carers’ association', 'Children in care council'],
    theme: 'Children looked after',
    priority: 'high',
    start: 7,
    due: 92,
    measure: { indicator: 'NI66', target: '95', by: 292, neighbours: '93' },
    steps: [
      [12, { milestone: 'All reviews to the end of the year have a date', by: 45, met: 41 }],
      [12, { milestone: 'List of reviews without a date goes out weekly', by: 60, met: 60 }],
      [
        45,
        {
          barrier: 'Two reviewing officers’ posts are empty.',
          who: 'Director',
          cleared: 88,
          how: 'Both began on 1 September.',
        },
      ],
      [60, { delivery: 'green' }],
      [96, { delivery: 'blue', why: 'Every review has a date when the one before it ends.' }],
      [110, { delivery: 'green', why: 'Opened again by the board until a full year is on time.' }],
      [
        110,
        { board: BOARD, decided: 'The action stays open until reviews have been on time for a full year.' },
      ],
      [
        112,
        {
          evidence: 'data',
          shows: 'Of the reviews due since July, nearly all were held in time.',
          quality: 'strong',
          because: 'Every review is in the record, and counted from it.',
        },
      ],
      [
        130,
        {
          impact: 'green',
          why: 'The figure looks back a year, so it moves slowly; reviews since July are nearly all on time.',
        },
      ],
    ],
  },
  {
    finding: '9',
    outcome:
      'Children’s health is looked after as a good parent would, starting with those who waited longest.',
    what: 'Two extra clinics a month for children overdue, and one list shared each week by nurses and social workers.',
    lead: { outside: 'Designated nurse for looked after children, Eastmere and Holt NHS Trust' },
    sponsor: director,
    partners: [TRUST],
    theme: 'Health of children in care',
    priority: 'medium',
    start: 10,
    due: 92,
    measure: { indicator: 'HEALTH', target: '92', by: 292 },
    steps: [
      [14, { milestone: 'Extra clinics begin', by: 40, met: 39 }],
      [
        62,
        {
          progress:
            'All who had waited over six months have been seen. Four young people said no and were offered a nurse at home.',
        },
      ],
      [92, { delivery: 'green' }],
      [118, { impact: 'green', why: 'More children were seen in the year than at the inspection.' }],
      [150, { close: 'The extra clinics have worked through everybody who waited.' }],
    ],
  },
  {
    finding: '10',
    outcome: 'Children have teeth that do not hurt, and a dentist whom they know.',
    what: 'Agree with four dental practices that they keep places for looked after children, and record those who decline.',
    lead: manager(5),
    partners: ['Eastmere dental practices', TRUST],
    theme: 'Health of children in care',
    priority: 'medium',
    start: 10,
    due: 92,
    measure: { indicator: 'DENTAL', target: '90', by: 292 },
    steps: [
      [15, { milestone: 'Places agreed with four practices', by: 60 }],
      [16, { waitsFor: 7, because: 'Who is overdue is told by the same weekly list.' }],
      [
        62,
        {
          barrier: 'Two practices will not keep places before their new contract.',
          who: 'Integrated care board',
        },
      ],
      [60, { delivery: 'amber', why: 'Two practices have agreed; two wait for their new contract.' }],
      [84, { moved: 202, why: 'The two larger practices sign their contract in November.', agreedBy: BOARD }],
      [124, { progress: 'Places are used as soon as they are given, but there are too few of them.' }],
      [124, { impact: 'amber', why: 'Not better yet.' }],
    ],
  },
  {
    finding: '11',
    outcome: 'What children say about how they feel changes what is done for them.',
    what: 'Send the questionnaire with the date of the health assessment, and bring the score to it.',
    lead: manager(4),
    partners: [TRUST, 'Schools'],
    theme: 'Health of children in care',
    priority: 'medium',
    start: 21,
    due: 92,
    measure: { indicator: 'SDQ', target: '85', by: 292 },
    steps: [
      [25, { milestone: 'Questionnaire goes out with every invitation', by: 50 }],
      [92, { delivery: 'red', why: 'The post that sent them out has been empty since August.' }],
      [120, { progress: 'Fewer came back than before. Schools have offered to give them out from January.' }],
      [120, { impact: 'red', why: 'The figure has fallen.' }],
      [
        138,
        {
          question:
            'What do the children whose questionnaires were lost think has happened to their answers?',
          by: 'Two members of the children in care council',
          board: 'Corporate parenting board',
        },
      ],
    ],
  },
  {
    finding: '12',
    outcome: 'Children who will not go home can say who they are and why they live where they do.',
    what: 'Train twelve workers and carers in life story work, and begin it before the second review.',
    lead: manager(5),
    partners: ['Eastmere Adoption Support'],
    theme: 'Permanence',
    priority: 'low',
    start: 30,
    due: 183,
    steps: [
      [40, { milestone: 'Twelve people trained', by: 120, met: 117 }],
      [40, { milestone: 'Begun with every child past a second review', by: 183 }],
      [119, { delivery: 'green', why: 'Training done; work has begun with nine children.' }],
    ],
  },
]

/** What lies behind a figure, in the words of somebody who knows: days after publication. */
export const commentaries: readonly (readonly [indicator: string, after: number, text: string])[] = [
  [
    'NI66',
    131,
    'A child with one late review counts as late for a whole year, so reviews missed in the spring still hold this figure down. Of the reviews due since July nearly all were held in time.',
  ],
  [
    'LACVISITS',
    131,
    'The visiting calendars are in place, and the figure has not moved. Most late visits are in the first six weeks of a placement, when the worker often changes too. The board has asked to see that apart.',
  ],
  [
    'SDQ',
    124,
    'Questionnaires went out late from August on, because nobody was in the post that sends them. Schools take this over in January.',
  ],
  [
    'HEALTH',
    124,
    'The extra clinics work through those who waited longest first, so children who are only just overdue wait a little more.',
  ],
]
