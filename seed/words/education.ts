/** Texts of education plans and pathway plans. {n} is the child, {c} whoever cares for the child. */
export const schoolViews = {
  young: [
    '{n} builds towers and names the colours of most bricks. Shares when asked twice.',
    '{n} joins in songs with actions, and hums them after. Two words together now.',
    '{n} holds a pen in a fist and drew a face for {c}.',
  ],
  older: [
    'Maths is fine. I do not want to be taken out of lessons for meetings.',
    'I like art and the dinner lady. Reading out loud is the worst.',
    'I want to know who is told that I am in care.',
    'My form tutor listens. The bus is too early.',
    'I would rather have a laptop than a tutor.',
    'It is better than the last school because I have two friends.',
    'I want to go on the trip like everyone else.',
  ],
} as const

export const targets = {
  young: [
    'To wait for a turn in two games each morning: key worker, by half-term.',
    'To put three words together: nursery, with the cards from speech therapy, by the end of term.',
    'To use the toilet at nursery without being asked: key worker and {c}, four weeks.',
  ],
  older: [
    'Read to {c} for ten minutes, four evenings a week: {c} keeps the card, to half-term.',
    'Times tables to 8 by the end of term: maths club on Tuesdays, with the class teacher.',
    'Attend every first lesson for three weeks: form tutor rings {c} the same morning.',
    'Two finished pieces for the art portfolio by the end of term: art teacher.',
    'Choose options with somebody who knows them: head of year and worker, before the 20th.',
    'Spend twenty minutes on the reading programme, three times a week: teaching assistant.',
    'Try the football club twice: worker pays, {c} drives, this month.',
  ],
} as const
export const lastTargets = [
  'Both met, and {n} has the card on the fridge.',
  'Reading met. Lateness not: the taxi changed twice.',
  'Half met. The tutor began five weeks late.',
  'Not met: nobody had told {n} what they were.',
]
export const premium = [
  'One hour of maths tuition a week',
  'A laptop, and the reading programme',
  'Music lessons, as {n} asked',
  'A mentor at lunch, three days a week',
]
export const ratings = {
  good: [
    'Few targets, each with a name and a day. {n}’s own words lead it.',
    'Clear about what was lost in the move, and what makes it good again.',
  ],
  mend: [
    'The targets are good; nobody is named for the second. School to put it right in a week.',
    'What {n} says stands there and changes nothing. Talk with {n} again before half-term.',
  ],
  weak: [
    'The same targets as last term, word for word. To be made again with {n} there, in two weeks.',
    'No attendance figure and no targets in maths. To be made again, in two weeks.',
  ],
} as const
export const schools = [
  'Saltings Primary, year {y}',
  'St Osyth’s Primary, year {y}',
  'Mill Lane Primary, year {y}',
  'The Ropewalk School, year {y}',
  'Eastmere Academy, year {y}',
  'Long Reach School, year {y}',
] as const

export const pathwaySaid = [
  'I want my own front door, and not to be lonely behind it.',
  'I want to stay with my carers until I have finished college.',
  'To work with cars. To see my brother more.',
  'I want somebody to ring who does not sound surprised.',
  'To learn to cook more than pasta, and to save for driving lessons.',
]
export const pathwayHome = [
  'Stay where they are after 18: adviser writes the agreement with the carers by the end of next month. Savings account opened.',
  'Housing form with the adviser this week; a trial week in the training flat in the holidays.',
  'Tenancy goes well. Budget looked at together each month; adviser goes along about the arrears on Thursday.',
]
export const pathwayWork = [
  'Level 2 course from September; adviser and college meet about the bursary before the end of term.',
  'Two days of work experience at the garage from next month; adviser rings weekly.',
  'In a job since the spring. Wants evening classes: adviser finds out what the council pays by Friday.',
]
export const pathwayWell = [
  'Has the health history, and a dentist. Sees a sister each fortnight. Nobody yet to ring at night: adviser and carer to agree who.',
  'Counselling goes on until the summer. Grandmother’s number is on the card. Check in a month.',
  'Sleeps badly: surgery on Tuesday, adviser goes along if wanted.',
]
