import type { SpellKindCode } from '../../records/spell.ts'
import type { SpellPick, SpellWords } from '../condition.ts'

const words: Readonly<Record<SpellKindCode, SpellWords>> = {
  referral: {
    on: 'Referral being decided',
    off: 'No referral being decided',
    one: 'referral',
    many: 'referrals',
  },
  allocation: { on: 'Allocated', off: 'Not allocated', one: 'allocation', many: 'allocations' },
  'protection-plan': {
    on: 'Child protection plan',
    off: 'No child protection plan',
    one: 'child protection plan',
    many: 'child protection plans',
  },
  'looked-after': {
    on: 'Looked after',
    off: 'Not looked after',
    one: 'time looked after',
    many: 'times looked after',
  },
  placement: { on: 'Placed', off: 'Not placed', one: 'placement', many: 'placements' },
  'legal-status': {
    on: 'This legal status',
    off: 'Not this legal status',
    one: 'legal status',
    many: 'legal statuses',
  },
  missing: { on: 'Missing', off: 'Not missing', one: 'missing episode', many: 'missing episodes' },
  'private-fostering': {
    on: 'Privately fostered',
    off: 'Not privately fostered',
    one: 'private fostering',
    many: 'private fosterings',
  },
  restriction: {
    on: 'File restricted',
    off: 'File not restricted',
    one: 'restriction',
    many: 'restrictions',
  },
}

/** How reasons speak of a spell. */
export const wordsFor = (pick: SpellPick): SpellWords => pick.words ?? words[pick.kind]
