/** Texts of assessments. {n} is the child, {c} whoever cares for the child. Dealt list by list, so that no two are alike. */
export const assessed = {
  views: [
    '“I like it when it is quiet and we do the cooking.” {n} drew the house with the door shut and everybody inside.',
    '{n} worries about {c} and says so before anything else. Would like one grown-up at school to know.',
    '{n} wants to stay here, wants the shouting to stop, and does not think that both can be had.',
    'Watched over two visits: {n} looks to {c} for comfort, gets it most of the time, and goes quiet when voices rise.',
    '{n} did not want to talk about home. We talked about the hamster, and the hamster is often frightened.',
  ],
  identity: [
    '{n} is proud of speaking two languages and is embarrassed when asked to interpret. School has stopped asking.',
    'Church on Sundays matters to {n} more than to the rest of the family; an aunt takes {n}, and it is where the friends are.',
    '{n} has a father from another place and has never been told much of it. Asks now. {c} is willing and does not know how.',
    'A white British child in a family that has lived in this street for three generations: everybody knows, which helps and does not.',
  ],
  history: [
    'Two contacts in three years, each about arguments heard by neighbours. Early help ended when the family moved.',
    'An older brother had a plan for neglect eight years ago, closed after nine months. What changed then lasted until the job went.',
    'Nothing before this. Health and school had no worries until the spring.',
    'Known since before birth. Three assessments, each closed when things were better, none of which asked why they got worse again.',
  ],
  risks: [
    'Drinking at weekends, and {n} in the house. Two calls to police since June. {n} has begun to stay out.',
    'Missed health appointments, a cold house, and food that runs out before the money comes.',
    'A man who is not to be alone with children visits, and {c} does not believe what is said of him.',
    '{c} is low and says so. On bad days {n} gets the little ones up.',
  ],
  protects: [
    'A grandmother round the corner whom {n} rings. A teacher who notices. {c} asked for help before anybody made it.',
    'Never missed a day of nursery. {c} keeps every appointment that is about {n}.',
    'Brothers and sisters who look out for each other, and an uncle who comes when called.',
    '{n} is a bright, stubborn child with two good friends and a place in the team.',
  ],
  parenting: [
    '{c} is warm and quick to comfort, and finds it hard to say no and mean it. Tiredness and debt get in the way.',
    'Routines hold from Monday to Thursday. Both parents know what happens at weekends and neither likes it.',
    '{c} learned to be a parent without one. Takes advice well when it is shown and not told.',
    'Can say what {n} needs, and for a good part of most weeks provides it.',
  ],
  family: [
    'Grandmother would have {n} at weekends. An uncle offers the school run. Father’s side has not been asked and would like to be.',
    'Nobody near. A sister two hours away who rings daily.',
    'A large family who fall out and make up. Two aunts came to the family meeting and took three of the tasks.',
  ],
  agencies: [
    'School: attendance 88 %, friendly, tired. Health visitor: weights on the line. Police: two calls, no charge. GP: nothing since March.',
    'Nursery sees a settled child. Housing confirms arrears of nine weeks. The adult service has closed the case and will open it again.',
    'Police shared three notices. School nurse has not answered; asked twice.',
  ],
  parents: [
    '{c} agrees with most of it and not with the word neglect. Wants help with the house first.',
    'Father thinks that it is exaggerated; mother thinks that it is not the half of it. They were seen apart.',
    '{c} was angry at the first visit and had tidied for the third, and said that somebody should have come sooner.',
  ],
  impact: [
    'For {n} a day begins with listening from the stairs. After that it can be a good day. School is where {n} eats and laughs.',
    '{n} does not know who will be there after school. Has learned not to ask and carries a key and two telephone numbers.',
    '{n} is loved and knows it. What is missing is sleep, breakfast, and somebody else to worry.',
    'Being {n} means being good, so that nobody is cross. It works, and it is wearing {n} out.',
  ],
  analysis: [
    'No one thing here is great. Together, and for this long, they are: the good days depend on one tired person. With the weekend care and the debt dealt with, what {c} does well would be enough.',
    'The risk comes and goes with one visitor. {c} can keep {n} safe when believed and backed; left alone with it, gives way. The plan must hold between visits, not at them.',
    'What was reported happened once, was told at once, and has been put right by the family. There is nothing that school and the aunts can’t see to.',
    'Past help stopped when it began to work. This time the ending should be slow, and should be seen from where {n} stands.',
  ],
  plan: [
    'Weekend care with grandmother from this Friday ({c}). Debt advice booked for Tuesday (worker). School to name one adult for {n} by Monday. Meet again in four weeks.',
    'Visits weekly for six weeks, {n} seen alone at school every second time (worker). Alcohol service on Thursdays ({c}). Health check within two weeks (school nurse).',
    'Bed and a heater by the end of the week (worker, family fund). Family group to agree who does which mornings. Meet in three weeks; if mornings have not changed, manager decides what next.',
  ],
} as const

