import type { CaseFile } from '../casework/file.ts'
import { addMonths, type Day, parseDay } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { runsOn } from '../records/spell.ts'

/** Something a worker should know at a change, with the entry that says so. */
export interface Said {
  readonly entry: string
  readonly on: Day
  readonly title: string
  readonly say: string
  readonly by: Day | null
}

/** A person in the child's life, and how to reach them. */
export interface Someone {
  readonly entry: string
  readonly kind: string
  readonly name: string | null
  /** The id of their file here, where they have one. */
  readonly child: string | null
  readonly contact: string | null
  readonly agency: string | null
}

export interface HandoverFacts {
  readonly risks: readonly Said[]
  readonly protects: readonly Said[]
  readonly decisions: readonly Said[]
  /** What was to be done by a day that is still to come. */
  readonly next: readonly Said[]
  readonly people: readonly Someone[]
  readonly views: Said | null
  readonly written: Standing | null
}

const words = (v: unknown): string | null => (typeof v === 'string' && v.trim() !== '' ? v : null)
const dayOf = (v: unknown): Day | null => (typeof v === 'string' ? (parseDay(v) ?? null) : null)

const decided: readonly string[] = ['managers-decision', 'case-supervision']
const DECISIONS = 5
/** How far back a missing episode is a risk to tell of. */
const MONTHS = 12

/** What a handover takes from the record itself: nothing here is typed again. */
export function handoverFacts(file: CaseFile, on: Day): HandoverFacts {
  const stands = file.happenings.filter(e => !e.withdrawn && e.happened <= on)
  const last = (type: string) => stands.findLast(e => e.type === type)
  const said = (e: Standing | undefined, title: string, answer: string): Said[] => {
    const say = e && words(e.answers[answer])
    return say ? [{ entry: e.id, on: e.happened, title, say, by: dayOf(e.answers.by) }] : []
  }
  const assessed = last('assessment')
  const plan = file.spells.some(s => s.kind === 'protection-plan' && runsOn(s, on))
    ? last('protection-plan-started')
    : undefined
  const missing = stands.filter(e => e.type === 'missing-episode' && e.happened > addMonths(on, -MONTHS))
  const decisions = stands.filter(e => decided.includes(e.type)).toReversed()
  const views = stands.findLast(e => words(e.answers.views) !== null)
  return {
    risks: [
      ...said(assessed, 'From the assessment', 'risks'),
      ...said(plan, 'What must change, from the protection plan', 'change'),
      ...missing.map(e => ({
        entry: e.id,
        on: e.happened,
        title: 'Missing',
        say: 'Was missing, or away without leave.',
        by: null,
      })),
    ],
    protects: said(assessed, 'From the assessment', 'protects'),
    decisions: decisions.slice(0, DECISIONS).flatMap(e => said(e, 'Decided', 'decision')),
    next: decisions
      .flatMap(e => said(e, 'To be done', 'next'))
      .filter(s => s.by !== null && s.by >= on)
      .sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1)),
    people: stands
      .filter(e => e.type === 'relationship' && (dayOf(e.answers.to) ?? '9') > on && e.answers.died !== true)
      .map(e => ({
        entry: e.id,
        kind: String(e.answers.kind),
        name: words(e.answers.name),
        child: words(e.answers.child),
        contact: words(e.answers.contact),
        agency: words(e.answers.agency),
      })),
    views: said(views, 'The child’s own words', 'views')[0] ?? null,
    written: last('handover') ?? null,
  }
}
