import type { CaseFile } from '../../casework/file.ts'
import type { Standing } from '../../records/entry.ts'
import type { Spell, SpellKindCode } from '../../records/spell.ts'
import { postcodeIn } from '../ssda903/write/postcode-in.ts'
import { type CareTime, careTimes } from './care-times.ts'
import { type Episode, homeOf } from './episodes.ts'
import { type Said, type SaidBlock, said, unlessEmpty } from './said.ts'

/** What the parts of an episode are drawn from. */
export interface Source {
  readonly file: CaseFile
  readonly episodes: readonly Episode[]
  /** The number under which each worker is known outside, by id. */
  readonly workers: ReadonlyMap<string, string>
}

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const ours = (source: Source, e: Episode, what: Pick<Spell, 'from' | 'to'>): boolean =>
  homeOf(source.episodes, what) === e
const spellsOf = (source: Source, e: Episode, kind: SpellKindCode): readonly Spell[] =>
  source.file.spells.filter(s => s.kind === kind && ours(source, e, s))
const begin = (s: Spell): Said | undefined => said(s.from, s.openedBy)
const end = (s: Spell): Said | undefined => said(s.to, s.closedBy)
const entries = (source: Source, type: string): readonly Standing[] =>
  source.file.happenings.filter(h => h.type === type && !h.withdrawn)

export const workersOf = (source: Source, e: Episode): readonly SaidBlock[] =>
  source.file.spells
    .filter(
      s =>
        s.kind === 'allocation' &&
        s.key === 'worker' &&
        e.noFurtherAction !== true &&
        (e.to === null || s.from <= e.to) &&
        (s.to === null || s.to > e.from),
    )
    .map(s => ({
      worker_id: said(source.workers.get(String(s.facts.worker)), s.openedBy),
      start_date: begin(s),
      end_date: end(s),
    }))

export const assessmentsOf = (source: Source, e: Episode): readonly SaidBlock[] =>
  spellsOf(source, e, 'assessment').map(s => {
    // Ended by anything but the signature of a manager, it was never authorised: the case was closed over it.
    const done = entries(source, 'assessment').find(h => h.signedBy && h.signedBy.id === s.closedBy)
    const factors = done?.answers.factors
    return {
      child_and_family_assessment_id: said(s.openedBy, s.openedBy),
      start_date: begin(s),
      authorisation_date: done && end(s),
      factors: Array.isArray(factors) ? said(factors.map(String), done?.id) : undefined,
    }
  })

export const needPlansOf = (source: Source, e: Episode): readonly SaidBlock[] =>
  spellsOf(source, e, 'need-plan').map(s => ({
    child_in_need_plan_id: said(s.openedBy, s.openedBy),
    start_date: begin(s),
    end_date: end(s),
  }))

export const plansOf = (source: Source, e: Episode): readonly SaidBlock[] =>
  spellsOf(source, e, 'protection-plan').map(s => ({
    child_protection_plan_id: said(s.openedBy, s.openedBy),
    start_date: begin(s),
    end_date: end(s),
  }))

/** Initial conferences, with a plan or without one, in order. */
const conferences = (source: Source) =>
  source.file.happenings.filter(
    h => !h.withdrawn && (h.type === 'protection-plan-started' || h.type === 'conference-without-plan'),
  )

export function enquiriesOf(source: Source, e: Episode): readonly SaidBlock[] {
  const all = source.file.spells.filter(s => s.kind === 'enquiry')
  return spellsOf(source, e, 'enquiry').map(s => {
    const next = all.find(other => other.from > s.from)
    const held = conferences(source).find(c => c.happened >= s.from && (!next || c.happened < next.from))
    const outcome = words(s.facts.outcome)
    return {
      section_47_assessment_id: said(s.openedBy, s.openedBy),
      start_date: begin(s),
      icpc_required_flag: said(
        outcome === null ? (held ? true : null) : outcome === 'conference',
        held?.id ?? s.closedBy,
      ),
      icpc_date: said(held?.happened, held?.id),
      end_date: end(s),
    }
  })
}

function careTime(t: CareTime): SaidBlock {
  const place = t.place
  return {
    child_looked_after_placement_id: said(t.id, t.id),
    start_date: said(t.from, t.entries.includes(t.id) ? t.id : t.entries[0]),
    start_reason: said(t.began, t.entries.includes(t.id) ? t.id : t.entries[0]),
    placement_type: said(words(place?.answers.type), place?.id),
    postcode: said(postcodeIn(words(place?.answers.address)), place?.id),
    end_date: said(t.to, t.endedBy),
    end_reason: said(t.ended, t.endedBy),
    change_reason: said(words(t.moved?.answers.whyMoved), t.moved?.id),
  }
}

export const careOf = (source: Source, e: Episode): readonly SaidBlock[] =>
  careTimes(source.file)
    .filter(t => ours(source, e, t.period))
    .map(careTime)

const ADOPTIVE = new Set<unknown>(['A3', 'A4', 'A5', 'A6'])

export function adoptionOf(source: Source, e: Episode): SaidBlock | undefined {
  const last = (type: string) =>
    entries(source, type).findLast(h => ours(source, e, { from: h.happened, to: h.happened }))
  const [decided, ended, match] = [
    last('adoption-decision'),
    last('adoption-decision-ended'),
    last('adoption-match'),
  ]
  // A decision that was reversed, and not made again, is one no more.
  if (ended && (!decided || ended.happened >= decided.happened)) return undefined
  const placed = spellsOf(source, e, 'placement').find(s => ADOPTIVE.has(s.facts.type))
  return unlessEmpty({
    initial_decision_date: said(decided?.happened, decided?.id),
    matched_date: said(match?.happened, match?.id),
    placed_date: said(placed?.from, placed?.openedBy),
  })
}

/** The latest contact with a care leaver stands in the episode in which the child was last in care. */
export function leaverOf(source: Source, e: Episode): SaidBlock | undefined {
  const contact = entries(source, 'care-leaver-contact').at(-1)
  const care = source.file.spells.findLast(s => s.kind === 'looked-after')
  const home = care ? homeOf(source.episodes, care) : source.episodes.at(-1)
  if (!contact || home !== e) return undefined
  const a = contact.answers
  return unlessEmpty({
    contact_date: a.touch === 'YES' ? said(contact.happened, contact.id) : undefined,
    activity: said(words(a.activity), contact.id),
    accommodation: said(words(a.home), contact.id),
  })
}
