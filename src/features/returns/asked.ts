import type { Day } from '../../domain/kernel/day.ts'
import { readYear, type Year, yearWords } from '../../domain/returns/check/rule.ts'
import { type CollectionCode, isCollection } from '../../domain/returns/fields.ts'
import { yearOf } from '../../domain/returns/live/child-notes.ts'
import type { Narrow } from '../../domain/returns/live/lines.ts'
import type { Db } from '../../store/connection.ts'
import type { Ctx } from '../../web/page.ts'

/** The first collection year whose rules are known. */
const FIRST: Year = 2022

/** What the pages of returns are asked for by their address. */
export interface Asked {
  readonly collection: CollectionCode
  readonly year: Year
  readonly narrow: Narrow
}

/** Until July last year's return is the one that is being made ready. */
const usual = (today: Day): Year =>
  yearOf(today) - (today.slice(5) >= '04-01' && today.slice(5) < '08-01' ? 1 : 0)

/** The years that can be asked for, the latest first. */
export const yearsOn = (today: Day): readonly Year[] =>
  Array.from({ length: yearOf(today) - FIRST + 1 }, (_, i) => yearOf(today) - i)

const word = (v: string | undefined): string | null => (v === undefined || v.trim() === '' ? null : v.trim())

/** What is asked; for a manager, of their own team. What can't be read is taken for what is usual. */
export function readAsked({ query, today, viewer }: Ctx<Db>): Asked {
  const year = readYear(query.year ?? '')
  const team = viewer.role === 'team-manager' ? (viewer.team ?? '') : word(query.team)
  return {
    collection: isCollection(query.collection) ? query.collection : 'ssda903',
    year: year !== undefined && yearsOn(today).includes(year) ? year : usual(today),
    narrow: {
      rule: word(query.rule),
      weight: query.weight === 'error' || query.weight === 'query' ? query.weight : null,
      team,
      worker: word(query.worker),
    },
  }
}

/** The address of a page of returns with what is asked, and perhaps something else instead. */
export function address(
  { collection, year, narrow }: Asked,
  to = '/returns',
  more: Partial<Record<'rule' | 'weight' | 'team' | 'worker' | 'page' | 'file', string | null>> = {},
): string {
  const said = new URLSearchParams({ collection, year: yearWords(year) })
  for (const [name, value] of Object.entries({ ...narrow, ...more })) if (value) said.set(name, value)
  return `${to}?${said.toString()}`
}
