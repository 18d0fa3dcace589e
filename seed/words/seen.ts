/**
 * What a worker saw on a visit, by age. {n} is the child, {c} whoever cares for the child. A visit's text is dealt from
 * several short lists of different lengths, so that one file does not say the same thing twice for a long while.
 */
export const seen = {
  baby: [
    '{n} was awake in the bouncer and followed my face.',
    '{n} was asleep in the cot, on the back, with no pillows.',
    '{n} was held for most of the visit and settled quickly on {c}’s shoulder.',
    'I watched a bottle being given: {n} looked up throughout and gripped a finger.',
    '{n} crawled to each of us in turn and back to {c}.',
    '{n} sat up in the high chair and threw the spoon, twice, to see it fetched.',
    '{n} was snuffly and cross, and {c} had already rung the surgery.',
    'Bath time: {n} kicked and laughed. The water had been tested first.',
    '{n} woke while I was there and was picked up before the cry had properly begun.',
    '{n} startled when a door banged, then looked for {c} and calmed.',
    '{n} has two teeth and showed them to everybody.',
  ],
  small: [
    '{n} showed me the bed and which teddy sleeps where.',
    '{n} would not come out from behind the sofa at first, then brought me books one by one.',
    '{n} ate all of lunch and asked for more.',
    '{n} lined up the animals and fed each of them in turn.',
    '{n} was at the sand tray with two other children and in charge of both.',
    '{n} had a tantrum about a shoe. {c} sat on the floor until it was over.',
    '{n} fell off the step and went straight to {c}.',
    '{n} was tired after nursery and lay on the carpet watching us talk.',
    '{n} had painted the kitchen chair blue and was proud of it.',
    '{n} took my hand to show me the snail under the pot.',
    '{n} was in clean clothes and odd socks, chosen alone.',
  ],
  middle: [
    '{n} and I sat in the library corner with the door ajar.',
    '{n} drew the house with everyone in it and put the dog biggest.',
    'We walked round the playing field, because walking is easier than sitting.',
    '{n} made me a cup of tea with help, and one for {c}.',
    'We played the card game and {n} won without my letting it happen.',
    '{n} was kicking a ball against the wall when I came and did not stop to talk, so I kept goal.',
    '{n} used the three houses: worries, good things, dreams.',
    '{n} had just been told off and was not in the mood. We agreed on ten minutes.',
    '{n} read me a page, and then another, to show that the words are coming.',
    '{n} had the bedroom tidied specially and pointed that out.',
    '{n} looked tired, with dark under the eyes.',
  ],
  older: [
    '{n} met me off the bus and we talked in the car.',
    '{n} came down after a while, with headphones round the neck.',
    '{n} asked to read the file first. We looked at what was written and {n} corrected one thing.',
    '{n} had cooked for everybody and was proud of it.',
    'We walked to the harbour and back.',
    '{n} was revising at the table and glad of an excuse to stop.',
    '{n} said hello and not much else, and that was fine.',
    '{n} had news: a Saturday job, two mornings, from next month.',
    '{n} looked well and had had a haircut, which I was asked to notice.',
    '{n} was in bed at three in the afternoon. {c} says that nights are bad.',
    '{n} talked for an hour, mostly about a friend, and I think also about {n}.',
  ],
} as const

