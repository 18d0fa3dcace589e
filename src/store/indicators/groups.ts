import { type RawBuilder, sql } from 'kysely'
import { type AgeBand, bornBy } from '../../domain/indicators/bands.ts'
import { AGE_NOT_KNOWN, NOT_KNOWN, type Split, UNALLOCATED, UNBORN } from '../../domain/indicators/groups.ts'
import { ethnicGroups, sexes } from '../../domain/records/codes.ts'
import { type Scope, theDay } from './moment.ts'
import { runningOn } from './spells.ts'

type Words = RawBuilder<string>

function age(bands: readonly AgeBand[], s: Scope): Words {
  const whens = bands.map(({ label, under }) =>
    under === null
      ? sql`when true then ${sql.lit(label)}`
      : sql`when c.unborn or c.born > ${s.moment.date(on => bornBy(on, under))} then ${sql.lit(label)}`,
  )
  return sql<string>`case when c.born is null and not c.unborn then ${sql.lit(AGE_NOT_KNOWN)} ${sql.join(whens, sql` `)} end`
}

const sex = (s: Scope): Words =>
  sql<string>`case when c.unborn or c.born > ${theDay(s)} then ${sql.lit(UNBORN)}
    when c.sex = 'F' then ${sql.lit(sexes.F)} when c.sex = 'M' then ${sql.lit(sexes.M)} else ${sql.lit(NOT_KNOWN)} end`

function ethnicity(): Words {
  const whens = Object.entries(ethnicGroups).map(
    ([letter, group]) => sql`when ${sql.lit(letter)} then ${sql.lit(group)}`,
  )
  return sql<string>`case left(c.ethnicity, 1) ${sql.join(whens, sql` `)} else ${sql.lit(NOT_KNOWN)} end`
}

const team = (s: Scope): Words =>
  sql<string>`coalesce((select s.facts ->> 'team' from spell s
    where ${runningOn({ kind: 'allocation', key: 'worker' }, s)} limit 1), ${sql.lit(UNALLOCATED)})`

/** The group of the child `c` on the day, in the words of the domain's groups. */
export function group(split: Split, bands: readonly AgeBand[], s: Scope): Words {
  switch (split) {
    case 'age':
      return age(bands, s)
    case 'sex':
      return sex(s)
    case 'ethnicity':
      return ethnicity()
    case 'team':
      return team(s)
  }
}
