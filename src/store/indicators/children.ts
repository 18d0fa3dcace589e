import { type QueryExecutorProvider, sql } from 'kysely'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { answersOf, type Filter } from './answers.ts'
import { oneDay } from './moment.ts'

/** One child behind a figure. */
export interface ChildBehind {
  readonly subject: string
  /** The child's ID. */
  readonly code: string
  readonly yes: boolean
  readonly ageBand: string
  readonly sex: string
  readonly ethnicity: string
  readonly team: string
}

export interface Listing extends Filter {
  /** Only those who count, or only those who do not. */
  readonly yes?: boolean
  readonly limit?: number
  readonly offset?: number
}

/** The children behind a figure on a day, by ID. Every child asked about, unless the listing says fewer. */
export async function children(
  db: QueryExecutorProvider,
  indicator: Indicator,
  on: Day,
  listing: Listing = {},
): Promise<readonly ChildBehind[]> {
  const { yes, limit, offset } = listing
  const which = yes === undefined ? sql`` : sql`where a.yes = ${yes}`
  const page = limit === undefined ? sql`` : sql`limit ${limit} offset ${offset ?? 0}`
  const { rows } = await sql<ChildBehind>`
    select a.* from (${answersOf(indicator, oneDay(on), listing)}) a ${which} order by a.code ${page}`.execute(
    db,
  )
  return rows
}
