import { gradedTools } from '../../quality/observations.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

// What an action is measured by, beside the figures of the digest: see `measure-bound`.

export const FIGURE = [/^-?\d{1,9}(\.\d{1,2})?$/, 'Enter a number in figures, such as 95 or 87.5.'] as const
const maybeFigure = (label: string, hint: string, example: string) =>
  line(label, { hint, optional: true, shape: FIGURE, example })

/** What others come to: with where that was read, or it means nothing. */
export const benchmark = {
  benchmark: maybeFigure('What do others come to?', 'A figure to be held beside this one.', '88'),
  benchmarkFrom: line('Where is that from?', {
    hint: 'Such as: England, statistical neighbours',
    optional: true,
    most: 150,
  }),
  benchmarkOn: day('Of which day?', { optional: true, notAfter: 'today' }),
} as const

interface Bench {
  readonly benchmark?: string | undefined
  readonly benchmarkFrom?: string | undefined
}

/** A benchmark without its source, and a source without a figure. */
export const benchmarkFaults = (a: Bench): Readonly<Record<string, string>> => ({
  ...(a.benchmark && !a.benchmarkFrom ? { benchmarkFrom: 'Say where the figure of others is from.' } : {}),
  ...(a.benchmarkFrom && !a.benchmark
    ? { benchmark: 'Enter the figure of others, or clear where it is from.' }
    : {}),
})

interface Began {
  readonly baseline?: string | undefined
  readonly baselineOn?: string | undefined
  readonly targetBy: string
}

const beganFaults = (a: Began): Readonly<Record<string, string>> => ({
  ...(a.baseline && !a.baselineOn ? { baselineOn: 'Say of which day the figure is.' } : {}),
  ...(a.baselineOn && a.targetBy <= a.baselineOn
    ? { targetBy: 'This is not after the day where it began.' }
    : {}),
})

/** A target on the wrong side of where it began. */
export const targetFaults = (
  a: { readonly baseline?: string | undefined; readonly target: string },
  good: 'high' | 'low',
): Readonly<Record<string, string>> => {
  if (a.baseline === undefined) return {}
  const by = Number(a.target) - Number(a.baseline)
  if (good === 'high' && by < 0)
    return { target: 'Higher is better here, but this is lower than where it began.' }
  return good === 'low' && by > 0
    ? { target: 'Lower is better here, but this is higher than where it began.' }
    : {}
}

const share = (a: { readonly target: string }) =>
  Number(a.target) < 0 || Number(a.target) > 100 ? { target: 'Enter a share from 0 to 100.' } : {}

const aim = {
  baseline: maybeFigure('Where it began', 'Leave blank if nobody knows.', '40'),
  baselineOn: day('Figure of', { optional: true, notAfter: 'today' }),
  target: line('Target', { shape: FIGURE, example: '90' }),
  targetBy: day('By when?', {}),
  ...benchmark,
} as const

const standards = Object.fromEntries(gradedTools.flatMap(t => t.standards.map(s => [s.code, s.title])))

export const auditMeasureBound = recordType('audit-measure-bound', {
  title: 'Measured by audits',
  subject: 'action',
  help: 'The share of audits finished in the last twelve months that grade the standard good or better.',
  fields: {
    tool: oneOf('Which audit?', Object.fromEntries(gradedTools.map(t => [t.code, t.title]))),
    standard: oneOf('Which standard?', standards),
    team: line('Of which team?', { hint: 'Leave blank for all.', optional: true, most: 60 }),
    ...aim,
  },
  summary: a => `Measured by audits: ${standards[a.standard] ?? a.standard} to ${a.target}%`,
  faults: a => ({
    ...(gradedTools.find(t => t.code === a.tool)?.standards.some(s => s.code === a.standard)
      ? {}
      : { standard: 'That audit does not grade this standard. Choose another, or another audit.' }),
    ...share(a),
    ...beganFaults(a),
    ...targetFaults(a, 'high'),
    ...benchmarkFaults(a),
  }),
})

export const surveyMeasureBound = recordType('survey-measure-bound', {
  title: 'Measured by a survey',
  subject: 'action',
  help: 'One question, put to the same people again: what they answer is entered each time.',
  fields: {
    question: line('What are they asked?', { most: 300 }),
    whom: line('Who is asked?', { hint: 'Such as: young people in care over 10', most: 150 }),
    counted: oneOf('How are the answers counted?', {
      yes: 'As the share who say yes',
      mean: 'As an average of scores',
    }),
    good: oneOf('Which way is better?', { high: 'Higher is better', low: 'Lower is better' }),
    ...aim,
  },
  summary: a => `Measured by a survey of ${a.whom}: ${a.question}`,
  faults: a => ({
    ...(a.counted === 'yes' ? share(a) : {}),
    ...beganFaults(a),
    ...targetFaults(a, a.good),
    ...benchmarkFaults(a),
  }),
})

export const visitMeasureBound = recordType('visit-measure-bound', {
  title: 'Measured by a visit',
  subject: 'action',
  help: 'Say what somebody would see if it were better. A person goes, looks, and writes down what they saw.',
  fields: {
    toSee: text('What is to be seen?', { most: 500 }),
    place: line('Where?', { optional: true, most: 150 }),
    targetBy: day('By when?', {}),
  },
  summary: a => `Measured by a visit: ${a.toSee}`,
})

const evidence = documents('Documents', {
  optional: true,
  hint: 'Leave out whatever names a child. PDF, Word, pictures or plain text, up to 6 files of 10 MB.',
})
const onDay = (label: string) => day(label, { notAfter: 'today', start: 'today' })

export const surveyRead = recordType('survey-read', {
  title: 'Answers to a survey',
  subject: 'action',
  fields: {
    measure: line('Measure', { most: 40 }),
    on: onDay('When did it close?'),
    asked: wholeNumber('How many were asked?', { from: 1, to: 1_000_000 }),
    answered: wholeNumber('How many answered?', { from: 0, to: 1_000_000 }),
    yes: wholeNumber('How many said yes?', { from: 0, to: 1_000_000, optional: true }),
    mean: maybeFigure('What was the average score?', 'To one or two decimals.', '3.7'),
    note: text('What else did they say?', { optional: true, most: 2000 }),
    documents: evidence,
  },
  happened: a => a.on,
  summary: a => `Survey: ${a.answered} of ${a.asked} answered`,
  faults: a => ({
    ...(a.answered > a.asked ? { answered: 'More answered than were asked. Check both.' } : {}),
    ...(a.yes !== undefined && a.yes > a.answered ? { yes: 'More said yes than answered. Check both.' } : {}),
    ...(a.answered > 0 && a.yes === undefined && a.mean === undefined
      ? { yes: 'Enter how many said yes, or the average score.' }
      : {}),
  }),
})

export const visitRead = recordType('visit-read', {
  title: 'What a visit found',
  subject: 'action',
  fields: {
    measure: line('Measure', { most: 40 }),
    on: onDay('When was the visit?'),
    who: line('Who went?', { hint: 'Names and posts, or the board.', most: 200 }),
    met: oneOf('Was what was to be seen there?', { yes: 'Yes', partly: 'In part', no: 'No' }),
    seen: text('What did they see?', { most: 2000 }),
    documents: evidence,
  },
  happened: a => a.on,
  summary: a => `Visit: ${a.met === 'yes' ? 'met' : a.met === 'partly' ? 'partly met' : 'not met'}`,
})
