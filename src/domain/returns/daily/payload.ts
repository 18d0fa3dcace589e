import type { CaseFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import { detailsOf, healthOf } from './details.ts'
import {
  adoptionOf,
  assessmentsOf,
  careOf,
  enquiriesOf,
  leaverOf,
  needPlansOf,
  plansOf,
  type Source,
  workersOf,
} from './episode-parts.ts'
import { type Episode, episodesOf } from './episodes.ts'
import { type SaidBlock, said } from './said.ts'

/** A child’s file, as the feed needs it. */
export interface Child {
  /** The file’s own id: sent as the supplier’s number. */
  readonly id: string
  readonly code: string
  readonly file: CaseFile
  /** The number under which each worker is known outside (Social Work England’s, where there is one), by id. */
  readonly workers: ReadonlyMap<string, string>
}

function episode(source: Source, e: Episode): SaidBlock {
  const referral = e.referral
  const closed = e.inNeed?.to === null ? undefined : e.inNeed
  return {
    social_care_episode_id: said(e.id, e.id),
    referral_date: said(referral?.from ?? e.inNeed?.from, referral?.openedBy ?? e.inNeed?.openedBy),
    referral_source: said(wordsOf(referral?.facts.source), referral?.openedBy),
    referral_no_further_action_flag: said(e.noFurtherAction, referral?.closedBy ?? e.inNeed?.openedBy),
    closure_date: said(closed?.to, closed?.closedBy),
    closure_reason: said(wordsOf(closed?.facts.reason), closed?.closedBy),
    care_worker_details: workersOf(source, e),
    child_and_family_assessments: assessmentsOf(source, e),
    child_in_need_plans: needPlansOf(source, e),
    section_47_assessments: enquiriesOf(source, e),
    child_protection_plans: plansOf(source, e),
    child_looked_after_placements: careOf(source, e),
    adoption: adoptionOf(source, e),
    care_leavers: leaverOf(source, e),
  }
}

const wordsOf = (v: unknown): string | null => (typeof v === 'string' ? v : null)

/**
 * What the Department receives for a child on a day, each value with the entry that says it.
 * @returns null for a child without a social care episode: early help and mere contacts are not told
 */
export function childPayload(child: Child, today: Day): SaidBlock | null {
  const episodes = episodesOf(child.file)
  if (episodes.length === 0) return null
  const source: Source = { file: child.file, episodes, workers: child.workers }
  return {
    la_child_id: said(child.code, null),
    mis_child_id: said(child.id, null),
    child_details: detailsOf(child.file, today),
    health_and_wellbeing: healthOf(child.file),
    social_care_episodes: episodes.map(e => episode(source, e)),
  }
}
