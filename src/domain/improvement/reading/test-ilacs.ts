import { read } from './test-reading.ts'

// An invented report of an inspection since 2018, in parts that a test may write otherwise.

export const LEADERS = 'The impact of leaders on social work practice with children and families'
export const HELP = 'The experiences and progress of children who need help and protection'
export const CARE = 'The experiences and progress of children in care'
export const LEAVERS = 'The experiences and progress of care leavers'
export const OVERALL = 'Overall effectiveness'
export const RI = 'Requires improvement to be good'

export const COVER = `Inspection of Fenwick local authority
children’s services

Inspection dates: 6 to 17 March 2023

Lead inspector: A. Nother, His Majesty’s Inspector`
export const TABLE = `Judgement\tGrade\n\n${LEADERS}\tGood\n\n${HELP}\t${RI}\n\n${CARE}\tGood\n\n${LEAVERS}\tOutstanding\n\n${OVERALL}\tGood`
const STORY =
  'Leaders in Fenwick know their services well. Much has changed since the last inspection, and families who live on the marsh are now seen as soon as those who live in the town, though not all of their plans say what should happen next or by when it should be done.'
const IMPROVE = `What needs to improve?

◼ The timeliness of visits to children on the
marsh.

◼ The quality of:

− plans for unborn children

− letters before proceedings.

◼ How supervision is recorded; and

◼ The use of the Fenwick Bridge.`
export const BODY = `The experiences and progress of children who need help and
protection: requires improvement to be good

1. Children are helped early. Workers know them well.

2. Some plans are too long. Families told inspectors that they want:

◼ plans of a page

◼ words they use.

${CARE}: good

3. Children in care live near their friends.

${LEAVERS}: outstanding

4. Care leavers are proud of where they live.

${LEADERS}:
good

5. Leaders listen.

The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence.`

export const report = (parts: Partial<Record<'cover' | 'table' | 'improve' | 'body', string>> = {}) =>
  [parts.cover ?? COVER, parts.table ?? TABLE, STORY, parts.improve ?? IMPROVE, parts.body ?? BODY]
    .filter(p => p !== '')
    .join('\n\n')

export const grades = (text: string) => read(text).judgements.map(j => `${j.section} ${j.grade}`)
export const FIVE = [
  'leadership Good',
  `safeguarding ${RI}`,
  'looked-after Good',
  'looked-after Outstanding',
  'overall Good',
]
export const areas = (improve: string, body = BODY) =>
  read(report({ improve, body })).areasForImprovement.map(a => a.text)
export const told = (text: string) => read(text).unsure.join(' ')
