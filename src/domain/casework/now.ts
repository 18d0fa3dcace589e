import { stepUpWaiting } from '../early-help/lasting.ts'
import type { Day } from '../kernel/day.ts'
import { addMonths } from '../kernel/day.ts'
import { legalStatuses, placementTypes, protectionCategories } from '../records/codes.ts'
import type { Standing } from '../records/entry.ts'
import { runsOn, type Spell, type SpellKindCode } from '../records/spell.ts'
import type { CaseFile } from './file.ts'

/** How a child stands on a day: what lasts, and what the file does not say. */
export interface Now {
  readonly lookedAfter: Spell | null
  readonly placement: Spell | null
  readonly legalStatus: Spell | null
  readonly plan: Spell | null
  readonly missing: Spell | null
  readonly worker: Spell | null
  readonly reviewing: Spell | null
  readonly chairing: Spell | null
  readonly privatelyFostered: Spell | null
  readonly referral: Spell | null
}

export function nowOf(file: CaseFile, on: Day): Now {
  const open = (kind: SpellKindCode, key = '') =>
    file.spells.findLast(s => s.kind === kind && s.key === key && runsOn(s, on)) ?? null
  return {
    lookedAfter: open('looked-after'),
    placement: open('placement'),
    legalStatus: open('legal-status'),
    plan: open('protection-plan'),
    missing: open('missing'),
    worker: open('allocation', 'worker'),
    reviewing: open('allocation', 'reviewing'),
    chairing: open('allocation', 'chairing'),
    privatelyFostered: open('private-fostering'),
    referral: open('referral'),
  }
}

const named = (codes: Readonly<Record<string, string>>, code: unknown): string =>
  typeof code === 'string' ? (codes[code] ?? code) : 'not recorded'

/** A spell in words: what it is, for reading. */
export function spellWords(s: Spell): string {
  switch (s.kind) {
    case 'placement':
      return [named(placementTypes, s.facts.type), s.facts.carer]
        .filter(w => w !== undefined && w !== '')
        .join(', ')
    case 'legal-status':
      return named(legalStatuses, s.facts.status)
    case 'protection-plan':
      return named(protectionCategories, s.facts.category)
    case 'missing':
      return s.facts.kind === 'A' ? 'Away without authorisation' : 'Missing'
    case 'allocation':
      return typeof s.facts.team === 'string' ? s.facts.team : ''
    default:
      return ''
  }
}

/** What the file ought to say and does not: told calmly, each with the record that would put it right. */
export function gaps(file: CaseFile, on: Day): readonly { readonly say: string; readonly type: string }[] {
  const now = nowOf(file, on)
  const known = now.lookedAfter !== null || now.plan !== null
  const lately = (e: Standing) => !e.withdrawn && e.happened > addMonths(on, -3) && e.happened <= on
  const heard = file.happenings.some(
    e => lately(e) && typeof e.answers.views === 'string' && e.answers.views !== '',
  )
  const identity = file.person.identity !== null
  const found = [
    known && now.worker === null && { say: 'No named worker', type: 'allocation' },
    now.lookedAfter !== null && now.reviewing === null && { say: 'No reviewing officer', type: 'allocation' },
    now.lookedAfter !== null && now.placement === null && { say: 'No placement recorded', type: 'placement' },
    now.lookedAfter !== null &&
      now.legalStatus === null && { say: 'No legal status recorded', type: 'legal-status' },
    known &&
      !heard && {
        say: 'The child’s own views have not been recorded for three months',
        type: 'statutory-visit',
      },
    known &&
      !identity && {
        say: 'Nothing on culture, religion and language, or what they mean to the child',
        type: 'person-details',
      },
    stepUpWaiting(file, on) !== null && {
      say: 'Stepped up from early help, and no referral has followed',
      type: 'referral-received',
    },
    file.person.born === null && { say: 'No date of birth', type: 'person-details' },
  ]
  return found.filter(g => g !== false)
}
