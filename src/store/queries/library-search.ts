import { type RawBuilder, sql } from 'kysely'
import type { FrameworkCode, SectionCode } from '../../domain/improvement/framework.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** What is looked for in the library. What is left out asks nothing. */
export interface Asked {
  /** As somebody types it: words, "a phrase", or, -not. Anything at all may stand in it. */
  readonly words?: string | undefined
  readonly theme?: string | undefined
  readonly framework?: FrameworkCode | undefined
  /** The grade of the whole report, 1 to 4. */
  readonly level?: number | undefined
  /** Years of the report, both counted in. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly council?: string | undefined
  readonly kind?: 'area' | 'evidence' | undefined
}

export interface Hit {
  readonly code: string
  readonly authority: string | null
  readonly council: string | null
  readonly framework: FrameworkCode
  readonly dated: Day | null
  readonly grade: string | null
  readonly checked: boolean
  readonly place: number
  readonly kind: 'area' | 'evidence'
  readonly section: SectionCode | null
  readonly mark: string | null
  readonly heading: string | null
  readonly text: string
  /** The text, or of a long one the parts with the words, each found word between `HIT` and `END`. */
  readonly shown: string
  readonly themes: readonly string[]
}

export interface Counted {
  readonly code: string
  readonly name: string
  readonly n: number
}

export interface Found {
  readonly total: number
  readonly hits: readonly Hit[]
  readonly themes: readonly Counted[]
  readonly councils: readonly Counted[]
  /** True where words were typed and none of them can be looked for: "the", "of", a comma. */
  readonly nothingAsked: boolean
}

/** Around a found word in `shown`: letters of no alphabet, so that no report has them. */
export const HIT = '\ue000'
export const END = '\ue001'

export const PAGE = 20
/** Longer than this nobody asks in earnest, and it is cut. */
const MOST_WORDS = 300

const marks = `StartSel=${HIT}, StopSel=${END}`
/** A short passage is shown whole; of a long one the parts with the words. */
const whole = `${marks}, HighlightAll=true`
const parts = `${marks}, MaxFragments=2, MaxWords=45, MinWords=20, FragmentDelimiter=" … "`
const SHORT = 600

const asQuery = (words: string) => sql`websearch_to_tsquery('english', ${words.slice(0, MOST_WORDS)})`

/** The conditions on a passage `p` and its report `r`. */
function where(asked: Asked): RawBuilder<unknown> {
  const { words, theme, framework, level, from, to, council, kind } = asked
  const all = [
    sql`true`,
    ...(words ? [sql`p.words @@ ${asQuery(words)}`] : []),
    ...(theme ? [sql`p.themes @> array[${theme}]::text[]`] : []),
    ...(framework ? [sql`r.framework = ${framework}`] : []),
    ...(level ? [sql`r.level = ${level}`] : []),
    ...(from ? [sql`r.dated >= make_date(${from}, 1, 1)`] : []),
    ...(to ? [sql`r.dated <= make_date(${to}, 12, 31)`] : []),
    ...(council ? [sql`r.council = ${council}`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
  ]
  return sql.join(all, sql` and `)
}

async function hitsOf(db: Db, asked: Asked, page: number): Promise<readonly Hit[]> {
  const { words } = asked
  const shown = words
    ? sql`ts_headline('english', left(x.text, 20000), ${asQuery(words)},
        case when length(x.text) <= ${SHORT} then ${whole} else ${parts} end)`
    : sql`x.text`
  const order = words ? sql`ts_rank(p.words, ${asQuery(words)}, 1) desc,` : sql``
  // Found words are marked on the page that is shown alone: it takes longer than to find them.
  const { rows } = await sql<Hit>`
    select x.*, ${shown} as shown from (
      select r.code, r.authority, r.council, r.framework, r.dated, r.grade, r.checked,
        p.place, p.kind, p.section, p.mark, p.heading, p.text, p.themes
      from library_passage p join library_report r on r.subject = p.subject
      where ${where(asked)}
      order by ${order} r.dated desc nulls last, r.code, p.place
      limit ${PAGE} offset ${(page - 1) * PAGE}) x`.execute(db)
  return rows
}

async function countedBy(db: Db, asked: Asked) {
  const { rows: themes } = await sql<Counted>`
    select t as code, t as name, count(*) as n
    from library_passage p join library_report r on r.subject = p.subject, unnest(p.themes) t
    where ${where(asked)} group by t order by n desc, t`.execute(db)
  const { rows: councils } = await sql<Counted>`
    select r.council as code, min(r.authority) as name, count(*) as n
    from library_passage p join library_report r on r.subject = p.subject
    where ${where(asked)} and r.council is not null group by r.council order by n desc, r.council`.execute(db)
  return { themes, councils }
}

/**
 * Looks in what councils were told: best first where words are asked, else newest first.
 * @param page from 1
 * @returns a page of passages, how many there are, and how many of each theme and council
 */
export async function searchLibrary(db: Db, asked: Asked, page: number): Promise<Found> {
  const none = { total: 0, hits: [], themes: [], councils: [] }
  if (asked.words) {
    const { rows } = await sql<{ n: number }>`select numnode(${asQuery(asked.words)}) as n`.execute(db)
    if ((rows[0]?.n ?? 0) === 0) return { ...none, nothingAsked: true }
  }
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from library_passage p join library_report r on r.subject = p.subject
    where ${where(asked)}`.execute(db)
  const total = rows[0]?.n ?? 0
  if (total === 0) return { ...none, nothingAsked: false }
  return { total, hits: await hitsOf(db, asked, page), ...(await countedBy(db, asked)), nothingAsked: false }
}
