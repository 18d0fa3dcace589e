import { where } from '../../check/frame.ts'
import { overlapping } from './periods.ts'
import { rule } from './rule.ts'
import { severalOpen } from './several-open.ts'
import { blocksOf, pairs } from './together.ts'

const base = { from: 2022, needs: ['ChildProtectionPlans'] } as const
const START = 'CPPstartDate'
const END = 'CPPendDate'
const ADVICE = 'Check the day on which the plan began and the day on which it ended.'
const TODO_DEATH = 'Check the day of death, and the days of the plan.'

/** A day of a plan that is after the child's death. */
const afterDeath = (code: string, field: typeof START | typeof END, says: string) =>
  rule(code, {
    ...base,
    needs: ['ChildProtectionPlans', 'ChildIdentifiers'],
    fields: code === '8915' ? [field, 'PersonDeathDate'] : ['PersonDeathDate', field],
    says,
    todo: TODO_DEATH,
    find: pairs('ChildProtectionPlans', 'ChildIdentifiers', 'child', r => {
      const day = r.tables.ChildProtectionPlans.days(field)
      const died = r.tables.ChildIdentifiers.days('PersonDeathDate')
      return (p, c) => (day[p] ?? 0) > (died[c] ?? 0)
    }),
  })

/** Child protection plans: their own days, and those of the child's other plans. */
export const protectionDayRules = [
  rule('8840', {
    ...base,
    fields: [START, END],
    says: 'The child protection plan starts and ends on one day.',
    todo: ADVICE,
    find: r => {
      const p = r.tables.ChildProtectionPlans
      const [start, end] = [p.days(START), p.days(END)]
      return { ChildProtectionPlans: where(p, i => start[i] === end[i]) }
    },
  }),
  afterDeath('8915', START, 'The child protection plan starts after the child’s death.'),
  afterDeath('8920', END, 'The child protection plan ends after the child’s death.'),
  rule('8925', {
    ...base,
    fields: [START, END],
    says: 'The child protection plan ends before it starts.',
    todo: ADVICE,
    find: r => {
      const p = r.tables.ChildProtectionPlans
      const [start, end] = [p.days(START), p.days(END)]
      return { ChildProtectionPlans: where(p, i => (end[i] ?? 0) < (start[i] ?? 0)) }
    },
  }),
  rule('8930', {
    ...base,
    fields: [END, 'ReferenceDate'],
    says: 'The child protection plan ended on a day outside the census year.',
    todo: 'Check the day. Leave out plans that ended before the year; leave the end blank where it is after it.',
    find: r => {
      const p = r.tables.ChildProtectionPlans
      const end = p.days(END)
      return { ChildProtectionPlans: where(p, i => (end[i] ?? 0) < r.start || (end[i] ?? 0) > r.end) }
    },
  }),
  rule('8935', {
    ...base,
    fields: [END],
    says: 'Two or more child protection plans of the child are open.',
    todo: 'Write the day on which each ended. A child has one at a time.',
    find: r => {
      const p = r.tables.ChildProtectionPlans
      const end = p.text(END)
      // A census numbers every plan apart, and so a child's plans are compared by child. A table that says nothing of
      // the cases that plans stand in, and gives several the same number, means those to be compared.
      const groups = p.given.has('CINdetailsID')
        ? blocksOf(r, 'ChildProtectionPlans', 'child')
        : blocksOf(r, 'ChildProtectionPlans', 'CPPID')
      return { ChildProtectionPlans: severalOpen(groups, i => end[i] === null) }
    },
  }),
  rule('8940', {
    ...base,
    fields: [START, END],
    says: 'The child protection plan starts while another one of the child is still going on.',
    todo: 'Check the days of both. One must end before the next begins.',
    find: r => {
      const p = r.tables.ChildProtectionPlans
      return {
        ChildProtectionPlans: overlapping(blocksOf(r, 'ChildProtectionPlans', 'child'), {
          start: p.days(START),
          end: p.days(END),
          until: r.end,
          touching: true,
        }),
      }
    },
  }),
]
