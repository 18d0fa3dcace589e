import {
  ceasedReasons,
  legalStatuses,
  needs,
  placementChangeReasons,
  placementTypes,
  providers,
} from '../codes.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const becameLookedAfter = recordType('became-looked-after', {
  title: 'Became looked after',
  fields: {
    from: day('From which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    need: oneOf('The main need', needs),
    why: text('What led to this?', { optional: true }),
  },
  happened: a => a.from,
  spells: a => [{ opens: 'looked-after', facts: { need: a.need } }],
  chronology: () => 'Became looked after',
  summary: a => `Became looked after: ${needs[a.need].toLowerCase()}`,
})

export const legalStatus = recordType('legal-status', {
  title: 'Legal status',
  fields: {
    from: day('From which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    status: oneOf('Legal status', legalStatuses),
  },
  happened: a => a.from,
  spells: a => [{ opens: 'legal-status', facts: { status: a.status } }],
  chronology: a => `Legal status: ${legalStatuses[a.status]}`,
  summary: a => legalStatuses[a.status],
})

export const placement = recordType('placement', {
  title: 'Placement',
  fields: {
    from: day('From which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    type: oneOf('Kind of placement', placementTypes),
    provider: oneOf('Provided by', providers, { optional: true }),
    carer: line('Carer or home', { optional: true }),
    address: line('Address or postcode', { optional: true }),
    urn: line('Ofsted number', { optional: true, most: 20 }),
    longTerm: yesNo('Is it meant to last until 18?', { optional: true }),
    whyMoved: oneOf('Why did the last placement end?', placementChangeReasons, { optional: true }),
  },
  happened: a => a.from,
  spells: a => [
    {
      opens: 'placement',
      facts: { type: a.type, provider: a.provider, carer: a.carer, longTerm: a.longTerm, address: a.address },
    },
  ],
  chronology: a => `Placed: ${placementTypes[a.type].toLowerCase()}`,
  summary: a => `${placementTypes[a.type]}${a.carer ? `, ${a.carer}` : ''}`,
  signedBy: ['team-manager', 'director'],
})

export const ceasedLookedAfter = recordType('ceased-looked-after', {
  title: 'Stopped being looked after',
  fields: {
    on: day('On which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    reason: oneOf('Why?', ceasedReasons),
  },
  happened: a => a.on,
  spells: a => [{ closes: 'looked-after', facts: { ceased: a.reason } }],
  chronology: a => `Stopped being looked after: ${ceasedReasons[a.reason].toLowerCase()}`,
  summary: a => ceasedReasons[a.reason],
})
