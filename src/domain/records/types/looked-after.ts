import {
  ceasedReasons,
  legalStatuses,
  needs,
  placementChangeReasons,
  placementTypes,
  providers,
} from '../codes.ts'
import { previousPermanence } from '../codes-care.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { carerAccount } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { sealedFor, whoMayOpenSealed } from './sealed.ts'

/** What left care for: these have an order, and an authority that arranged it. */
const order = (p: unknown) => p === 'P1' || p === 'P2' || p === 'P3' || p === 'P4'

export const becameLookedAfter = recordType('became-looked-after', {
  title: 'Became looked after',
  fields: {
    from: day('From which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    need: oneOf('The main need', needs),
    why: text('What led to this?', { optional: true }),
    permanence: oneOf(
      'Had the child left care before for good: adopted, or with an order?',
      previousPermanence,
      {
        optional: true,
      },
    ),
    permanenceOn: line('When was that order made?', {
      optional: true,
      when: a => order(a.permanence),
      hint: 'Write zz for what is not known.',
      shape: [
        /^(zz|\d{2})\/(zz|\d{2})\/(zzzz|\d{4})$/,
        'Write it like 27/03/2016, with zz for what is not known.',
      ],
      example: 'zz/05/2020',
    }),
    permanenceBy: line('Which authority arranged it?', {
      optional: true,
      when: a => order(a.permanence),
      hint: 'Its three figures; WAL, SCO, NIR or NUK outside England.',
      shape: [/^(\d{3}|WAL|SCO|NIR|NUK)$/, 'Give three figures, or WAL, SCO, NIR or NUK.'],
      example: '301',
    }),
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
    account: carerAccount('Which carer with an account looks after the child there?', {
      optional: true,
      hint: 'They then read what concerns care and health, and write their log. Only foster carers are in this list.',
    }),
    longTerm: yesNo('Is it meant to last until 18?', { optional: true }),
    whyMoved: oneOf('Why did the last placement end?', placementChangeReasons, { optional: true }),
  },
  happened: a => a.from,
  spells: a => [
    {
      opens: 'placement',
      facts: {
        type: a.type,
        provider: a.provider,
        carer: a.carer,
        account: a.account,
        longTerm: a.longTerm,
        address: a.address,
      },
    },
  ],
  chronology: a => `Placed: ${placementTypes[a.type].toLowerCase()}`,
  summary: a => `${placementTypes[a.type]}${a.carer ? `, ${a.carer}` : ''}`,
  signedBy: ['team-manager', 'director'],
})

/** An adoption order was made: whether it was opposed or not, who the child was is sealed from that day. */
const isAdoptionOrder = (a: Readonly<Record<string, unknown>>) => a.reason === 'E11' || a.reason === 'E12'

export const ceasedLookedAfter = recordType('ceased-looked-after', {
  title: 'Stopped being looked after',
  fields: {
    on: day('On which day?', { notAfter: 'today', notBefore: 'birth', start: 'today' }),
    reason: oneOf('Why?', ceasedReasons),
    named: whoMayOpenSealed(isAdoptionOrder),
  },
  happened: a => a.on,
  spells: a => [
    { closes: 'looked-after', facts: { ceased: a.reason } },
    ...(isAdoptionOrder(a) ? [sealedFor(a.named)] : []),
  ],
  chronology: a => `Stopped being looked after: ${ceasedReasons[a.reason].toLowerCase()}`,
  summary: a => ceasedReasons[a.reason],
})
