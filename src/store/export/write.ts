import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import { type Db, rawSql } from '../connection.ts'
import { copiedTables } from '../copy/tables.ts'
import { projectionDigests } from '../rebuild.ts'
import { hasSchema } from '../returns/ssd/schema.ts'
import type { Tables } from '../tables.ts'
import { dictionary } from './dictionary.ts'
import {
  ACCOUNT_COLUMNS,
  BadExport,
  BYTES,
  EXPORT_FORMAT,
  type ExportedTable,
  type Manifest,
  NOT_EXPORTED,
} from './format.ts'

const AT_ONCE = 2000

interface Kept {
  files: number
  bytes: number
}

/** The rows of a table as JSON texts, some at a time; where there are bytes in them, one by one. */
async function* rowsOf(tx: Db, name: string, columns: readonly string[]): AsyncGenerator<readonly string[]> {
  const some = columns.includes(BYTES) ? 1 : AT_ONCE
  const order =
    name === 'entry' ? sql`order by subject, seq` : name === 'access_log' ? sql`order by id` : sql``
  await sql`declare exported no scroll cursor for select row_to_json(x)::text as line
    from (select ${sql.join(columns.map(c => sql.ref(c)))} from ${sql.table(name)} ${order}) x`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(some)} from exported`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(r => r.line)
  }
  await rawSql(tx, 'close exported')
}

/** Puts the bytes of a row into a file of their own; the same bytes are kept once. */
function bytesApart(folder: string, line: string, kept: Kept): string {
  const row: Record<string, unknown> = JSON.parse(line)
  const hex = row[BYTES]
  if (typeof hex !== 'string') return line
  const bytes = Buffer.from(hex.slice(2), 'hex')
  const name = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, 'documents', name)
  if (!existsSync(path)) {
    writeFileSync(path, bytes, { mode: 0o600 })
    kept.files += 1
    kept.bytes += bytes.length
  }
  return JSON.stringify({ ...row, [BYTES]: name })
}

async function writeTable(
  tx: Db,
  folder: string,
  { name, columns }: Pick<ExportedTable, 'name' | 'columns'>,
  kept: Kept,
  onRows: (n: number) => void,
): Promise<ExportedTable> {
  const sum = createHash('sha256')
  let rows = 0
  async function* lines() {
    for await (const some of rowsOf(tx, name, columns)) {
      const told = columns.includes(BYTES) ? some.map(l => bytesApart(folder, l, kept)) : some
      const bytes = Buffer.from(`${told.join('\n')}\n`)
      sum.update(bytes)
      rows += some.length
      onRows(some.length)
      yield bytes
    }
  }
  const file = `tables/${name}.jsonl`
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, file), { mode: 0o600 }))
  return { name, columns, file, rows, sha256: sum.digest('hex') }
}

async function writeAll(tx: Db, folder: string, made: string, progress: (rows: number) => void) {
  const tables: ExportedTable[] = []
  const kept: Kept = { files: 0, bytes: 0 }
  let all = 0
  for (const t of await copiedTables(tx)) {
    if (NOT_EXPORTED.has(t.name)) continue
    const columns = t.name === 'account' ? ACCOUNT_COLUMNS : t.columns
    const told = await writeTable(tx, folder, { name: t.name, columns }, kept, n => {
      all += n
      progress(all)
    })
    tables.push(told)
  }
  const words = `${JSON.stringify(dictionary(), null, 2)}\n`
  writeFileSync(join(folder, 'dictionary.json'), words, { mode: 0o600 })
  const steps = await tx.selectFrom('migration').select('name').orderBy('name').execute()
  const manifest: Manifest = {
    export: 'golden-thread',
    format: EXPORT_FORMAT,
    made,
    steps: steps.map(s => s.name),
    ssd: await hasSchema(tx),
    tables,
    documents: { folder: 'documents', ...kept },
    dictionary: { file: 'dictionary.json', sha256: createHash('sha256').update(words).digest('hex') },
    folded: await projectionDigests(tx),
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

/**
 * Writes the whole system into a folder, as it stood in one moment, while others work on. The folder has its name only
 * once it is whole; only its owner may read it.
 * @param made the moment, for the manifest to say
 * @throws BadExport where something is there already
 */
export async function writeExport(
  db: Kysely<Tables>,
  folder: string,
  made: string,
  progress: (rows: number) => void = () => {},
): Promise<Manifest> {
  if (existsSync(folder))
    throw new BadExport(`${folder} is there already. Choose another name, or move it away.`)
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  for (const sub of ['tables', 'documents']) mkdirSync(join(part, sub), { recursive: true, mode: 0o700 })
  try {
    const manifest = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async tx => {
        await rawSql(tx, "set local time zone 'UTC'")
        return await writeAll(tx, part, made, progress)
      })
    renameSync(part, folder)
    return manifest
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}