export const asked = [
  [
    'School',
    'How is the child in school, and who knows the family best?',
    'Friendly, tired on Mondays. Mrs Plover has known the family for years.',
  ],
  [
    'Health visitor',
    'Growth, appointments, anything seen at home?',
    'Growing along the line. Home is small and warm. Two missed appointments, both rebooked.',
  ],
  ['Police', 'Any calls to the address in the last two years?', 'Two, both noise. No charge.'],
  [
    'GP',
    'Anything that bears on the care of the child?',
    'Nothing since the spring. Mother is seen for low mood and comes.',
  ],
] as const

export const sentBackFor = [
  [
    'The analysis tells what happened, not what it means for {n}.',
    'Say what it is like to be {n}, and what would have to change. Two days is enough.',
  ],
  ['Father has not been asked.', 'Ring him, or say why not, and add what he thinks.'],
] as const

/** What supervision thought and decided for one child. */
export const caseTalk = [
  [
    'See the child alone before anything else is planned',
    'We asked what {n} would say has changed since the summer, and did not know. The worker likes the family and noticed that this makes it harder to name what has slipped.',
    'Worker: visit at school within the week, and tell me what {n} said.',
  ],
  [
    'Go on as planned; offer mornings, not meetings',
    'Two theories: {c} is overwhelmed, or does not want us there. The first fits more of what has been seen. What would show us wrong?',
    'Worker to move visits to before school for a month.',
  ],
  [
    'Family meeting to write the aims again',
    'The plan is being done and {n} is no better. We looked at what it is for.',
    'Worker to book it; conference chair to be told.',
  ],
  [
    'Begin to step back, slowly',
    'A good stretch. We asked what made it good, so that it can last when we are gone.',
    'Fortnightly visits from now; look again in six weeks.',
  ],
  [
    'Two go together until the next core group',
    'The worker dreads this visit and was able to say why. We planned who goes along and what to say at the door.',
    'Senior to join on Thursday.',
  ],
] as const

/** What supervision thought through about the work itself. */
export const talk = [
  [
    'A week of other people’s anger. We looked at which of it was about us. What helped: going with a colleague, and writing before driving home.',
    'Tired, and wants to be. Leave is booked.',
    'Two cases move to another worker; one visit done together.',
  ],
  [
    'We took one visit minute by minute. What was felt at the door told more than what was said inside.',
    'The amount is right; the mix is not.',
    'No new court work this month.',
  ],
  [
    'Certainty came too early on one family. We wrote down three other explanations and what would show each.',
    'Well, and learning fast.',
    'Read the file from the start before the next visit.',
  ],
] as const

/** Factors that are often found together (codes of the census). */
export const factorsTogether: Readonly<Record<'young' | 'older', readonly (readonly string[])[]>> = {
  young: [
    ['3A', '3B', '17A'],
    ['1B', '16A'],
    ['2B', '4B', '16A'],
    ['4B', '6B'],
    ['3B', '4B', '17A'],
    ['18C'],
    ['16A', '5B'],
    ['3A', '3B', '1C'],
    ['20'],
  ],
  older: [
    ['4A', '15A'],
    ['10A', '11A', '2A'],
    ['13A', '24A', '10A'],
    ['14A', '2A'],
    ['4B', '7A', '17A'],
    ['3B', '17A', '4A'],
    ['18C', '17A'],
    ['19B', '4A'],
    ['16A', '1B', '7A'],
    ['20'],
  ],
}
