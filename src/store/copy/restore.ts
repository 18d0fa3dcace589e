import { type Kysely, sql } from 'kysely'
import { type Db, rawSql } from '../connection.ts'
import { stepNames, takeSteps } from '../migrations/migrate.ts'
import { projectionDigests, rebuild } from '../rebuild.ts'
import { makeSchema } from '../returns/ssd/schema.ts'
import type { Tables } from '../tables.ts'
import { type Fault, verify } from '../verify.ts'
import { BadCopy, type Head, type Table, type Tail } from './format.ts'
import { checkCopy, readCopy } from './read.ts'
import { setCounters } from './tables.ts'

/** How many bytes of rows go in one statement. */
const BATCH = 2_000_000

/** Tables that hold something only where a database was worked in. A start alone leaves settings. */
const WORKED_IN = ['subject', 'entry', 'access_log', 'account'] as const

const NOT_EMPTY =
  'This database is not empty, and a copy is never mixed with what is there. Give it a database of its own: another one in DATABASE_URL, or another folder in GOLDEN_THREAD_DATA.'

/** Which steps the database had taken: none where it was never started. @throws BadCopy where anything is in it */
async function stepsOfEmpty(tx: Db): Promise<readonly string[]> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('public.migration') is not null as found`.execute(tx)
  if (!rows[0]?.found) return []
  for (const table of WORKED_IN) {
    const { rows: some } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx)
    if (some.length > 0) throw new BadCopy(NOT_EMPTY)
  }
  return (await tx.selectFrom('migration').select('name').execute()).map(s => s.name)
}

async function makeTables(tx: Db, head: Head): Promise<void> {
  const unknown = head.steps.filter(s => !stepNames.includes(s))
  if (unknown.length > 0)
    throw new BadCopy(
      `The copy was made by another version of this product (it has taken ${unknown.join(', ')}). Use that version to bring it in.`,
    )
  const had = await stepsOfEmpty(tx)
  if (had.some(s => !head.steps.includes(s)))
    throw new BadCopy(
      'This database was started by a later version than the copy. Give the copy a database that was never started.',
    )
  await takeSteps(tx, name => head.steps.includes(name))
}

/** Puts the rows in, as they were: what the database would do on a new one (links of the log, ends of files) is done already. */
async function load(tx: Db, file: string, head: Head, progress: (rows: number) => void) {
  const put: Record<string, number> = {}
  for (const { name } of head.tables) {
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx)
    await sql`delete from ${sql.table(name)}`.execute(tx)
  }
  let table: Table | undefined
  let rows: string[] = []
  let size = 0
  let all = 0
  const flush = async () => {
    if (!table || rows.length === 0) return
    const columns = sql.join(table.columns.map(c => sql.ref(c)))
    await sql`insert into ${sql.table(table.name)} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${sql.table(table.name)}, ${`[${rows.join(',')}]`}::json)`.execute(
      tx,
    )
    put[table.name] = (put[table.name] ?? 0) + rows.length
    all += rows.length
    progress(all)
    rows = []
    size = 0
  }
  for await (const part of readCopy(file)) {
    if (!('row' in part)) continue
    if (part.table !== table?.name || size > BATCH) await flush()
    if (part.table !== table?.name) table = head.tables.find(t => t.name === part.table)
    rows.push(part.row)
    size += part.row.length
  }
  await flush()
  await setCounters(tx)
  for (const { name } of head.tables)
    await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx)
  return put
}

const differ = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): readonly string[] => Object.keys(a).filter(k => (a[k] ?? 0) !== (b[k] ?? 0))

/** The copy is whole, but what came of it is not what it was made from. */
function compare(
  tail: Tail,
  put: Readonly<Record<string, number>>,
  folded: Tail['folded'],
  sameSteps: boolean,
) {
  const counts = differ(tail.rows, put)
  if (counts.length > 0) throw new BadCopy(`Not every row of ${counts.join(', ')} came in. Nothing was kept.`)
  const folds = differ(tail.folded, folded)
  if (sameSteps && folds.length > 0)
    throw new BadCopy(
      `Folded again, ${folds.join(', ')} came out otherwise than where the copy was made. Nothing was kept. Where the copy was made by another version of the product, bring it in with --folded-otherwise.`,
    )
}

export interface Restored {
  readonly head: Head
  readonly entries: number
  readonly lines: number
  readonly faults: readonly Fault[]
}

/** What else than a perfect copy is taken. */
export interface Allowing {
  /** What is folded may differ, as another version of the product made the copy. */
  readonly foldedOtherwise?: boolean
  /** Chains may be broken, as they were where the copy was made: there may be no better one. */
  readonly faults?: boolean
}

/**
 * Brings a copy into an empty database: all of it or nothing. Before it stands, every chain is walked, and what is folded
 * from the entries is made anew and held against what it was.
 * @param db as its owner, see `openAsIs`
 * @throws BadCopy in plain words, and the database is as it was
 */
export async function restoreCopy(
  db: Kysely<Tables>,
  file: string,
  allowing: Allowing = {},
  progress: (what: string) => (done: number) => void = () => () => {},
): Promise<Restored> {
  const { head, tail } = await checkCopy(file)
  return await db.transaction().execute(async tx => {
    await rawSql(tx, "set local time zone 'UTC'")
    await makeTables(tx, head)
    const put = await load(tx, file, head, progress('Rows brought in'))
    await takeSteps(tx, () => true)
    await rebuild(tx, progress('Files folded'))
    const { entries, lines, faults } = await verify(tx, progress('Entries verified'))
    const [first] = faults
    if (first && !allowing.faults)
      throw new BadCopy(
        `The copy holds ${faults.length === 1 ? 'a fault' : `${faults.length} faults`} that was in the database when it was made: ${first.subject}, ${first.seq}: ${first.what} Nothing was kept. Take an earlier copy; or, where there is none, bring this one in with --with-faults.`,
      )
    const sameSteps = head.steps.length === stepNames.length
    compare(tail, put, await projectionDigests(tx), sameSteps && !allowing.foldedOtherwise)
    if (head.ssd) await makeSchema(tx)
    await sql`select refresh_statistics()`.execute(tx)
    return { head, entries, lines, faults }
  })
}
