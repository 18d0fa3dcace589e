import { sdqReasons } from '../codes.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const on = (label: string) => day(label, { notAfter: 'today', notBefore: 'birth', start: 'today' })

export const healthAssessment = recordType('health-assessment', {
  title: 'Health assessment',
  fields: {
    on: on('When was it?'),
    outcome: oneOf('What happened?', {
      held: 'It was held',
      missed: 'The child did not attend',
      refused: 'Refused',
    }),
    needs: text('Health needs, and what will be done by when', {
      when: a => a.outcome === 'held',
      optional: true,
    }),
    why: line('Why, and when is it rebooked?', { when: a => a.outcome !== 'held' }),
  },
  happened: a => a.on,
  marks: a => (a.outcome === 'held' ? ['health-assessment'] : []),
  chronology: a => (a.outcome === 'held' ? undefined : 'Health assessment missed'),
  summary: a => (a.outcome === 'held' ? 'Health assessment held' : 'Health assessment missed'),
})

export const dentalCheck = recordType('dental-check', {
  title: 'Dental check',
  fields: { on: on('When was it?'), note: line('Anything to follow up?', { optional: true }) },
  happened: a => a.on,
  marks: () => ['dental-check'],
  summary: () => 'Dental check held',
})

export const immunisation = recordType('immunisation', {
  title: 'Immunisations',
  fields: {
    on: on('Checked on'),
    upToDate: yesNo('Are immunisations up to date?', {}),
    missing: line('What is missing, and when will it be given?', { when: a => a.upToDate === false }),
  },
  happened: a => a.on,
  marks: a => (a.upToDate ? ['immunisations'] : []),
  summary: a => (a.upToDate ? 'Immunisations up to date' : 'Immunisations not up to date'),
})

/** The young child’s surveillance: asked of children under five. */
export const developmentCheck = recordType('development-check', {
  title: 'Development checks',
  fields: {
    on: on('Checked on'),
    upToDate: yesNo('Are the checks for a child of this age up to date?', {}),
    missing: line('What is missing, and when will it be done?', { when: a => a.upToDate === false }),
  },
  happened: a => a.on,
  summary: a => (a.upToDate ? 'Development checks up to date' : 'Development checks not up to date'),
})

/** Bands of the carer's form: 0–13 close to average, 14–16 raised, 17–40 cause for concern (rules R86). */
export const sdqBand = (score: number): string =>
  score >= 17 ? 'cause for concern' : score >= 14 ? 'borderline' : 'normal'

export const sdq = recordType('sdq', {
  title: 'Strengths and difficulties questionnaire',
  fields: {
    on: on('Completed on'),
    scored: yesNo('Is there a score?', { start: 'yes' }),
    score: wholeNumber('Total difficulties score', { from: 0, to: 40, when: a => a.scored === true }),
    reason: oneOf('Why not?', sdqReasons, { when: a => a.scored === false }),
  },
  happened: a => a.on,
  marks: a => (a.scored ? ['sdq'] : []),
  summary: a =>
    a.score === undefined ? 'Questionnaire not scored' : `Score ${a.score}: ${sdqBand(a.score)}`,
})
