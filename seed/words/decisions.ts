/** Short texts of referrals, plans, reviews and decisions. A name goes where {n} stands. */
export const concerns = [
  'School says {n} has come in hungry and without a coat three times this fortnight, and that nobody answers the telephone at home.',
  'Neighbour heard shouting and a child crying late on Saturday, and not for the first time.',
  'Health visitor has been turned away four times. The last weight was on the low line.',
  'Mum rang herself: cannot cope since the move, sleeping badly, wants help before it gets worse.',
  'Police went to a dispute between the parents. {n} was upstairs and had heard it.',
  '{n} told a teacher about being frightened of an older cousin who stays at weekends.',
  'Grandmother is caring for {n} and is not sure for how long, or who decides.',
  'The emergency department saw {n} with a burn; the account given fits, but there was a day’s wait before coming in.',
]
export const referralReasons = {
  assess:
    'What is described is more than early help can meet, and we do not know enough about how the days go at home. Parents agree to an assessment.',
  protect:
    'There is reason to think that {n} may be suffering significant harm. Police and health were spoken to today.',
  advice:
    'The family has help from school already and it is making a difference. Advice given on where to turn if that changes.',
  nfa: 'Checked with school and health: nothing to add. The referrer has been told and agrees.',
} as const
export const referralNext = [
  'Duty worker to see the child within five working days and speak with both parents.',
  'Assessment allocated today. First visit this week, with the health visitor.',
  'Worker to see the child at school tomorrow, then home the same day.',
]
export const changes = [
  'A grown-up is up, sober and with the children before and after school every day. Food in the house. Someone answers the telephone.',
  'No fighting where the children can hear it. Dad lives elsewhere and sees them with his sister there.',
  'Every appointment kept for three months, and the baby’s weight back on her own line.',
  'The uncle does not stay. The children know whom to tell, and that it will be acted on.',
  'Mum takes up the help with drinking, and tells us herself when a week has gone badly.',
]
export const ifNots = [
  'We will take legal advice, and may ask the court to decide where the children live.',
  'A meeting before proceedings within two weeks.',
  'The conference will be brought forward and other family asked to care for the children meanwhile.',
]
export const progresses = [
  'Mornings are better: two late marks this term against fourteen. Evenings are not known. Needs unannounced visits.',
  'Dad has moved out and kept to it. The children say it is quiet. Mum is lonely, and that is the risk now.',
  'Not much. Appointments kept only when taken there. The plan is to be sharper and shorter.',
  'A good deal. {n} has put on weight, sleeps through, and the house is warm.',
  'Two steps forward and one back at Christmas. Parents told us themselves, which is new.',
]
export const safeNow = [
  'Six months with nothing new, seen by school, health and us. Grandmother is part of the week. Family help goes on.',
  'Dad is out of the home by order of the court and mum rings when he tries. The children know the plan.',
  'Weight, school and sleep are all where they should be, and stayed so after we came less often.',
]
export const careReasons = [
  'Mother went into hospital and there was nobody else whom she would trust with {n}.',
  'Police brought {n} to safety in the night; a foster carer took both children together.',
  'The plan at home did not bring change in time, and the court agreed.',
  '{n} asked not to go home. Family members were asked first; none could take {n} at once.',
]
export const reviewDecisions = [
  'Stay where {n} is. Worker to bring the family time to Saturdays by the end of the month. School to send the plan before half-term.',
  'Nurse to chase the dentist within two weeks. Carer to have the passport form. Life story book to be begun by the next review.',
  'Permanence by long-term fostering with these carers: papers to panel within eight weeks.',
  'Move of school not agreed. Tutor for maths twice a week from Monday. Reviewing officer to speak with {n} alone in a month.',
  'Brothers and sisters to meet every fortnight: team manager to find the money this week.',
]
export const reviewViews = [
  'I want to stay here and I want people to stop asking.',
  'More time with my sister please.',
  'It is good. The dog sleeps on my bed.',
  'I would like to be told things before they happen.',
  'Can I go on the trip? The form needs signing.',
]
export const lastTimes = [
  'Family time moved to Saturdays: done. Dentist: not done, third time of asking.',
  'Everything but the school plan was done.',
  'Tutor began. Life story work has not.',
]
export const healthNeeds = [
  'Well. Glasses to be worn at school. Check again in a year.',
  'Eczema: cream twice a day, GP to look again in a month. Sleeps poorly; advice given to carer.',
  'Growing along the 25th line. Speech to be checked by the health visitor before two.',
  'Feels low at times: talking with the school counsellor from next week.',
]
export const missedHealth = [
  'Away at family time; rebooked in three weeks',
  'Letter went to the last placement; rebooked',
  'Did not want to go out; nurse will come to the house',
]
export const managerDecisions: readonly (readonly [string, string, string])[] = [
  [
    'Continue with the plan; visits stay at the same pace',
    'The change is real but new, and rests on grandmother. One more season before we step back.',
    'Worker to see {n} alone at school this month and to write the chronology up to date.',
  ],
  [
    'Seek legal advice this week',
    'Nothing has changed in twelve weeks and {n} cannot wait for it.',
    'Worker to send the chronology by Thursday; I will book the meeting.',
  ],
  [
    'Agree the change of placement',
    '{n} asked for it, the carers agree, and the match is better for school.',
    'Placement plan before the move; worker to visit within the week.',
  ],
  [
    'Close after the next visit, if it goes as the last two have',
    'School and health have no worry and the family knows whom to ring.',
    'Worker to write the closing summary and to say goodbye in person.',
  ],
  [
    'Case to stay open; assessment to be finished in ten working days',
    'Father’s side of the family has not been asked, and they matter to {n}.',
    'Worker to meet grandfather and aunt and come back to me with what they offer.',
  ],
]
export const notes: readonly (readonly [string, string, string])[] = [
  [
    'call',
    'School rang about a late mark',
    'Third this month. Mum’s bus was cancelled; school will open the breakfast club to {n}.',
  ],
  [
    'message',
    'Letter from the housing team',
    'Repairs booked for the 12th. {n} will have a dry room before winter.',
  ],
  [
    'meeting',
    'Core group met',
    'Everyone came but health. Plan gone through line by line with both parents, in plain words.',
  ],
  [
    'call',
    'Health visitor called back',
    'Weight is up. She will go weekly and tell us the same day if she is not let in.',
  ],
  [
    'seen',
    'Saw {n} at school',
    'Ten minutes in the library. Cheerful, new shoes. Asked when we would meet properly.',
  ],
  [
    'other',
    'Life story work',
    'Looked at photographs from before. {n} knew every name but one, and wanted that one written down.',
  ],
  ['message', 'Card from {n}', 'A drawing of all of us. Kept a copy on the file; the card is for {n}’s box.'],
  ['call', 'Father rang', 'Wants more time. Explained what the plan asks first. Calm throughout.'],
]
export const eveningNotes: readonly (readonly [string, string, string])[] = [
  [
    'call',
    'Carer rang in the evening: {n} upset after family time',
    'Talked with the carer and then {n}. Hot chocolate and bed. Day team to ring in the morning.',
  ],
  [
    'call',
    'Police rang: shouting at the address',
    'Officers saw the children asleep and well. Father has left for the night. Day team to visit tomorrow.',
  ],
  [
    'seen',
    'Went out at night',
    '{n} was at a friend’s house and safe. Stayed there with the mother’s agreement.',
  ],
]
export const missingTold = [
  'Police, carer and mother know. Usual friends rung. Carer waits up.',
  'Police told at once, as the plan for {n} says. Worker rang {n}’s sister.',
]
export const learned = [
  'Went to a friend because of a row about the telephone. Knew it would worry people. Wants the rule talked about.',
  'Would not say where, only that it was warm. Accepted a number to ring at any hour.',
  'Goes to mum’s when home feels far away. We will look at family time again.',
]
export const lateReasons = [
  'Worker off ill and the visit was not picked up. Colleague went as soon as it was seen. Cover list changed.',
  'Carers were on holiday with the child on the day it fell due. Seen the day after they came home.',
  'The meeting was put off so that the child’s father could come. The child was asked first.',
  'Two families in crisis in one week. Manager knew, and agreed the order.',
]
export const identities = [
  'Speaks Polish with grandmother. Christmas Eve matters.',
  'Welsh on mum’s side and proud of it.',
  'Muslim family; halal food; Eid with aunt.',
  'Hair care matters and carers have learned how.',
  'Church on Sundays is where the friends are.',
]
