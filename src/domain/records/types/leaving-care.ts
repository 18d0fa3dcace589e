import { inTouch, leaverActivities, leaverHomes } from '../codes-care.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const gone = (touch: unknown) => touch === 'RHOM' || touch === 'DIED'

/** How a young person is who left care: asked around each birthday from 17 to 21, and of those older who ask for help. */
export const careLeaverContact = recordType('care-leaver-contact', {
  title: 'Contact with a care leaver',
  help: 'The national return asks for the contact nearest to the birthday.',
  fields: {
    on: day('When?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    touch: oneOf('Are we in touch?', inTouch),
    activity: oneOf('What do they do most of the time?', leaverActivities, { when: a => !gone(a.touch) }),
    home: oneOf('Where do they live?', leaverHomes, { when: a => !gone(a.touch) }),
    suitable: yesNo('Is that suitable?', {
      optional: true,
      hint: 'No fixed home, and custody, never are.',
      when: a => !gone(a.touch),
    }),
    note: text('How are they, and what will be done by when?', { optional: true }),
  },
  happened: a => a.on,
  summary: a => `Care leaver: ${inTouch[a.touch].toLowerCase()}${a.home ? `, ${leaverHomes[a.home]}` : ''}`,
})
