import { participation } from '../codes.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const lookedAfterReview = recordType('looked-after-review', {
  title: 'Looked after review',
  fields: {
    heldOn: day('When was it held?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    participation: oneOf('How did the child take part?', participation),
    views: text('What did the child want the review to know?', { optional: true, childReads: true }),
    lastDone: text('What was decided last time, and was it done?', { optional: true }),
    decisions: text('What was decided, who does it, and by when?', { childReads: true }),
  },
  happened: a => a.heldOn,
  marks: () => ['looked-after-review'],
  chronology: () => 'Looked after review held',
  summary: a => `Review held; child ${participation[a.participation].toLowerCase()}`,
  writtenBy: ['reviewing-officer', 'team-manager'],
  signedBy: ['team-manager', 'director'],
})
