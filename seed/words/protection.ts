/** Texts of protection plans. {n} is the child, {c} whoever cares for the child. */
export const changes = {
  baby: [
    'Every appointment kept for three months, and {n}’s weight back on its own line.',
    '{n} is put down to sleep in the cot, alone and on the back, by whoever is there that night.',
    'Mum takes up the help with drinking, and tells us herself when a week has gone badly.',
  ],
  older: [
    'A grown-up is up, sober and with {n} before and after school every day. Food in the house. Someone answers the telephone.',
    'No fighting where {n} can hear it. Dad lives elsewhere and sees the children with his sister there.',
    'The uncle does not stay. {n} knows whom to tell, and that it will be acted on.',
    'Mum takes up the help with drinking, and tells us herself when a week has gone badly.',
    '{n} is not the one who gets the little ones up.',
  ],
} as const

export const ifNots = [
  'We will take legal advice, and may ask the court to decide where {n} lives.',
  'A meeting before proceedings within two weeks.',
  'The conference will be brought forward, and other family asked to care for {n} meanwhile.',
]

export const progresses = {
  goesOn: [
    'Mornings are better. Evenings are not known: needs visits that are not announced.',
    'Dad has moved out and kept to it. It is quiet. Mum is lonely, and that is the risk now.',
    'Not much. Appointments kept only when taken there. The plan is to be sharper and shorter.',
    'Two steps forward and one back. Parents told us about the step back themselves, which is new.',
    'Too soon to tell. Everyone has met once. {n} has been seen by everyone who should have.',
    'Worse in one way: the debts. Better in most. Mum asked for the plan to go on, so as not to be left.',
    'What was agreed has been done, but by grandmother. We need to see {c} do it.',
  ],
  ends: [
    'A good deal. {n} sleeps through, and the house is warm. It has held since the summer.',
    'Everything that was asked, and for long enough to believe in. {n} says so too.',
    'The person who hurt {n} is gone from the home and from the street.',
  ],
} as const

export const safeNow = [
  'Six months with nothing new, seen by school, health and us. Grandmother is part of the week. Family help goes on.',
  'Dad is out of the home by order of the court and mum rings when he tries. {n} knows the plan.',
  'Health, school and sleep are all where they should be, and stayed so after we came less often.',
  'Parents can say what went wrong and what they would do. They did it, in March, before we knew.',
]

export const lateReasons = [
  'Worker off ill and the visit was not picked up. A colleague went as soon as it was seen. Cover list changed.',
  'The family were away on the day it fell due. Seen the day after they came home.',
  'It was put off so that dad could come. {n} was asked first.',
  'Two families in crisis in one week. Manager knew, and agreed the order.',
  'Tried twice and nobody in. Manager told, and a call made to school the same day.',
]
export const lateMeetings = [
  'Put off so that father could come. {n} was asked first.',
  'Reviewing officer ill; nobody free in time. Held on the first day that everyone had.',
  'The report came the evening before. Put off so that {n} and {c} could read it.',
]
