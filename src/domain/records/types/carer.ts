import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { carerAccount } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/**
 * A child is to come to a foster carer: what they are told before (rules §4; requirement PL4). They read it, and what
 * concerns health, from a week before the day. Once the child is there, the placement names them.
 */
export const placementArranged = recordType('placement-arranged', {
  title: 'Placement arranged with a carer',
  help: 'The carer reads every word of this. Write nothing of other children, and of the family only what they need. When the child has come, record the placement, and name the carer in it.',
  fields: {
    on: day('When was it agreed?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    account: carerAccount('With which carer?', {
      hint: 'Only foster carers with an account are in this list.',
    }),
    from: day('On which day does the child come?', {
      hint: 'The carer reads this and what concerns health from a week before that day.',
    }),
    know: text('What does the carer need to know to look after the child well?', {
      hint: 'Routines, likes and worries, food, sleep, school, what helps when they are upset.',
    }),
    contact: text('Whom does the child see or ring, when, and who arranges it?', { optional: true }),
    decide: text('What may the carer decide without asking?', {
      optional: true,
      hint: 'School trips, haircuts, nights with friends, medicine from a chemist.',
    }),
  },
  happened: a => a.on,
  spells: a => [{ opens: 'placement-arranged', facts: { account: a.account, from: a.from } }],
  summary: () => 'Placement arranged, and the carer told what they need',
  writtenBy: ['social-worker', 'team-manager', 'out-of-hours'],
  faults: a => (a.from < a.on ? { from: 'That is before it was agreed. Check both days.' } : {}),
})

const days = { good: 'A good day', mixed: 'Up and down', hard: 'A hard day' } as const

/** What a foster carer writes of a day: in the file as theirs, and in the chronology where they say that it should be. */
export const carerLog = recordType('carer-log', {
  title: 'Foster carer’s log',
  help: 'Nobody reads this at once. If the child is hurt, missing or not safe, ring the worker or the out-of-hours team now, and write it down after.',
  fields: {
    on: day('Which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    how: oneOf('How was the day for the child?', days),
    what: text('What happened?', {
      hint: 'What you saw and heard: school, health, friends, seeing family, sleep. Name no other child who lives with you.',
    }),
    said: text('What did the child say, in their own words?', { optional: true }),
    stands: yesNo('Was there something that should be remembered for years?', {
      hint: 'A first, a success, an injury, an incident. It then stands in the child’s story.',
    }),
    line: line('In one line', { most: 200, when: a => a.stands === true }),
  },
  happened: a => a.on,
  chronology: a => (a.stands ? `The foster carer writes: ${a.line}` : undefined),
  summary: a => `Foster carer’s log: ${days[a.how].toLowerCase()}`,
  writtenBy: ['foster-carer'],
})
