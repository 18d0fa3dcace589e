import { addDays, type Day, type Instant } from '../../../domain/kernel/day.ts'
import type { SpellKindCode } from '../../../domain/records/spell.ts'
import { censusChild } from '../../../domain/returns/cin/write/child.ts'
import { misshapen } from '../../../domain/returns/cin/write/content.ts'
import { censusYear } from '../../../domain/returns/cin/write/shape.ts'
import { traceOf } from '../../../domain/returns/cin/write/trace.ts'
import { CENSUS_END, censusHead, childXml } from '../../../domain/returns/cin/write/xml.ts'
import type { Db } from '../../connection.ts'
import { authorityAnswers } from '../../queries/authority.ts'
import { childrenWith, eachCaseFile, type Listed } from '../../queries/return-files.ts'
import { childrenWithEntries, together } from './listed.ts'

/** What may put a child into a census: a case, a referral, or a worker who goes on after care has ended. */
const telling: readonly SpellKindCode[] = [
  'in-need',
  'looked-after',
  'protection-plan',
  'need-plan',
  'enquiry',
  'pre-proceedings',
  'referral',
  'allocation',
]

/** The version of the product, which a census names; a test holds it against the package's. */
export const RELEASE = '0.1.0'

/** A referral of the last working days before the year may belong to it: Easter is the longest time without any. */
const EVE = 10

/** Every child who may be in the census of the days from `first` to `last`: whether one is, their file tells. */
export async function childrenInCensus(db: Db, first: Day, last: Day): Promise<readonly Listed[]> {
  return together(
    await childrenWith(db, telling, addDays(first, -EVE), last),
    await childrenWithEntries(db, ['case-closed'], first, last),
  )
}

/** The authority's number in national returns, as its own file tells; undefined where it does not. */
export async function authorityNumber(db: Db): Promise<string | undefined> {
  const [latest] = await authorityAnswers(db, 'authority-details')
  const number = latest?.answers.number
  return typeof number === 'string' ? number : undefined
}

/** A row of the census, and whose entries it was made of: what an issue of that row leads to. */
export interface CensusRow {
  readonly child: Listed
  readonly table: string
  readonly entries: readonly string[]
}

export interface Census {
  readonly year: number
  readonly authority: string
  readonly release: string
  /** When it was written. */
  readonly written: Instant
  readonly serial?: number
}

/** What came of the writing: how many children, and elements that the schema wants and the record does not have. */
export interface WrittenCensus {
  readonly children: number
  readonly misshapen: readonly string[]
}

/**
 * Writes the census of a year, a child at a time: whatever the number of children, few are held at once. It holds
 * every child whom the law has in it, restricted files too.
 * @param put takes each piece of the file, in order
 * @param told hears of each row that the file will have, in the order of the file, where it is asked for
 */
export async function writeCensus(
  db: Db,
  census: Census,
  put: (piece: string) => void | Promise<void>,
  told?: (row: CensusRow) => void,
): Promise<WrittenCensus> {
  const of = censusYear(census.year)
  const listed = await childrenInCensus(db, of.first, of.last)
  const wrong: string[] = []
  let children = 0
  await put(censusHead(of, census))
  await eachCaseFile(db, listed, async ({ id, code, file }) => {
    const child = censusChild(code, file, of)
    if (!child) return
    children += 1
    wrong.push(...misshapen('Child', child, of.year, code))
    if (told) for (const row of traceOf(child, of.year)) told({ child: { id, code }, ...row })
    await put(childXml(child, of.year))
  })
  await put(CENSUS_END)
  return { children, misshapen: wrong }
}
