/** Texts of being looked after. {n} is the child, {c} whoever cares for the child. */
export const reasons = [
  'Mother went into hospital and there was nobody else whom she would trust with {n}.',
  'The plan at home did not bring change in time, and the court agreed.',
  '{n} asked not to go home. Family members were asked first; none could take {n} at once.',
  'Grandmother, who has cared for {n} since birth, can no longer manage the stairs or the nights.',
  'Parents asked for it, for a time, and meant it well.',
]
export const urgentReasons = [
  'Police brought {n} to safety in the night. A foster carer was found by one o’clock.',
  '{n} was alone at home at midnight and nobody could be reached.',
]

export const decisions = [
  'Stay where {n} is. Worker to move family time to Saturdays by the end of the month. School to send the plan before half-term.',
  'Nurse to chase the dentist within two weeks. Carer to have the passport form. Life story book to be begun by the next review.',
  'Permanence by long-term care with these carers: papers to panel within eight weeks.',
  'Move of school not agreed. Tutor for maths twice a week from Monday. Reviewing officer to speak with {n} alone in a month.',
  'Brothers and sisters to meet every fortnight: team manager to find the money this week.',
  'Plan to be written again so that {n} can read it: worker, two weeks. Bed rail: carer, today.',
  'Overnight stays with aunt to begin in March, after one more check: worker. {n} to be told by worker, not by letter.',
]
export const views = {
  small: [
    'I want the blue cup at my house too.',
    'I like the stairs.',
    'Mummy came and I showed her my peg.',
  ],
  older: [
    'I want to stay here and I want people to stop asking.',
    'More time with my sister please.',
    'It is good. The dog sleeps on my bed.',
    'I would like to be told things before they happen.',
    'Can I go on the trip? The form needs signing.',
    'Last time you wrote it down and then nobody did it.',
    'I know why I cannot live at home. I would like to hear it from mum as well.',
  ],
} as const
export const lastTimes = [
  'Family time moved to Saturdays: done. Dentist: not done, third time of asking.',
  'Everything but the school plan was done.',
  'Tutor began. Life story work has not.',
  'All done, and {n} was told so.',
  'Passport form sent and lost. Sent again today.',
]

export const healthNeeds = {
  young: [
    'Growing along the 25th line. Speech to be checked by the health visitor before two.',
    'Eczema: cream twice a day, GP to look again in a month.',
    'Well. Sleeps poorly; advice given to {c}. Check again in six months.',
  ],
  older: [
    'Well. Glasses to be worn at school. Check again in a year.',
    'Feels low at times: talking with the school counsellor from next week.',
    'Asthma pump out of date; new one today, and a spare for school.',
    'Has stopped growing out of shoes. Wants to talk about skin: GP on Thursday.',
  ],
} as const
export const missedHealth = [
  'Away at family time; rebooked in three weeks',
  'Letter went to the last placement; rebooked',
  'Did not want to go out; nurse will come to the house',
]

export const missingTold = [
  'Police, {c} and mother know. Usual friends rung. Somebody is waiting up.',
  'Police told at once, as the plan for {n} says. Worker rang {n}’s sister.',
  'Gone since tea, in school clothes, phone off. Police have the photograph.',
]
export const learned = [
  'Went to a friend because of a row about the telephone. Knew it would worry people. Wants the rule talked about.',
  'Would not say where, only that it was warm. Took a number to ring at any hour.',
  'Goes to mum’s when here feels far away. We will look at family time again.',
  'Somebody older paid for the taxi. {n} told me the first name. Passed to the police with {n}’s agreement.',
]
