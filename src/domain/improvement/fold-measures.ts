import type { Answers } from './answers.ts'
import type { PlanEntry } from './facts.ts'
import { dated } from './fold-step.ts'
import type { Measure, SurveyReading, VisitReading } from './measure.ts'

function baselineOf(a: Answers) {
  const value = a.maybeNumber('baseline')
  const on = a.maybeDay('baselineOn')
  return value === undefined || on === undefined ? {} : { baseline: { value, on } }
}

function benchmarkOf(a: Answers) {
  const value = a.maybeNumber('benchmark')
  const on = a.maybeDay('benchmarkOn')
  if (value === undefined) return {}
  return { benchmark: { value, from: a.maybeText('benchmarkFrom') ?? '', ...(on ? { on } : {}) } }
}

const teamOf = (a: Answers) => {
  const team = a.maybeText('team')
  return team ? { team } : {}
}

function splitOf(a: Answers) {
  const by = a.maybeText('splitBy')
  const value = a.maybeText('splitValue')
  return by && value ? { split: { by, value } } : {}
}

const aimOf = (a: Answers) => ({
  ...baselineOf(a),
  target: { value: a.number('target'), by: a.day('targetBy') },
  ...benchmarkOf(a),
})

/** How each kind of entry binds a measure. */
const bindings: Readonly<Record<string, (id: string, a: Answers) => Measure>> = {
  'measure-bound': (id, a) => {
    const unit = a.maybeChoice('unit', ['percent', 'number'])
    return {
      id,
      kind: 'indicator',
      indicator: a.text('indicator'),
      ...splitOf(a),
      ...teamOf(a),
      ...aimOf(a),
      // An indicator is always counted: that it was so on a day is part of what binds it.
      baseline: { value: a.number('baseline'), on: a.day('baselineOn') },
      good: a.choice('good', ['high', 'low']),
      ...(unit ? { unit } : {}),
    }
  },
  'audit-measure-bound': (id, a) => ({
    id,
    kind: 'audit',
    tool: a.text('tool'),
    standard: a.text('standard'),
    ...teamOf(a),
    ...aimOf(a),
    good: 'high',
  }),
  'survey-measure-bound': (id, a) => ({
    id,
    kind: 'survey',
    question: a.text('question'),
    whom: a.text('whom'),
    ...aimOf(a),
    good: a.maybeChoice('good', ['high', 'low']) ?? 'high',
    unit: a.choice('counted', ['yes', 'mean']) === 'mean' ? 'number' : 'percent',
    readings: [],
  }),
  'visit-measure-bound': (id, a) => {
    const place = a.maybeText('place')
    return {
      id,
      kind: 'visit',
      toSee: a.text('toSee'),
      ...(place ? { place } : {}),
      target: { value: 1, by: a.day('targetBy') },
      good: 'high',
      unit: 'met',
      readings: [],
    }
  },
}

/** The measure that an entry binds; undefined where it binds none. */
export const boundMeasure = (entry: PlanEntry, a: Answers): Measure | undefined =>
  bindings[entry.type]?.(entry.id, a)

export const bindsMeasure = (type: string): boolean => Object.hasOwn(bindings, type)

function surveyReading(entry: PlanEntry, a: Answers): SurveyReading {
  const yes = a.maybeNumber('yes')
  const mean = a.maybeNumber('mean')
  const note = a.maybeText('note')
  return {
    id: entry.id,
    on: entry.happened,
    by: entry.author,
    asked: a.number('asked'),
    answered: a.number('answered'),
    ...(yes === undefined ? {} : { yes }),
    ...(mean === undefined ? {} : { mean }),
    ...(note ? { note } : {}),
    documents: a.list('documents') ?? [],
  }
}

const visitReading = (entry: PlanEntry, a: Answers): VisitReading => ({
  id: entry.id,
  on: entry.happened,
  by: entry.author,
  who: a.text('who'),
  met: a.choice('met', ['yes', 'partly', 'no']),
  seen: a.text('seen'),
  documents: a.list('documents') ?? [],
})

/** The measures of an action with what was read of one of them; undefined where it has no such measure of that kind. */
export function withReading(
  measures: readonly Measure[],
  entry: PlanEntry,
  a: Answers,
): readonly Measure[] | undefined {
  const id = a.text('measure')
  const of = measures.find(m => m.id === id)
  if (entry.type === 'survey-read' && of?.kind === 'survey') {
    const after = { ...of, readings: dated([...of.readings, surveyReading(entry, a)]) }
    return measures.map(m => (m.id === id ? after : m))
  }
  if (entry.type === 'visit-read' && of?.kind === 'visit') {
    const after = { ...of, readings: dated([...of.readings, visitReading(entry, a)]) }
    return measures.map(m => (m.id === id ? after : m))
  }
  return undefined
}
