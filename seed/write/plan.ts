import { england } from '../../src/domain/kernel/calendar.ts'
import { addDays, type Day } from '../../src/domain/kernel/day.ts'
import { instantAt } from '../../src/domain/kernel/london.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { uuid } from '../ids.ts'
import type { Rand } from '../random.ts'
import type { PlannedWords, Step } from '../words/plan.ts'
import { partEntries } from './plan-parts.ts'

/** Writes the entries of the invented plan. Days are counted from the day the report was published. */
export interface Pen {
  /** So many days after, or the next working day. */
  after(days: number): Day
  exactly(days: number): Day
  id(on: Day): string
  entry(subject: string, type: string, on: Day, author: string, answers: Answers): NewEntry
}

const workingOnOrAfter = (d: Day): Day => (england.isWorking(d) ? d : workingOnOrAfter(addDays(d, 1)))

export function pen(published: Day, rand: Rand): Pen {
  const id = (on: Day) => uuid(Date.parse(instantAt(on, '09:30')), rand)
  return {
    after: days => workingOnOrAfter(addDays(published, days)),
    exactly: days => addDays(published, days),
    id,
    entry: (subject, type, on, author, answers) => ({
      id: id(on),
      subject,
      type,
      happened: on,
      recorded: instantAt(on, '10:00'),
      author,
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
    }),
  }
}

interface Authors {
  readonly analyst: string
  readonly director: string
}

/** Files of the plan by their places in it, counted from one: its other sources, and its actions. */
export interface Places {
  readonly sources: readonly string[]
  readonly actions: readonly string[]
}

/** What happened to an action, one thing after another. */
export function stepEntries(
  p: Pen,
  id: string,
  [after, step]: Step,
  by: Authors,
  places: Places,
): readonly NewEntry[] {
  const on = p.after(after)
  if ('milestone' in step) {
    const set = p.entry(id, 'milestone-set', on, by.analyst, { what: step.milestone, by: p.exactly(step.by) })
    if (step.met === undefined) return [set]
    const met = p.after(step.met)
    return [set, p.entry(id, 'milestone-met', met, by.analyst, { milestone: set.id, on: met })]
  }
  if ('progress' in step) return [p.entry(id, 'action-progress', on, by.analyst, { on, note: step.progress })]
  if ('moved' in step) {
    const { why, agreedBy } = step
    return [
      p.entry(id, 'due-date-revised', on, by.director, { on, due: p.exactly(step.moved), why, agreedBy }),
    ]
  }
  if (!('delivery' in step) && !('impact' in step)) return partEntries(p, id, on, step, by, places)
  const why = step.why === undefined ? {} : { why: step.why }
  return 'delivery' in step
    ? [p.entry(id, 'delivery-marked', on, by.director, { on, brag: step.delivery, ...why })]
    : [p.entry(id, 'impact-marked', on, by.analyst, { on, brag: step.impact, ...why })]
}

/** The outcome bound to its indicator, with the figure of the day the report was published. */
export function measureEntries(
  p: Pen,
  id: string,
  on: Day,
  measure: PlannedWords['measure'],
  baselines: Readonly<Record<string, number>>,
  author: string,
): readonly NewEntry[] {
  const baseline = measure && baselines[measure.indicator]
  if (!measure || baseline === undefined) return []
  const answers = {
    indicator: measure.indicator,
    baseline: String(baseline),
    baselineOn: p.exactly(0),
    target: measure.target,
    targetBy: p.exactly(measure.by),
    good: 'high',
    unit: 'percent',
    ...(measure.neighbours === undefined
      ? {}
      : {
          benchmark: measure.neighbours,
          benchmarkFrom: 'Neighbouring councils',
          benchmarkOn: p.exactly(-73),
        }),
  }
  return [p.entry(id, 'measure-bound', on, author, answers)]
}

const MINUTES = 7
const clock = (nth: number) => {
  const minutes = 10 * 60 + nth * MINUTES
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A file's entries up to today, in the order of their days, a few minutes apart. */
export function writtenBy(today: Day, entries: readonly NewEntry[]): readonly NewEntry[] {
  const sorted = entries
    .filter(e => e.happened <= today)
    .sort((a, b) => (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : 0))
  return sorted.map((e, i) => {
    const first = sorted.findIndex(other => other.happened === e.happened)
    return { ...e, recorded: instantAt(e.happened, clock(i - first)) }
  })
}
