/** What of an allegation is told, and how many days ago each thing happened. Invented, as all are here. */
export interface AllegationWords {
  readonly adult: string
  readonly born: string
  readonly sector: string
  readonly employer: string
  readonly post: string
  readonly from: string
  readonly teller: string
  readonly what: string
  readonly told: number
  readonly learned: number
  readonly complaint?: string
  readonly since: readonly (readonly [
    type: string,
    ago: number,
    answers: Readonly<Record<string, unknown>>,
  ])[]
}

export const allegationWords: readonly AllegationWords[] = [
  {
    adult: 'Barnaby Winterbourne',
    born: '1979-08-14',
    sector: 'education',
    employer: 'Kestrel Lane Primary School',
    post: 'Teaching assistant',
    from: 'employer',
    teller: 'Odette Farrow, head teacher, through the school office',
    what: 'A pupil said that he pulled her from a chair by the arm, in front of the class. There was a red mark.',
    told: 47,
    learned: 48,
    since: [
      [
        'allegation-considered',
        46,
        {
          meets: true,
          limbs: ['harmed', 'risk'],
          reason: 'A child was hurt, and two others say that they saw it.',
          advice: 'That he works away from children until the meeting. That the parents are told today.',
        },
      ],
      [
        'allegation-meeting',
        41,
        {
          kind: 'management',
          present: 'Head teacher, personnel adviser, police, a manager of the assessment team',
          said: 'Police take no further action. The school looks into it, with somebody from outside.',
        },
      ],
      [
        'allegation-action',
        41,
        { what: 'Hear the two pupils who saw it', who: 'The school’s investigator', in: -20 },
      ],
      [
        'allegation-action',
        41,
        { what: 'Send the report of what was found', who: 'The school’s investigator', in: 3 },
      ],
      ['allegation-note', 18, { note: 'Rang the head teacher: one pupil was heard, the other is away ill.' }],
    ],
  },
  {
    adult: 'Philippa Oxenholme',
    born: '1968-02-03',
    sector: 'fostering',
    employer: 'Harbourlight Fostering',
    post: 'Foster carer',
    from: 'social-care',
    teller: 'The duty manager of the front door',
    what: 'A young person said that she shouted at him at night, and locked the kitchen.',
    told: 2,
    learned: 7,
    complaint: 'CO 118',
    since: [],
  },
  {
    adult: 'Lorcan Tavistock',
    born: '1990-11-27',
    sector: 'sport',
    employer: 'Millrace Swimming Club',
    post: 'Coach, unpaid',
    from: 'public',
    teller: 'A parent, who asked not to be named to the club',
    what: 'He sends messages to swimmers of fourteen late at night, about things other than swimming.',
    told: 230,
    learned: 230,
    since: [
      [
        'allegation-considered',
        229,
        {
          meets: true,
          limbs: ['risk', 'unsuitable'],
          reason: 'There are many messages, and what they say is not what a coach writes.',
        },
      ],
      [
        'allegation-meeting',
        222,
        {
          kind: 'strategy',
          present: 'Police, the club’s welfare officer, the governing body of the sport',
          said: 'Police look at the telephone. The club stops his coaching while they do.',
        },
      ],
      [
        'allegation-meeting',
        196,
        {
          kind: 'review',
          present: 'Police and the governing body, by telephone',
          said: 'No offence. The governing body goes on by its own rules.',
        },
      ],
      [
        'allegation-outcome',
        171,
        {
          outcome: 'substantiated',
          reason: 'The messages are there, and he does not deny them.',
          employer: 'The club ended his membership.',
          told: 'He and the parents were told on the same day, by the welfare officer.',
        },
      ],
      [
        'allegation-referral',
        170,
        {
          made: true,
          to: ['dbs'],
          reason: 'He was removed from work with children because of a risk to them.',
        },
      ],
    ],
  },
  {
    adult: 'Constance Brightwell',
    born: '1985-05-19',
    sector: 'early-years',
    employer: 'Toadstool Nursery',
    post: 'Nursery nurse',
    from: 'employer',
    teller: 'The manager of the nursery',
    what: 'She was late to the gate twice, and a child stood alone for a minute.',
    told: 96,
    learned: 96,
    since: [
      [
        'allegation-considered',
        96,
        {
          meets: false,
          reason: 'Poor practice, and nothing that harmed a child or shows a risk of it.',
          advice: 'That the nursery deals with it by its own rules, and writes it down.',
        },
      ],
    ],
  },
]

/** Who stands in for the designated officer. */
export const deputyOfficer = 'Rosalind Quayle'

/** Allegations of long ago, brought in from paper: years since each was told, and the age of the adult now. */
export const oldAllegations = [
  {
    adult: 'Everard Pennyfather',
    years: 22,
    age: 81,
    employer: 'Withy Brook School',
    post: 'Porter',
    what: 'Shouted at a pupil in the yard. Nothing more was found.',
  },
  {
    adult: 'Muriel Cattermole',
    years: 17,
    age: 76,
    employer: 'Larkrise Playgroup',
    post: 'Helper',
    what: 'Left the gate open. A child was found on the path, and was well.',
  },
  {
    adult: 'Aubrey Sandiford',
    years: 14,
    age: 73,
    employer: 'Saint Brannock’s Choir',
    post: 'Choirmaster',
    what: 'Held a boy by the collar. He said so himself, and was warned.',
  },
  {
    adult: 'Clementine Rudge',
    years: 13,
    age: 70,
    employer: 'Withy Brook School',
    post: 'Cook',
    what: 'Called a pupil names. The school dealt with it.',
  },
  {
    adult: 'Hector Lambourne',
    years: 12,
    age: null,
    employer: 'Millrace Swimming Club',
    post: 'Doorkeeper, unpaid',
    what: 'Was in the changing room when nobody else was. He was mending a tap.',
  },
] as const
