import type { Day } from '../kernel/day.ts'
import { runsOn, type Spell, type SpellKindCode } from '../records/spell.ts'

/** While one of these runs somebody is to hold the child. */
const CASES: readonly SpellKindCode[] = ['referral', 'in-need', 'looked-after', 'protection-plan']

const isCase = (s: Spell): boolean => CASES.includes(s.kind)
const isHeld = (s: Spell): boolean => s.kind === 'allocation' && s.key === 'worker'

/** Whose entry turned it on a day: that of a worker who came or went, else that of the case. */
function turnedBy(spells: readonly Spell[], on: Day, unheld: boolean): string {
  const ended = (s: Spell) => (s.to === on ? s.closedBy : null)
  const began = (s: Spell) => (s.from === on ? s.openedBy : null)
  const [held, cases] = [spells.filter(isHeld), spells.filter(isCase)]
  const by = unheld ? [...held.map(ended), ...cases.map(began)] : [...held.map(began), ...cases.map(ended)]
  return by.find(id => id !== null) ?? ''
}

/**
 * The times in which a case ran and no worker held the child, counted in days: who is allocated on the very day leaves no
 * such time. A team is not a worker (rules R04). Pure.
 * @param spells of one file
 */
export function withoutWorker(subject: string, spells: readonly Spell[]): readonly Spell[] {
  const those = spells.filter(s => isCase(s) || isHeld(s))
  if (!those.some(isCase)) return []
  const days = [...new Set(those.flatMap(s => (s.to === null ? [s.from] : [s.from, s.to])))].sort()
  const found: Spell[] = []
  let since: { readonly from: Day; readonly openedBy: string } | null = null
  for (const on of days) {
    const running = those.filter(s => runsOn(s, on))
    const unheld = running.some(isCase) && !running.some(isHeld)
    if (unheld === (since !== null)) continue
    const by = turnedBy(those, on, unheld)
    if (since) found.push(spell(subject, since.from, since.openedBy, on, by))
    since = since ? null : { from: on, openedBy: by }
  }
  return since ? [...found, spell(subject, since.from, since.openedBy, null, null)] : found
}

const spell = (
  subject: string,
  from: Day,
  openedBy: string,
  to: Day | null,
  closedBy: string | null,
): Spell => ({ subject, kind: 'without-worker', key: '', from, to, facts: {}, openedBy, closedBy })
