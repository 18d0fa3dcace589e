/** What referrers said, by who they are. {n} is the child. */
export const concerns = {
  school: [
    '{n} has come in hungry and without a coat three times this fortnight, and nobody answers the telephone at home.',
    '{n} told a teacher about being frightened of an older cousin who stays at weekends.',
    '{n} falls asleep in lessons and says that there is shouting most nights.',
    '{n} has missed 19 days this term. Mum says there is nothing we can do to help, and we would like to.',
    '{n} wrote in a story about hiding with the little ones until it is over. I asked, and it was not a story.',
  ],
  health: [
    'Turned away four times at the door. The last weight was on the low line.',
    'Seen with a burn. The account given fits, but there was a day’s wait before coming in.',
    'Mother told us that she is drinking again, and asked us to tell you.',
    'Three appointments missed for an ear that must hurt.',
    'Low mood since the birth; partner is away; no family near. She agrees to this referral.',
  ],
  police: [
    'Called to a dispute between the parents. {n} was upstairs and had heard it.',
    '{n} was found at the bus station after midnight with two older people and was taken home.',
    'The house was searched today. {n} was there. The kitchen was not fit to cook in.',
    'Father arrested tonight for hurting mother. {n} is with an aunt until the morning.',
  ],
  family: [
    'I cannot cope since the move and I am not sleeping. I want help before it gets worse.',
    'I am caring for {n} and am not sure for how long, or who decides.',
    'My daughter is not herself and {n} is doing the cooking.',
    'He is not to see {n} and he has been at the gate twice.',
  ],
  other: [
    'Shouting, and a child crying late on Saturday, and not for the first time.',
    'The door was open and {n} was alone, I think for most of the afternoon.',
    'The family is to leave the flat on the 20th and has nowhere to go.',
    'They came from another council with a plan that has not caught up with them.',
  ],
} as const

export type Referrer = keyof typeof concerns

/** Which codes each kind of referrer has, and how often. */
export const referrers: readonly (readonly [code: string, weight: number, who: Referrer])[] = [
  ['2A', 24, 'school'],
  ['6', 27, 'police'],
  ['3B', 9, 'health'],
  ['3A', 4, 'health'],
  ['3E', 6, 'health'],
  ['1A', 9, 'family'],
  ['1D', 4, 'other'],
  ['5D', 6, 'school'],
  ['4', 3, 'other'],
  ['9', 4, 'other'],
  ['5C', 2, 'other'],
]

export const reasons = {
  assess: [
    'What is described is more than early help can meet, and we do not know enough about how the days go at home. Parents agree to an assessment.',
    'The third worry in a year from three different people. Each was small; together they are not.',
    '{n} is young, the house is busy, and nobody has seen the two of them together. Mother agrees.',
  ],
  protect: [
    'There is reason to think that {n} may be suffering significant harm. Police and health were spoken to today.',
    'What {n} said is clear and was said twice to different people. Strategy discussion at two o’clock.',
    'Past help did not last and the same thing has happened again. Police and school will join the discussion.',
  ],
  advice: [
    'The family has help from school already and it is making a difference. Advice given on where to turn if that changes.',
    'Mother was glad of the call. Number for the family centre given; they will ring her on Monday.',
  ],
  nfa: [
    'Checked with school and health: nothing to add. The referrer has been told and agrees.',
    'Known, looked into last month, and nothing has changed since. The referrer has been told why.',
  ],
} as const

export const nextSteps = [
  'Duty worker to see the child within five working days and speak with both parents.',
  'Assessment allocated today. First visit this week, with the health visitor.',
  'Worker to see the child at school tomorrow, then home the same day.',
]

export const calls = [
  [
    'call',
    'Rang the referrer back',
    'Told them what was decided and why. They thought it fair, and will ring if anything changes.',
  ],
  [
    'call',
    'Rang mother',
    'Went through what was said about {n}. She was upset, then thankful that somebody had asked.',
  ],
  [
    'message',
    'Letter to the family',
    'What we were told, what we looked at, and whom to ring. In their own language.',
  ],
] as const
