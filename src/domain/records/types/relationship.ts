import { sexes } from '../codes.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { person } from '../kinds/reference.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const relationshipKinds = {
  mother: 'Mother',
  father: 'Father',
  parent: 'Other parent',
  'step-parent': 'Step-parent or parent’s partner',
  sibling: 'Brother or sister',
  'half-sibling': 'Half-brother or half-sister',
  'step-sibling': 'Step-brother or step-sister',
  grandparent: 'Grandparent',
  relative: 'Other relative',
  partner: 'Partner',
  child: 'Their own child',
  carer: 'Carer',
  'cared-for': 'Child in their care',
  professional: 'Professional',
  other: 'Other',
} as const
export type RelationshipKind = keyof typeof relationshipKinds

/** Whoever may have a file here too: then the file is named, and their file shows the inverse. */
const mayHaveFile: ReadonlySet<unknown> = new Set([
  'mother',
  'father',
  'parent',
  'sibling',
  'half-sibling',
  'step-sibling',
  'partner',
  'child',
  'relative',
  'other',
])

/** Someone in the child's life (requirement CR13). A brother or sister with a file here is named by that file. */
export const relationship = recordType('relationship', {
  title: 'Relationship',
  fields: {
    kind: oneOf('Who is this to the child?', relationshipKinds),
    child: person('Their child ID, if they have a file here', {
      optional: true,
      when: a => mayHaveFile.has(a.kind),
    }),
    name: line('Name', { optional: true, most: 150 }),
    sex: oneOf('Sex', sexes, { optional: true, when: a => a.kind !== 'professional' }),
    born: line('Born: the date, or the year', {
      optional: true,
      most: 20,
      when: a => a.kind !== 'professional',
    }),
    side: oneOf(
      'On whose side?',
      { mother: 'Mother’s', father: 'Father’s' },
      {
        optional: true,
        when: a => a.kind === 'grandparent' || a.kind === 'half-sibling' || a.kind === 'relative',
      },
    ),
    agency: line('What they do, and where', {
      optional: true,
      most: 150,
      when: a => a.kind === 'professional',
    }),
    contact: line('How to reach them', { optional: true, most: 200 }),
    responsibility: yesNo('Do they have parental responsibility?', {
      optional: true,
      when: a => a.kind !== 'professional',
    }),
    household: yesNo('Do they live with the child?', {
      optional: true,
      when: a => a.kind !== 'professional',
    }),
    died: yesNo('Have they died?', { optional: true, when: a => a.kind !== 'professional' }),
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
