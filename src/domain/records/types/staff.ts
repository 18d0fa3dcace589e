import { roles } from '../../access/roles.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** A member of staff, in their own file. Written again in whole when a role or team changes, or they leave. */
export const staffDetails = recordType('staff-details', {
  title: 'Member of staff',
  subject: 'worker',
  fields: {
    from: day('From', { notAfter: 'today', start: 'today' }),
    name: line('Name', { most: 100 }),
    role: oneOf('Role', roles),
    team: line('Team', { optional: true, most: 60 }),
    registered: yesNo('Is this a registered social worker?', { optional: true }),
    registration: line('Registration number', { optional: true, most: 30, when: a => a.registered === true }),
    newlyQualifiedFrom: day('Newly qualified: first day of the assessed year', {
      optional: true,
      when: a => a.registered === true,
    }),
    agency: yesNo('Employed through an agency?', { optional: true }),
    share: wholeNumber('How much of a full-time post, in per cent?', {
      from: 1,
      to: 100,
      optional: true,
      hint: '60 for three days a week. Blank means full time.',
    }),
    limit: wholeNumber('Most work at once, by weight', {
      from: 0,
      to: 99,
      optional: true,
      hint: 'Blank means the limit of the authority. A child in need whom the worker knows weighs 1.',
    }),
    reach: line('How to reach them', { optional: true, most: 200 }),
    working: yesNo('Works here?', { start: 'yes' }),
  },
  happened: a => a.from,
  spells: a =>
    a.working && a.registered
      ? [
          {
            opens: 'practising',
            keeps: true,
            ...(a.newlyQualifiedFrom ? { on: a.newlyQualifiedFrom, facts: { newlyQualified: true } } : {}),
          },
        ]
      : [{ closes: 'practising' }],
  summary: a => `${a.name}, ${roles[a.role]}`,
})
