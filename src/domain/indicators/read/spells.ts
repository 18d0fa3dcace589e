import { printAllowance } from '../../kernel/allowance.ts'
import { addDays, addMonths, type Day, longDay } from '../../kernel/day.ts'
import { runsOn, type Spell } from '../../records/spell.ts'
import type { Condition, SpellPick } from '../condition.ts'
import { startedBy } from '../lasting.ts'
import { counted, duringPeriod, type Found, inPeriod, type View } from './view.ts'
import { wordsFor } from './words.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>

/** The spells of a file that a pick means, by their first day. */
export function picked(v: View, pick: SpellPick): readonly Spell[] {
  const { key, where } = pick
  const fits = (s: Spell) =>
    s.kind === pick.kind &&
    (key === undefined || s.key === key) &&
    (!where || where.values.includes(String(s.facts[where.fact] ?? '')) === where.among)
  return v.file.spells.filter(fits)
}

export function spellOnDay(c: Node<'spell-on-day'>, v: View): Found {
  const words = wordsFor(c.spell)
  const running = picked(v, c.spell).filter(s => runsOn(s, v.on))
  const [first] = running
  if (!first) return { holds: false, because: `${words.off} on ${longDay(v.on)}` }
  const since = `${words.on} since ${longDay(first.from)}`
  if (c.atLeast === null) return { holds: true, because: since }
  const by = startedBy(v.on, c.atLeast)
  const holds = running.some(s => s.from <= by)
  return { holds, because: holds ? since : `${since}, less than ${printAllowance(c.atLeast)}` }
}

export function spellsInPeriod(c: Node<'spells-in-period'>, v: View): Found {
  const words = wordsFor(c.spell)
  const found = picked(v, c.spell).filter(s => fallsIn(s, c.which, v))
  const verb = { began: 'began', ended: 'ended', ran: '' }[c.which]
  const days = found.map(s => longDay(c.which === 'ended' && s.to ? s.to : s.from)).join(', ')
  const what = counted(found.length, words.one, words.many)
  const because = `${what} ${verb} ${inPeriod(v)}${days && c.which !== 'ran' ? `: ${days}` : ''}`
  return { holds: found.length >= c.atLeast, because: because.replace(/ {2,}/g, ' ') }
}

function fallsIn(s: Spell, which: 'began' | 'ended' | 'ran', v: View): boolean {
  if (which === 'began') return duringPeriod(v, s.from)
  if (which === 'ended') return s.to !== null && duringPeriod(v, s.to)
  // `to` is no part of a spell, so one that ended on the period's first day, or on its own, had no day in it.
  return s.to === null || (s.to > v.from && s.to > s.from)
}

export function spellAgain(c: Node<'spell-again'>, v: View): Found {
  const words = wordsFor(c.spell)
  const every = picked(v, c.spell)
  const back = (s: Spell): Day | null => (c.withinMonths === null ? null : addMonths(s.from, -c.withinMonths))
  for (const s of every.filter(x => duringPeriod(v, x.from))) {
    const since = back(s)
    const before = every.findLast(x => x.from < s.from && (since === null || x.from >= since))
    if (before)
      return {
        holds: true,
        because: `The ${words.one} of ${longDay(s.from)} came after one of ${longDay(before.from)}`,
      }
  }
  const span = c.withinMonths === null ? 'No earlier' : `In the ${c.withinMonths} months before, no other`
  return { holds: false, because: `${span} ${words.one}` }
}

export function spellFollowed(c: Node<'spell-followed'>, v: View): Found {
  const over = picked(v, c.spell).flatMap(s =>
    s.to !== null && duringPeriod(v, s.to) ? [{ to: s.to, answer: dayOf(s.facts[c.fact]) }] : [],
  )
  const late = over.find(s => {
    const by = addDays(s.to, c.days)
    return by < v.on && (s.answer === null || s.answer > by)
  })
  const limit = `within ${counted(c.days, 'day', 'days')} of the end on`
  if (!late) return { holds: true, because: `${c.words} ${limit} ${over.map(s => longDay(s.to)).join(', ')}` }
  const when =
    late.answer === null || late.answer > v.on ? 'not by then or since' : `on ${longDay(late.answer)}`
  return { holds: false, because: `${c.words} not ${limit} ${longDay(late.to)}: ${when}` }
}

const dayOf = (fact: unknown): Day | null => (typeof fact === 'string' ? (fact as Day) : null)
