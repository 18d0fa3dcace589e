import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { bornNear, likelyBorn } from '../../domain/matching/born.ts'
import { addressKey, headKey, numberKey, siblingKey, wordKeys } from '../../domain/matching/keys.ts'
import type { Held } from '../../domain/matching/score.ts'
import { telling } from '../../domain/matching/words.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { writeLog } from '../log.ts'

/** A child's row, as far as a search compares and shows it. */
export interface Row extends Held {
  readonly subject: string
  readonly code: string
  readonly unborn: boolean
}

/** Rows that are fetched to be scored: more would only be slower. */
const MOST = 200

/** Keys hold letters and figures alone, so they can stand in the text of an array. */
const list = (keys: readonly string[]): RawBuilder<unknown> =>
  sql`${`{${[...new Set(keys)].join(',')}}`}::text[]`
const anyOf = (keys: readonly string[]): RawBuilder<boolean> => sql<boolean>`p.keys && ${list(keys)}`
const allOf = (keys: readonly string[]): RawBuilder<boolean> => sql<boolean>`p.keys @> ${list(keys)}`
const and = (all: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(all, sql` and `)})`
const or = (all: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  all.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(all, sql` or `)})`

const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** A name of the child begins with this word; one or two letters find a later part of a name only beside a longer word. */
const begins = (word: string, isAlone: boolean): RawBuilder<boolean> =>
  word.length >= 3
    ? sql<boolean>`(${allOf([headKey(word)])} and p.names like ${`% ${escaped(word)}%`})`
    : isAlone
      ? sql<boolean>`(lower(p.family_name) like ${`${escaped(word)}%`} or lower(p.given_name) like ${`${escaped(word)}%`})`
      : sql<boolean>`p.names like ${`% ${escaped(word)}%`}`

/** Names of the child begin with every one of these words. */
export const beginAll = (words: readonly string[]): RawBuilder<boolean> => {
  const isAlone = words.every(w => w.length < 3)
  return and(words.map(w => begins(w, isAlone)))
}

/** How far the names of the child are just these words: twice for a whole word, once for one begun. */
export const exactness = (words: readonly string[]): RawBuilder<number> =>
  words.length === 0
    ? sql<number>`0`
    : sql<number>`(${sql.join(
        words.map(
          w => sql`(p.names like ${`% ${escaped(w)} %`})::int + (p.names like ${`% ${escaped(w)}%`})::int`,
        ),
        sql` + `,
      )})`

const dates = (days: readonly Day[]): RawBuilder<unknown> => sql.join(days.map(d => sql`${d}::date`))

/** The words with one left out in turn: a name that the file does not have is no reason to find nothing. */
const butOne = (words: readonly string[]): readonly (readonly string[])[] =>
  words.length < 3 ? [] : words.map((_, i) => words.filter((__, j) => j !== i))

/** What is looked for; each part by itself may find a child. */
export interface Sought {
  /** Words of a name, of an address or of a brother’s or sister’s name, in one box. */
  readonly words: readonly string[]
  readonly born: Day | null
  readonly numbers: readonly string[]
  /** Words of an address, where it is known that they are. */
  readonly address: readonly string[]
}

/** The keys a word may be found by; `far` those by sound alone, when nothing nearer is found. */
function keysFor(word: string, far: boolean): readonly string[] {
  const keys = wordKeys(word).filter(k => far || !/^[wc]/.test(k))
  return [...keys, addressKey(word), siblingKey(word)]
}

function conditions(s: Sought, far: boolean): readonly RawBuilder<boolean>[] {
  const ways: RawBuilder<boolean>[] = []
  for (const words of s.words.length > 0 ? [s.words, ...butOne(s.words)] : [])
    ways.push(and(words.map(w => anyOf(keysFor(w, far)))))
  // Two words written as one are looked for by their sound: by their first letters they would be the first of them.
  s.words.slice(1).forEach((w, i) => {
    const others = s.words.filter((_, j) => j < i || j > i + 1).map(o => anyOf(keysFor(o, far)))
    const one = wordKeys(`${s.words[i]}${w}`).filter(k => k.startsWith('s'))
    if (one.length > 0) ways.push(and([anyOf(one), ...others]))
  })
  if (s.words.length > 0 && s.born === null) ways.push(beginAll(s.words))
  const place = telling(s.words)
  if (place.length > 0 && place.length < s.words.length) ways.push(allOf(place.map(addressKey)))
  if (s.born) {
    const near = bornNear(s.born)
    const days = s.words.length > 0 ? near : near.slice(0, 20)
    const born = sql<boolean>`p.born in (${dates(days)})`
    ways.push(s.words.length > 0 ? and([born, anyOf(s.words.flatMap(w => keysFor(w, true)))]) : born)
  }
  if (s.numbers.length > 0) ways.push(anyOf(s.numbers.map(numberKey)))
  if (s.address.length > 1) ways.push(allOf(s.address.map(addressKey)))
  return ways
}

const columns = sql`p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName",
  p.other_names as "otherNames", p.unborn, p.born, p.address, p.nhs_number as "nhsNumber", p.upn, p.siblings`

/** Those nearest first, as far as it can be told without scoring them. */
function order(s: Sought): RawBuilder<unknown> {
  const born = s.born
    ? sql` + case when p.born = ${s.born}::date then 4 when p.born in (${dates(likelyBorn(s.born))}) then 3 else 0 end`
    : sql``
  const numbers =
    s.numbers.length > 0 ? sql` + case when ${anyOf(s.numbers.map(numberKey))} then 9 else 0 end` : sql``
  const near = s.words.map(w => sql`(${anyOf(wordKeys(w).filter(k => /^[sg]/.test(k)))})::int`)
  const sounds = near.length > 0 ? sql` + ${sql.join(near, sql` + `)}` : sql``
  return sql`${exactness(s.words)}${born}${numbers}${sounds} desc, p.subject`
}

/** Children who may be the one that is looked for, to be scored: those whom a viewer may see in a list. */
export async function fetchOpen(
  db: Db,
  viewer: Viewer,
  now: Instant,
  s: Sought,
  far: boolean,
): Promise<readonly Row[]> {
  const ways = conditions(s, far)
  if (ways.length === 0) return []
  const { rows } = await sql<Row>`select ${columns} from person p where ${or(ways)}
    and ${mayDo(viewer, 'list', now)} order by ${order(s)} limit ${MOST}`.execute(db)
  return rows
}

/** The same of those who are closed to the viewer: they are for the log alone, and must never be shown or counted. */
export async function fetchClosed(
  db: Db,
  viewer: Viewer,
  now: Instant,
  s: Sought,
  far: boolean,
): Promise<readonly Row[]> {
  const ways = conditions(s, far)
  if (ways.length === 0) return []
  const { rows } = await sql<Row>`select ${columns} from person p where p.restricted and p.merged is null
    and not ${mayDo(viewer, 'list', now)} and ${or(ways)} limit ${MOST}`.execute(db)
  return rows
}

/** Restricted children whom a search would have found: it is as if they were not there, and whoever reviews can see it. */
export async function logClosed(
  db: Db,
  viewer: Viewer,
  now: Instant,
  page: string,
  closed: readonly Pick<Row, 'subject'>[],
): Promise<void> {
  for (const { subject } of closed)
    await writeLog(db, {
      at: now,
      viewer: viewer.id,
      action: 'list',
      subject,
      page,
      allowed: false,
      because: 'A search would have found this restricted file, so it was left out as if it were not there',
    })
}
