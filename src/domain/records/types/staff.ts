import { roles } from '../../access/roles.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
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
    working: yesNo('Works here?', { start: 'yes' }),
  },
  happened: a => a.from,
  summary: a => `${a.name}, ${roles[a.role]}`,
})
