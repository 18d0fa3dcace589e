import { type RawBuilder, sql } from 'kysely'
import type { Condition, FactPick, SpellPick } from '../../domain/indicators/condition.ts'
import { startedBy } from '../../domain/indicators/lasting.ts'
import { among, firstDay, notAmong, type Scope, theDay, within } from './moment.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>
type Truth = RawBuilder<boolean>

/** The spells of a kind and key, begun by the day, of whatever child; `alias` is the row of `spell`. */
function begun({ kind, key }: SpellPick, s: Scope, alias = 's'): Truth {
  const a = sql.ref(alias)
  const keyed = key === undefined ? sql`` : sql`and ${a}.key = ${sql.lit(key)}`
  return sql<boolean>`${a}.kind = ${sql.lit(kind)} ${keyed} and ${a}.starts <= ${theDay(s)}`
}

const fact = (name: string, alias = 's'): RawBuilder<unknown> =>
  sql`coalesce(${sql.ref(alias)}.facts ->> ${sql.lit(name)}, '')`

/** A fact is one of those that are meant, or none of those that are not. */
const meant = (said: RawBuilder<unknown>, { among, values }: FactPick): RawBuilder<unknown> =>
  sql`${said} ${sql.raw(among ? 'in' : 'not in')} (${sql.join(values.map(v => sql.lit(v)))})`

/** The spells that a pick means, begun by the day. */
function picked(pick: SpellPick, s: Scope, alias = 's'): Truth {
  const { where } = pick
  return where
    ? sql<boolean>`${begun(pick, s, alias)} and ${meant(fact(where.fact, alias), where)}`
    : begun(pick, s, alias)
}

const running = (pick: SpellPick, s: Scope): Truth =>
  sql<boolean>`${picked(pick, s)} and coalesce(s.ends, 'infinity') > ${theDay(s)}`

/** A spell of the child `c` runs on the day: begun by then, and over only after. */
export const runningOn = (pick: SpellPick, s: Scope): Truth =>
  sql<boolean>`s.subject = c.subject and ${running(pick, s)}`

export function spellOnDay(c: Node<'spell-on-day'>, s: Scope): Truth {
  const { atLeast } = c
  const lasted =
    atLeast === null ? sql`` : sql`and s.starts <= ${s.moment.date(on => startedBy(on, atLeast))}`
  const { where, ...any } = c.spell
  if (!where) return among(s, sql`select s.subject from spell s where ${running(any, s)} ${lasted}`)
  // What each running spell says is looked for once, whatever indicators ask for one saying or another.
  const said = sql`select s.subject, ${fact(where.fact)} as said from spell s where ${running(any, s)} ${lasted}`
  return sql<boolean>`c.subject in (select x.subject from ${s.sets(said)} x where ${meant(sql`x.said`, where)})`
}

export function spellsInPeriod(c: Node<'spells-in-period'>, s: Scope): Truth {
  const falls = {
    began: () => within(s, sql`s.starts`),
    ended: () => within(s, sql`s.ends`),
    ran: () => sql`(coalesce(s.ends, 'infinity') > ${firstDay(s)} and (s.ends is null or s.ends > s.starts))`,
  }[c.which]()
  const found = sql`from spell s where ${picked(c.spell, s)} and ${falls}`
  const often = c.atLeast === 1 ? sql`` : sql`group by s.subject having count(*) >= ${sql.lit(c.atLeast)}`
  return among(s, sql`select s.subject ${found} ${often}`)
}

export function spellAgain(c: Node<'spell-again'>, s: Scope): Truth {
  const since =
    c.withinMonths === null
      ? sql``
      : sql`and e.starts >= (s.starts - interval '1 month' * ${sql.lit(c.withinMonths)})::date`
  return among(
    s,
    sql`select s.subject from spell s
      join spell e on e.subject = s.subject and ${picked(c.spell, s, 'e')} and e.starts < s.starts ${since}
      where ${picked(c.spell, s)} and ${within(s, sql`s.starts`)}`,
  )
}

export function spellFollowed(c: Node<'spell-followed'>, s: Scope): Truth {
  const by = sql`s.ends + ${sql.lit(c.days)}`
  return notAmong(
    s,
    sql`select s.subject from spell s where ${picked(c.spell, s)} and ${within(s, sql`s.ends`)}
      and ${by} < ${theDay(s)} and coalesce((s.facts ->> ${sql.lit(c.fact)})::date, 'infinity') > ${by}`,
  )
}
