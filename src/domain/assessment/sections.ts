/** A part of an assessment as it is written and read: its questions, and what good looks like. */
export interface Section {
  readonly code: string
  readonly title: string
  readonly fields: readonly string[]
  readonly good: string
}

/** The parts of an assessment, in the order of the framework: the child, the parents, the family and what is around it. */
export const sections: readonly Section[] = [
  {
    code: 'what',
    title: 'The assessment',
    fields: ['on', 'kind'],
    good: 'It is finished when a manager has signed it. Send it while there is time to change it.',
  },
  {
    code: 'child',
    title: 'The child',
    fields: ['seen', 'seenOn', 'whyNotSeen', 'views', 'identity'],
    good: 'The child’s own words, said to somebody they had time to trust. Say what language, faith, skin or disability mean to this child, not only what they are.',
  },
  {
    code: 'history',
    title: 'What has happened before',
    fields: ['history'],
    good: 'Not every event: those that tell a pattern. Earlier help, and whether it lasted.',
  },
  {
    code: 'risk',
    title: 'What harms, and what protects',
    fields: ['risks', 'protects'],
    good: 'Who might be harmed, by what, how badly and how soon. Set what protects beside it: is it there at night, and at weekends?',
  },
  {
    code: 'family',
    title: 'Parents and family',
    fields: ['parenting', 'family', 'parents'],
    good: 'Both parents, also one who lives elsewhere. What they do when it goes well. Where they see it otherwise, in their words.',
  },
  {
    code: 'agencies',
    title: 'Other services',
    fields: ['agencies'],
    good: 'Who was asked, who answered, and where two accounts do not agree.',
  },
  {
    code: 'meaning',
    title: 'What it means',
    fields: ['impact', 'analysis', 'factors'],
    good: 'A day in this child’s life, from waking up. Then: why is it so, what if nothing changes, and what speaks against what you think?',
  },
  {
    code: 'next',
    title: 'What should happen',
    fields: ['outcome', 'plan'],
    good: 'It follows from what it means. Each step has a person and a day, and says how anybody will know that it worked.',
  },
]
