import type { Rand } from '../random.ts'

/** Whom a text speaks of. */
export interface Told {
  readonly name: string
  readonly age: number
  readonly rand: Rand
}

const baby = [
  '{n} was awake in the bouncer and followed my face. Mum knew when the last feed was and went to the first cry. Clean, warm, gaining weight in the red book.',
  '{n} was asleep on arrival, in a cot, on the back, with no pillows. Later {n} smiled at the carer and reached for the spoon.',
  '{n} was held for most of the visit and settled quickly on the carer’s shoulder. Startled at a door and looked for the carer before calming.',
  'I watched a bottle being given. {n} looked up throughout and gripped a finger. The bottle was ready before the crying began.',
  '{n} crawled to each of us in turn and back to the carer. Two small bruises on the shins fit with pulling up on the table, which I saw.',
]
const small = [
  '{n} showed me the bed and which teddy sleeps where. Said “stay here”. Went to the carer for a plaster that was not needed.',
  '{n} lined up the animals and told me the cow was cross because nobody made tea. Chatty, clean, a slight cold.',
  '{n} would not come out from behind the sofa at first, then brought me books one by one. Named three people who read at bedtime.',
  '{n} ate all of lunch and asked for more. Speech is clearer than last time: short sentences now.',
  '{n} sang the nursery song and shouted “again”. Dad got down on the floor to play, which I have not seen before.',
]
const middle = [
  '{n} said school is “all right, except Tuesdays”. Tuesdays are swimming. We agreed that I would ask about goggles.',
  '{n} wants to know when the next visit from Nan is, and said “you said you would find out last time”. I had not, and said sorry.',
  '{n} drew the house with everyone in it and put the dog biggest. Worries sit in the drawing’s roof: “shouting” and “maths”.',
  '{n} said it is quieter now and that mum gets up in the mornings. Slept well this week. Still keeps a bag packed.',
  '{n} scored the week seven out of ten. It would be eight with a later bedtime, ten with a bike.',
  '{n} did not want to talk today and that was fine. We made toast. On the way out: “Will you be the one who comes next time?”',
]
const older = [
  '{n} said people keep asking the same questions. Asked me to read the file first. We looked at what was written and {n} corrected one thing.',
  '{n} is going to college most days. Worried about money for the bus, not about anything at home.',
  '{n} said “I am fine” several times and was not. Agreed to a walk next week instead of sitting in the kitchen.',
  '{n} talked about who the safe people are and could name four. Phone is off at night by choice.',
  '{n} has been cooking for the others and is proud of it. Wants to see dad, with someone there, somewhere with food.',
  '{n} is angry about the change of worker and told me so clearly. I wrote it in those words and will take it to my manager.',
]

const nexts = [
  'Ring school about attendance before Friday.',
  'I will find out the date and tell the child myself.',
  'Next visit as the plan says, after school so that there is time alone.',
  'Ask the health visitor for the weight chart.',
  'Bring the book about moving house.',
  'Speak with my manager in supervision about the pace of change.',
  'Check with the nurse that the appointment letter went to the right address.',
  'Talk with grandmother about the weekends.',
  'Share this with the reviewing officer before the meeting.',
  'Write to the landlord about the damp in the back bedroom.',
]

const unseen = [
  'Nobody answered. A neighbour had seen them leave for the shops. Rang: will be back tomorrow.',
  'At a birthday party; the visit was rearranged with the carer for this week.',
  'Would not come downstairs. I spoke through the door and left a note with my number.',
  'Asleep and unwell; carer asked me not to wake the child. I will come again.',
]

const wheres = [
  'At home',
  'At the foster carer’s',
  'At school',
  'In the park near home',
  'In the car and at the café',
]

const tell = (told: Told, list: readonly string[]) => told.rand.pick(list).replaceAll('{n}', told.name)

/** What the child said, or what was seen of one too young to say it. */
export const views = (t: Told): string =>
  tell(t, t.age < 2 ? baby : t.age < 5 ? small : t.age < 11 ? middle : older)
export const visitNext = (t: Told): string => tell(t, nexts)
export const notSeen = (t: Told): string => tell(t, unseen)
export const visitPlace = (t: Told): string => tell(t, wheres)
