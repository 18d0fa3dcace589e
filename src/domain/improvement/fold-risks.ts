import type { Entry } from '../records/entry.ts'
import { answersOf } from './answers.ts'
import { DEGREES, type Degree, type Rating, type Risk } from './risk.ts'

const degree = (value: unknown): Degree | undefined => DEGREES.find(d => String(d) === String(value))

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

/** "A1, a4 A1" as its codes, each once: A1, A4. */
export const codesIn = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? '').toUpperCase().match(/[A-Z]\d+/g) ?? []),
]

function ratingFrom(entry: Entry): Rating | undefined {
  const a = answersOf(entry.answers)
  const likelihood = degree(entry.answers.likelihood)
  const impact = degree(entry.answers.impact)
  const review = a.day('review')
  if (!likelihood || !impact || a.missing.length > 0) return undefined
  const why = a.maybeText('why')
  return {
    likelihood,
    impact,
    target: {
      likelihood: degree(entry.answers.targetLikelihood) ?? likelihood,
      impact: degree(entry.answers.targetImpact) ?? impact,
    },
    review,
    on: entry.happened,
    by: entry.author,
    ...(why ? { why } : {}),
  }
}

/**
 * One risk from the entries of its file, in the order written; undefined where it was never described and rated. Ratings
 * stand by the day they were given, however late they were written. Rating a closed risk opens it again.
 */
export function foldRisk(id: string, code: string, entries: readonly Entry[]): Risk | undefined {
  const described = entries.findLast(e => e.type === 'risk-described')
  const ratings = entries
    .flatMap(e => (e.type === 'risk-rated' ? (ratingFrom(e) ?? []) : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const last = ratings.at(-1)
  if (!described || !last) return undefined
  const a = answersOf(described.answers)
  const { indicators } = described.answers
  const ended = entries.findLast(e => e.type === 'risk-closed' || e.type === 'risk-rated')
  const closed = ended?.type === 'risk-closed' ? ended : undefined
  const sponsor = a.maybeText('sponsor')
  const controls = a.maybeText('controls')
  const [cause, event, consequence] = [a.text('cause'), a.text('event'), a.text('consequence')]
  return {
    id,
    code,
    title: a.text('title'),
    cause,
    event,
    consequence,
    description: [cause, event, consequence].map(sentence).join(' '),
    owner: a.text('owner'),
    ...(sponsor ? { sponsor } : {}),
    mitigation: a.text('mitigation'),
    ...(controls ? { controls } : {}),
    actions: codesIn(a.maybeText('actions')),
    indicators: Array.isArray(indicators) ? indicators.map(String) : [],
    likelihood: last.likelihood,
    impact: last.impact,
    target: last.target,
    review: last.review,
    ratings,
    ...(closed ? { closed: { on: closed.happened, why: answersOf(closed.answers).text('why') } } : {}),
  }
}