export const said = {
  baby: [
    'Smiles at {c} from across the room.',
    'Reaches for {c}, not for me: as it should be.',
    'Babbles back when spoken to, turn and turn about.',
    'Quiet for this age, and I saw few smiles.',
    'Looks at the window when it rains, and laughs.',
    'Clean, warm, and gaining weight in the red book.',
    'A small bruise on the shin fits with pulling up on the table, which I saw.',
    'Holds on tight when put down.',
    'Calms to singing.',
  ],
  small: [
    'Said: “stay here”.',
    'Told me that the cow was cross because nobody made tea.',
    'Named three people who read at bedtime.',
    'Said “loud” and put both hands over both ears when I asked about night-time.',
    'Speech is clearer than last time: short sentences now.',
    'Sang the nursery song and shouted “again”.',
    'Whispered that Nan has a new cat. It is a secret from the cat.',
    'Said nothing at all to me and a good deal to the bear.',
    'Asked where the other lady had gone.',
  ],
  middle: [
    'School is “all right, except Tuesdays”. Tuesdays are swimming.',
    '“You said you would find out last time.” I had not, and said sorry.',
    'Worries, written in the roof: “shouting” and “maths”.',
    '“It is quieter now.” Still keeps a bag packed.',
    'Scored the week seven out of ten. Eight with a later bedtime, ten with a bike.',
    '“Will you be the one who comes next time?”',
    'Would like the bedroom light left on and has not liked to say so.',
    '“Nobody was cross on Sunday.” Thought about it. “Not even a bit.”',
    'Wants to know who decides, and whether they have ever met.',
  ],
  older: [
    '“People keep asking the same questions.”',
    'Said “I am fine” several times, and was not.',
    'Could name four safe people, and when to ring which.',
    'Angry about the change of worker, and told me so clearly.',
    'Worried about money for the bus, not about anything at home.',
    '“It is not that I do not want to go. I want to be asked.”',
    'Wants to see dad, with someone there, somewhere with food.',
    'Phone is off at night, by choice. That is new.',
    'Asked what happens at eighteen, in order, with dates.',
  ],
} as const

/** What it may mean, whatever the age. */
export const meant = [
  'Nothing today that worries me more than before.',
  'Better than a month ago, and I could say why.',
  'I left less sure than I came, and will go again sooner.',
  'The routine holds when things are calm. I have not seen it tested.',
  'What {c} told me and what I saw were the same.',
  'What {c} told me and what I saw were not quite the same.',
  'There is warmth here. There is also not much sleep.',
]

export const unborn = [
  'Saw mum at home. The cot is up and the room is dry. She showed me the scan.',
  'Saw mum with her midwife. Every appointment kept this month. She talks about the baby by a name.',
  'Saw mum and her sister. They have a plan for the first week, written on the fridge.',
]

export const notSeen = [
  'Nobody answered. A neighbour had seen them leave for the shops. Rang: back tomorrow.',
  'At a birthday party; the visit was rearranged with {c} for this week.',
  'Would not come downstairs. I spoke through the door and left a note with my number.',
  'Asleep and unwell; {c} asked me not to wake {n}. I will come again.',
]

export const next = {
  baby: [
    'Ask the health visitor for the weight chart.',
    'Come at bath time next visit, unannounced.',
    'Make sure that the two-year check is booked.',
    'Talk with {c} about sleep, with the health visitor.',
    'Find out about the stay-and-play on Thursdays.',
  ],
  small: [
    'Ask nursery how the mornings go.',
    'Bring the book about moving house.',
    'Ask the speech therapist for a date.',
    'Come at teatime next visit.',
    'Talk with {c} about bedtime, and write down what we agree.',
  ],
  middle: [
    'Ring school about attendance before Friday.',
    'Find out the date and tell {n} myself.',
    'Goggles.',
    'Next visit after school, so that there is time alone.',
    'Share this with the reviewing officer before the meeting.',
  ],
  older: [
    'Take what {n} said to my manager in those words.',
    'Bring the pathway plan and go through it together.',
    'Walk next week instead of sitting in the kitchen.',
    'Ask college about the bursary.',
    'Check with the nurse that the letter went to the right address.',
  ],
} as const

/** Where a child with a plan lives at home, and where a looked after child lives. */
export const where = {
  home: {
    young: ['At home', 'At home', 'At nursery', 'At the family centre', 'At grandmother’s'],
    school: ['At home', 'At school', 'At home', 'In the park near home', 'At school, in the quiet room'],
  },
  care: {
    young: ['Where the child lives', 'At the family centre, during family time', 'Where the child lives'],
    school: ['Where the child lives', 'At school', 'In the car and at the café', 'Where the child lives'],
  },
} as const
