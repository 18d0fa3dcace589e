import { type RawBuilder, sql } from 'kysely'
import type { Condition, SpellPick } from '../../domain/indicators/condition.ts'
import { startedBy } from '../../domain/indicators/lasting.ts'
import { firstDay, type Scope, theDay, within } from './moment.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>
type Truth = RawBuilder<boolean>

/** The spells that a pick means, begun by the day, of whatever child; `alias` is the row of `spell`. */
function picked(pick: SpellPick, s: Scope, alias = 's'): Truth {
  const a = sql.ref(alias)
  const { key, where } = pick
  const keyed = key === undefined ? sql`` : sql`and ${a}.key = ${sql.lit(key)}`
  const fact = where
    ? sql`and coalesce(${a}.facts ->> ${sql.lit(where.fact)}, '') ${sql.raw(where.among ? 'in' : 'not in')} (${sql.join(where.values.map(v => sql.lit(v)))})`
    : sql``
  return sql<boolean>`${a}.kind = ${sql.lit(pick.kind)} ${keyed} ${fact}
    and ${a}.starts <= ${theDay(s)}`
}

const running = (pick: SpellPick, s: Scope): Truth =>
  sql<boolean>`${picked(pick, s)} and (s.ends is null or s.ends > ${theDay(s)})`

/** A spell of the child `c` runs on the day: begun by then, and over only after. */
export const runningOn = (pick: SpellPick, s: Scope): Truth =>
  sql<boolean>`s.subject = c.subject and ${running(pick, s)}`

export function spellOnDay(c: Node<'spell-on-day'>, s: Scope): Truth {
  const { atLeast } = c
  const lasted =
    atLeast === null ? sql`` : sql`and s.starts <= ${s.moment.date(on => startedBy(on, atLeast))}`
  return sql<boolean>`c.subject in (select s.subject from spell s where ${running(c.spell, s)} ${lasted})`
}

export function spellsInPeriod(c: Node<'spells-in-period'>, s: Scope): Truth {
  const falls = {
    began: () => within(s, sql`s.starts`),
    ended: () => within(s, sql`s.ends`),
    ran: () => sql`(s.ends is null or (s.ends > ${firstDay(s)} and s.ends > s.starts))`,
  }[c.which]()
  const found = sql`from spell s where ${picked(c.spell, s)} and ${falls}`
  const often = c.atLeast === 1 ? sql`` : sql`group by s.subject having count(*) >= ${sql.lit(c.atLeast)}`
  return sql<boolean>`c.subject in (select s.subject ${found} ${often})`
}

export function spellAgain(c: Node<'spell-again'>, s: Scope): Truth {
  const since =
    c.withinMonths === null
      ? sql``
      : sql`and e.starts >= (s.starts - interval '1 month' * ${sql.lit(c.withinMonths)})::date`
  return sql<boolean>`c.subject in (select s.subject from spell s
    join spell e on e.subject = s.subject and ${picked(c.spell, s, 'e')} and e.starts < s.starts ${since}
    where ${picked(c.spell, s)} and ${within(s, sql`s.starts`)})`
}

export function spellFollowed(c: Node<'spell-followed'>, s: Scope): Truth {
  const by = sql`s.ends + ${sql.lit(c.days)}`
  return sql<boolean>`c.subject not in (select s.subject from spell s where ${picked(c.spell, s)} and ${within(s, sql`s.ends`)}
    and ${by} < ${theDay(s)} and coalesce((s.facts ->> ${sql.lit(c.fact)})::date, 'infinity') > ${by})`
}
