import { adopterSexes, adopterStatuses, adoptionReversals } from '../codes-care.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const decidedOn = (label: string) => day(label, { notAfter: 'today', start: 'today' })

/** The agency's decision that the child should be placed for adoption. It stands until it is ended, or carried out. */
export const adoptionDecision = recordType('adoption-decision', {
  title: 'Decision: should be placed for adoption',
  fields: {
    on: decidedOn('When was it decided?'),
    why: text('Why is adoption best for this child?', { optional: true }),
  },
  happened: a => a.on,
  chronology: () => 'Decided that the child should be placed for adoption',
  summary: () => 'Should be placed for adoption',
})

export const adoptionDecisionEnded = recordType('adoption-decision-ended', {
  title: 'Decision: should no longer be placed for adoption',
  fields: {
    on: decidedOn('When was it decided?'),
    reason: oneOf('Why?', adoptionReversals),
  },
  happened: a => a.on,
  chronology: a =>
    `Decided that the child should no longer be placed for adoption: ${adoptionReversals[a.reason].toLowerCase()}`,
  summary: () => 'Should no longer be placed for adoption',
})

/** Who adopts is told here by kind alone: their names stand in their own file, which no child's file leads to. */
export const adoptionMatch = recordType('adoption-match', {
  title: 'Matched with adopters',
  fields: {
    on: decidedOn('When was the match decided?'),
    adopters: oneOf('Who are they?', adopterSexes),
    status: oneOf('Are they married, or partners?', adopterStatuses),
    carers: yesNo('Were they the child’s foster carers?', {}),
  },
  happened: a => a.on,
  chronology: () => 'Matched with adopters',
  summary: a => `Matched with adopters: ${adopterSexes[a.adopters].toLowerCase()}`,
  sensitivity: 'confidential',
})
