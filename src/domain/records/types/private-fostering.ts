import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Deemed to begin when the authority became aware of it (SI 2005/1533 reg 8(6)). */
export const privateFostering = recordType('private-fostering', {
  title: 'Private fostering notified',
  fields: {
    awareOn: day('When did we become aware?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    carer: line('With whom does the child live?', {}),
  },
  happened: a => a.awareOn,
  spells: () => [{ opens: 'private-fostering' }],
  chronology: () => 'Private fostering notified',
  summary: a => `Privately fostered with ${a.carer}`,
})

export const privateFosteringEnded = recordType('private-fostering-ended', {
  title: 'Private fostering ended',
  fields: {
    on: day('On which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    reason: oneOf('Why?', {
      home: 'Went home',
      care: 'Became looked after',
      moved: 'Moved away',
      age: 'Grew up',
    }),
  },
  happened: a => a.on,
  spells: () => [{ closes: 'private-fostering' }],
  chronology: () => 'Private fostering ended',
  summary: () => 'Private fostering ended',
})
