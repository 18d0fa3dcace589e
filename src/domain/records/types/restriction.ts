import { yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Closes a file to all but named people, or opens it again. Names are ids of staff, separated by spaces. */
export const restriction = recordType('restriction', {
  title: 'Restricted file',
  fields: {
    from: day('From', { notAfter: 'today', start: 'today' }),
    restricted: yesNo('Should the file be restricted?', {}),
    named: line('Who may see it?', { when: a => a.restricted === true, most: 2000 }),
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
