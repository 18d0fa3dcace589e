import { IMPACTS, LIKELIHOODS } from '../../improvement/risk.ts'
import { indicators } from '../../indicators/indicators.ts'
import { manyOf, oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// The answers these types hold are read by the fold of risks: src/domain/improvement/fold-risks.ts.

const graded = (words: Readonly<Record<number, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([n, said]) => [n, `${n}: ${said.toLowerCase()}`]))
const likelihoods = graded(LIKELIHOODS)
const impacts = graded(IMPACTS)

/** What might go wrong, why, and what it would mean for children (requirement IM3). */
export const riskDescribed = recordType('risk-described', {
  title: 'Risk',
  subject: 'risk',
  help: 'Say what might happen because of what, and what it would mean for children. Name no child.',
  fields: {
    title: line('The risk in a few words', { most: 120 }),
    cause: text('Because of what?', { hint: 'Such as: six posts in one team are vacant.', most: 1000 }),
    event: text('What might happen?', { hint: 'Such as: assessments wait for a worker.', most: 1000 }),
    consequence: text('What would it mean for children?', { most: 1000 }),
    owner: line('Who owns it?', { hint: 'Name and post. One person.', most: 150 }),
    sponsor: line('Who stands behind it?', { hint: 'The senior sponsor.', optional: true, most: 150 }),
    controls: text('What holds it in check already?', { optional: true, most: 2000 }),
    mitigation: text('What is being done about it?', { most: 2000 }),
    actions: line('Which actions of the plan bear on it?', {
      hint: 'By their codes, such as A1, A4.',
      optional: true,
      most: 100,
      shape: [/^[Aa]\d{1,4}([ ,]+[Aa]\d{1,4})*$/, 'Write the codes of actions with commas between: A1, A4.'],
      example: 'A1, A4',
    }),
    indicators: manyOf(
      'Which figures would show it?',
      Object.fromEntries(indicators.map(i => [i.code, i.name])),
      {
        optional: true,
        groups: [{ title: 'Figures of the digest', codes: indicators.map(i => i.code) }],
      },
    ),
  },
  summary: a => a.title,
})

/** How grave it is now, how grave it should be, and when it is looked at again. Reviewing a risk is rating it. */
export const riskRated = recordType('risk-rated', {
  title: 'Rating',
  subject: 'risk',
  help: 'A review that changes nothing is a rating too: it sets the day of the next.',
  fields: {
    on: day('Rated on', { notAfter: 'today', start: 'today' }),
    likelihood: oneOf('How likely is it now?', likelihoods),
    impact: oneOf('How hard would it fall on children?', impacts),
    targetLikelihood: oneOf('How likely should it become?', likelihoods),
    targetImpact: oneOf('How hard should it then fall?', impacts),
    why: text('Why?', { hint: 'What has changed, or has not.', optional: true, most: 2000 }),
    review: day('When is it looked at again?', { hint: 'Such as 27/3/2027.' }),
  },
  happened: a => a.on,
  summary: a => `Rated ${a.likelihood} × ${a.impact}`,
  faults: a => ({
    ...(a.review <= a.on ? { review: 'This is not after the day of the rating. Enter a later day.' } : {}),
    ...(Number(a.targetLikelihood) * Number(a.targetImpact) > Number(a.likelihood) * Number(a.impact)
      ? { targetLikelihood: 'The target is graver than the risk is now. Check all four numbers.' }
      : {}),
  }),
})

export const riskClosed = recordType('risk-closed', {
  title: 'Risk closed',
  subject: 'risk',
  help: 'A closed risk stays in the register. Rating it again opens it again.',
  fields: {
    on: day('Closed on', { notAfter: 'today', start: 'today' }),
    why: text('Why is it closed?', { most: 1000 }),
  },
  happened: a => a.on,
  summary: a => `Closed: ${a.why}`,
})
