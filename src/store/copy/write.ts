import { createHash } from 'node:crypto'
import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { type Db, rawSql } from '../connection.ts'
import { projectionDigests } from '../rebuild.ts'
import { hasSchema } from '../returns/ssd/schema.ts'
import type { Tables } from '../tables.ts'
import { BadCopy, FORMAT, type Head, type Table, type Tail } from './format.ts'
import { copiedTables } from './tables.ts'

/** Rows read at once; those with files in them one by one, as each may have megabytes. */
const AT_ONCE = 2000

/** The rows of a table as lines, some at a time. */
async function* rowsOf(tx: Db, { name, columns }: Table): AsyncGenerator<readonly string[]> {
  const some = columns.includes('bytes') ? 1 : AT_ONCE
  // Entries file by file: so they will lie together where they are brought in.
  const order = name === 'entry' ? sql`order by subject, seq` : sql``
  await sql`declare copied no scroll cursor for select row_to_json(x)::text as line
    from (select ${sql.join(columns.map(c => sql.ref(c)))} from ${sql.table(name)} ${order}) x`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(some)} from copied`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(r => r.line)
  }
  await rawSql(tx, 'close copied')
}

async function headOf(tx: Db, made: string): Promise<Head> {
  const { rows } = await sql<{
    found: boolean
  }>`select to_regclass('public.migration') is not null as found`.execute(tx)
  if (!rows[0]?.found) throw new BadCopy('This database is empty: there is nothing to copy.')
  const steps = await tx.selectFrom('migration').select('name').orderBy('name').execute()
  return {
    copy: 'golden-thread',
    format: FORMAT,
    made,
    steps: steps.map(s => s.name),
    ssd: await hasSchema(tx),
    tables: await copiedTables(tx),
  }
}

export interface Copied {
  readonly rows: Readonly<Record<string, number>>
  readonly sha256: string
}

async function* lines(
  tx: Db,
  made: string,
  progress: (rows: number) => void,
  done: (copied: Copied) => void,
): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  const summed = (texts: readonly string[]): Buffer => {
    const bytes = Buffer.from(`${texts.join('\n')}\n`)
    sum.update(bytes)
    return bytes
  }
  const head = await headOf(tx, made)
  yield summed([JSON.stringify(head)])
  const rows: Record<string, number> = {}
  let all = 0
  for (const table of head.tables) {
    yield summed([JSON.stringify(table.name)])
    rows[table.name] = 0
    for await (const some of rowsOf(tx, table)) {
      rows[table.name] = (rows[table.name] ?? 0) + some.length
      all += some.length
      progress(all)
      yield summed(some)
    }
  }
  const folded = await projectionDigests(tx)
  yield summed([JSON.stringify('end')])
  const tail: Tail = { rows, folded, sha256: sum.digest('hex') }
  yield Buffer.from(`${JSON.stringify(tail)}\n`)
  done({ rows, sha256: tail.sha256 })
}

/** On the disk, not only in the system’s memory: the bytes of a file, or the names in a folder. */
function settle(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Copies the whole database into a file, as it stood in one moment, while others work on. The file has its name only once
 * it is whole and on the disk; only its owner may read it.
 * @param made the moment, for the copy to say
 * @throws BadCopy where there is something already at that name, or nothing to copy
 */
export async function writeCopy(
  db: Kysely<Tables>,
  file: string,
  made: string,
  progress: (rows: number) => void = () => {},
): Promise<Copied> {
  if (existsSync(file)) throw new BadCopy(`${file} is there already. Choose another name, or move it away.`)
  const part = `${file}.part`
  try {
    let copied: Copied = { rows: {}, sha256: '' }
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async tx => {
        await rawSql(tx, "set local time zone 'UTC'")
        const all = lines(tx, made, progress, c => {
          copied = c
        })
        await pipeline(Readable.from(all), createGzip(), createWriteStream(part, { mode: 0o600 }))
      })
    settle(part)
    renameSync(part, file)
    settle(dirname(file))
    return copied
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
