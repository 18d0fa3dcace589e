import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { person } from '../kinds/reference.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const relationshipKinds = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Other parent',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  relative: 'Other relative',
  carer: 'Carer',
  professional: 'Professional',
  other: 'Other',
} as const

/** Someone in the child's life. A brother or sister with a file here is named by that file. */
export const relationship = recordType('relationship', {
  title: 'Relationship',
  fields: {
    kind: oneOf('Who is this to the child?', relationshipKinds),
    child: person('Which child, if they have a file here?', {
      optional: true,
      when: a => a.kind === 'sibling',
    }),
    name: line('Name', { optional: true, most: 150 }),
    contact: line('How to reach them', { optional: true, most: 200 }),
    responsibility: yesNo('Do they have parental responsibility?', { optional: true }),
    from: day('Since when?', { notAfter: 'today', optional: true }),
    to: day('Until when, if it has ended?', { optional: true }),
  },
  happened: a => a.from,
  summary: a => `${relationshipKinds[a.kind]}${a.name ? `: ${a.name}` : ''}`,
  faults: a => ({
    ...(!a.name && !a.child ? { name: 'Enter a name, or choose the child’s file.' } : {}),
    ...(a.from && a.to && a.to < a.from ? { to: 'The end is before the start. Check both days.' } : {}),
  }),
})
