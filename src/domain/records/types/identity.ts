import { person } from '../kinds/reference.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Two files that look alike are of two children: remembered, so that nobody is asked again. */
export const differentChild = recordType('different-child', {
  title: 'Not the same child',
  fields: {
    child: person('As which child?', {}),
    why: text('How do you know?', {}),
  },
  summary: () => 'Not the same child as another here',
  writtenBy: ['social-worker', 'team-manager', 'reviewing-officer', 'out-of-hours'],
})

/** Two files of one child: this one is read as part of the other from now on. Nothing is moved, so it can be undone. */
export const merged = recordType('merged', {
  title: 'Joining of two files',
  fields: {
    into: person('Which file goes on?', {}),
    why: text('How do you know that it is one child?', {}),
  },
  spells: a => [{ opens: 'merged', facts: { into: a.into } }],
  summary: () => 'Read as part of another file from now on',
  writtenBy: ['team-manager'],
  permission: 'decide',
})

export const unmerged = recordType('unmerged', {
  title: 'Parting of two files',
  fields: { why: text('Why was it wrong to join them?', {}) },
  spells: () => [{ closes: 'merged' }],
  summary: () => 'A file of its own again',
  writtenBy: ['team-manager'],
  permission: 'decide',
})
