type Note = readonly [what: string, about: string, note: string]
type Decision = readonly [decision: string, reason: string, next: string]

/** Notes between visits. {n} is the child, {c} whoever cares for the child. */
export const notes: readonly Note[] = [
  [
    'meeting',
    'Everyone met',
    'Everyone came but health. Plan gone through line by line with the family, in plain words.',
  ],
  ['message', 'Card from {n}', 'A drawing of all of us. Kept a copy on the file; the card is for {n}’s box.'],
  ['call', 'Father rang', 'Wants more time with {n}. Explained what has to come first. Calm throughout.'],
  ['call', 'Nurse called back', 'Results are fine. She has told {c} herself and will write.'],
  [
    'other',
    'Looked at photographs',
    '{n} and I looked at pictures from before. One face had no name. Wants it found out.',
  ],
  ['message', 'Letter from housing', 'Repairs booked for the 12th. {n} will have a dry room before winter.'],
  [
    'call',
    'Grandmother rang',
    'She has heard two different things and asked which is true. Told her, with mother’s agreement.',
  ],
  [
    'meeting',
    'Met with {c}',
    'An hour, unhurried. Tired, and proud of {n}. Asked for a break and deserves one.',
  ],
]
export const schoolNotes: readonly Note[] = [
  [
    'call',
    'School rang about late marks',
    'Third this month. The bus was cancelled; school will open the breakfast club to {n}.',
  ],
  [
    'seen',
    'Saw {n} at school',
    'Ten minutes in the library. Cheerful, new shoes. Asked when we would meet properly.',
  ],
  ['message', 'School report', 'A good one. {n} is “kind, and late”. Copy for {n}’s box.'],
]
export const babyNotes: readonly Note[] = [
  [
    'call',
    'Health visitor called back',
    'Weight is up. She will go weekly and tell us the same day if she is not let in.',
  ],
  [
    'meeting',
    'Family centre',
    '{n} and {c} came to all four sessions. Staff see {c} looking to {n} first now.',
  ],
]
export const eveningNotes: readonly Note[] = [
  [
    'call',
    'Evening call: {n} upset',
    'Talked with {c} and then {n}. Hot chocolate and bed. Day team to ring in the morning.',
  ],
  [
    'call',
    'Police rang: shouting',
    'Officers saw the children asleep and well. The visitor has left for the night. Day team to go tomorrow.',
  ],
  [
    'call',
    'Late call from {c}',
    'A bad evening after a letter. Stayed on the line until it was calmer. Rings again at nine if needed.',
  ],
]

export const decisions: Readonly<Record<'plan' | 'care', readonly Decision[]>> = {
  plan: [
    [
      'Go on with the plan; visits stay at the same pace',
      'The change is real but new, and rests on grandmother. One more season before we step back.',
      'Worker to see {n} alone this month and to write the chronology up to date.',
    ],
    [
      'Seek legal advice this week',
      'Nothing has changed in twelve weeks and {n} cannot wait for it.',
      'Worker to send the chronology by Thursday; I will book the meeting.',
    ],
    [
      'Two workers at the next visit',
      'What dad says and what we see are different, and one pair of eyes is not enough.',
      'Worker to go with a colleague before Friday, unannounced.',
    ],
    [
      'A family meeting before the next conference',
      'Father’s side has not been asked, and they matter to {n}.',
      'Worker to meet grandfather and aunt, and come back to me with what they offer.',
    ],
    [
      'Recommend to the conference that the plan ends, if the next month is as this one',
      'School and health have no worry, and the family knows whom to ring.',
      'Worker to say so to the family first, and to agree who stays in touch.',
    ],
  ],
  care: [
    [
      'Stay with these carers',
      '{n} has asked to, they have asked to, and the match is good for school.',
      'Worker to tell {n} in person this week.',
    ],
    [
      'Time with brothers and sisters every fortnight, at home and not in the office',
      'It is what {n} asks for each time, and we have been slow.',
      'Worker to agree days with both carers; I will find the money.',
    ],
    [
      'No move before the end of the school year',
      'Two changes at once would be too many. The carers will keep {n} until July.',
      'Worker to confirm in writing to the carers and to plan introductions from June.',
    ],
    [
      'Life story work to begin now',
      '{n} is asking, and an answer given late is a worse answer.',
      'Worker to fetch photographs from mother this month. I will keep two hours a week free for it.',
    ],
    [
      'Ask a specialist about sleep and temper',
      'The questionnaire is in the top band twice running and {c} is worn out.',
      'Nurse to refer; worker to sit with {c} on Tuesday.',
    ],
  ],
}

export const identities = [
  'Speaks Polish with grandmother. Christmas Eve matters.',
  'Welsh on mum’s side and proud of it.',
  'Eats halal food at home; Eid is with an aunt.',
  'Hair care matters, and those who care know how.',
  'Church on Sundays is where the friends are.',
  'Signs as well as speaks: two cousins are deaf.',
  'No religion, a great many football opinions.',
]
