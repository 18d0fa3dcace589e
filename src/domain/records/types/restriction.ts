import { yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { workers } from '../kinds/reference.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Closes a file to all but named people, or opens it again. Those named are members of staff. */
export const restriction = recordType('restriction', {
  title: 'Restricted file',
  fields: {
    from: day('From', { notAfter: 'today', start: 'today' }),
    restricted: yesNo('Should the file be restricted?', {}),
    named: workers('Who may see it?', {
      when: a => a.restricted === true,
      hint: 'Everyone else is shut out, you too unless you are among them.',
      missing: 'Choose who may see it: one person at least.',
    }),
    reason: text('Why?', {}),
  },
  happened: a => a.from,
  spells: a =>
    a.restricted
      ? [{ opens: 'restriction', facts: { named: (a.named ?? '').split(/\s+/).filter(Boolean) } }]
      : [{ closes: 'restriction' }],
  summary: a => (a.restricted ? 'File restricted' : 'Restriction lifted'),
  writtenBy: ['director', 'team-manager'],
  permission: 'decide',
})
