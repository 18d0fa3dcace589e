import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const past = (label: string) => day(label, { notAfter: 'today', notBefore: 'birth', start: 'today' })
const ending = (from: string, to: string | undefined) =>
  to && to < from ? { to: 'The end is before the start. Check both days.' } : {}

/** A child who came to this country alone to seek asylum. Written again in whole when the status ends. */
export const unaccompanied = recordType('unaccompanied', {
  title: 'Unaccompanied asylum-seeking child',
  fields: {
    from: past('Since when?'),
    to: day('Until when, if it has ended?', {
      optional: true,
      hint: 'The day of the decision on asylum, or the eighteenth birthday.',
    }),
    note: text('What has been decided?', { optional: true }),
  },
  happened: a => a.from,
  chronology: () => 'Unaccompanied asylum-seeking child',
  summary: a => (a.to ? 'Was an unaccompanied asylum-seeking child' : 'Unaccompanied asylum-seeking child'),
  sensitivity: 'confidential',
  faults: a => ending(a.from, a.to),
})

/** A court's order that deprives a child of liberty. Written again in whole when it ends or is made longer. */
export const libertyOrder = recordType('liberty-order', {
  title: 'Deprivation of liberty order',
  fields: {
    from: past('From which day?'),
    to: day('Until which day, if it has ended?', { notAfter: 'today', optional: true }),
    terms: text('What does it allow, and how is it reviewed?', { optional: true }),
  },
  happened: a => a.from,
  chronology: () => 'Deprivation of liberty order',
  summary: () => 'Deprivation of liberty order',
  sensitivity: 'confidential',
  faults: a => ending(a.from, a.to),
})

export const offence = recordType('offence', {
  title: 'Convicted or cautioned',
  fields: {
    on: past('When was it decided?'),
    convicted: yesNo('Was it a conviction, or a youth caution?', {
      hint: 'No: a community resolution, or no further action.',
    }),
    what: line('Of what?', { optional: true }),
  },
  happened: a => a.on,
  summary: a => (a.convicted ? 'Convicted or cautioned' : 'Not convicted'),
  sensitivity: 'confidential',
})

const help = {
  received: 'It is received',
  refused: 'It was offered, and not taken up',
  none: 'Not yet',
} as const

export const substanceMisuse = recordType('substance-misuse', {
  title: 'Drink or drugs',
  fields: {
    on: past('As of'),
    problem: yesNo('Is there a problem with drink or drugs?', {}),
    help: oneOf('Is there help with it?', help, { when: a => a.problem === true }),
    note: text('What is known, and what happens next?', { optional: true }),
  },
  happened: a => a.on,
  summary: a => (a.problem ? `A problem; help: ${help[a.help ?? 'none'].toLowerCase()}` : 'No problem now'),
  sensitivity: 'confidential',
})
