import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Kysely } from 'kysely'
import { BadCopy, FORMAT, type Head, type Tail } from '../copy/format.ts'
import { type Restored, restoreCopy } from '../copy/restore.ts'
import type { Tables } from '../tables.ts'
import { BadExport, BYTES, EXPORT_FORMAT, type ExportedTable, type Manifest } from './format.ts'

const NAME = /^[a-z0-9_]+$/
const HASH = /^[0-9a-f]{64}$/

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  'export' in value &&
  value.export === 'golden-thread' &&
  'format' in value &&
  'tables' in value &&
  Array.isArray(value.tables) &&
  value.tables.every(
    t => NAME.test(t?.name) && t.file === `tables/${t.name}.jsonl` && Array.isArray(t.columns),
  )

function manifestIn(folder: string): Manifest {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path))
    throw new BadExport(
      `There is no manifest.json in ${folder}, so it is no export of this product, or it was not finished. Give the folder that golden-thread export made.`,
    )
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new BadExport('manifest.json is not whole. Fetch the export again.')
  }
  if (!isManifest(value))
    throw new BadExport(
      'manifest.json is not of this product. Give the folder that golden-thread export made.',
    )
  if (value.format !== EXPORT_FORMAT)
    throw new BadExport(
      `This export is of format ${value.format}, and this version reads ${EXPORT_FORMAT}. Use the version that made it.`,
    )
  return value
}

/** The lines of a table’s file; at its end it is held against the manifest. */
async function* linesOf(folder: string, table: ExportedTable): AsyncGenerator<string> {
  const path = join(folder, table.file)
  if (!existsSync(path)) throw new BadExport(`${table.file} is missing. Fetch the export again.`)
  const sum = createHash('sha256')
  const bytes = createReadStream(path)
  bytes.on('data', chunk => sum.update(chunk))
  let rows = 0
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    rows += 1
    yield line
  }
  if (rows !== table.rows)
    throw new BadExport(
      `${table.file} holds ${rows} rows, and the manifest says ${table.rows}: it was cut off or added to. Fetch the export again.`,
    )
  if (sum.digest('hex') !== table.sha256)
    throw new BadExport(`${table.file} was changed since the export was made. Fetch the export again.`)
}

/** A row as it was: its bytes are put back from their file. */
function whole(folder: string, line: string): string {
  const row: Record<string, unknown> = JSON.parse(line)
  const name = row[BYTES]
  if (name === null) return line
  if (typeof name !== 'string' || !HASH.test(name))
    throw new BadExport('A row of documents does not name its file. Fetch the export again.')
  const path = join(folder, 'documents', name)
  if (!existsSync(path)) throw new BadExport(`documents/${name} is missing. Fetch the export again.`)
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') !== name)
    throw new BadExport(`documents/${name} was changed since the export was made. Fetch the export again.`)
  return JSON.stringify({ ...row, [BYTES]: `\\x${bytes.toString('hex')}` })
}

/** The export as the lines of a copy: see `copy/format.ts`. Everything is held against the manifest on the way. */
async function* asCopy(folder: string, manifest: Manifest): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  const summed = (text: string): Buffer => {
    const bytes = Buffer.from(`${text}\n`)
    sum.update(bytes)
    return bytes
  }
  const tables = manifest.tables.map(({ name, columns }) => ({ name, columns }))
  const { made, steps, ssd, folded } = manifest
  const head: Head = { copy: 'golden-thread', format: FORMAT, made, steps, ssd, tables }
  yield summed(JSON.stringify(head))
  const rows: Record<string, number> = {}
  for (const table of manifest.tables) {
    yield summed(JSON.stringify(table.name))
    rows[table.name] = table.rows
    for await (const line of linesOf(folder, table))
      yield summed(table.columns.includes(BYTES) ? whole(folder, line) : line)
  }
  yield summed(JSON.stringify('end'))
  const tail: Tail = { rows, folded, sha256: sum.digest('hex') }
  yield Buffer.from(`${JSON.stringify(tail)}\n`)
}

/**
 * Brings an export into an empty database: all of it or nothing. First every file is held against the manifest; then it
 * goes the way of a copy, where chains are walked, what is folded is made anew, and both must be as they were.
 * @param db as its owner, see `openAsIs`
 * @param room a folder in which one file may stand meanwhile, as large as the export packed
 * @throws BadExport in plain words, and the database is as it was
 */
export async function readExport(
  db: Kysely<Tables>,
  folder: string,
  room: string,
  progress: (what: string) => (done: number) => void = () => () => {},
): Promise<Restored> {
  const manifest = manifestIn(folder)
  const copy = join(room, `import-${randomUUID()}.gz`)
  try {
    const to = createWriteStream(copy, { mode: 0o600, flags: 'wx' })
    await pipeline(Readable.from(asCopy(folder, manifest)), createGzip({ level: 1 }), to)
    return await restoreCopy(db, copy, {}, progress)
  } catch (error) {
    throw error instanceof BadCopy ? new BadExport(error.message) : error
  } finally {
    rmSync(copy, { force: true })
  }
}
