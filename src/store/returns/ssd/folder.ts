import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { CompiledQuery } from 'kysely'
import { csvCell } from '../../../domain/returns/csv-cell.ts'
import { model } from '../../../domain/returns/ssd/model.ts'
import { type Db, rawSql } from '../../connection.ts'
import { selectOf } from './views.ts'

const BATCH = 2000

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
  return csvCell(text)
}

/** The rows of an object, some at a time: a large one is never held whole. */
async function* rowsOf(tx: Db, object: string): AsyncGenerator<readonly Readonly<Record<string, unknown>>[]> {
  await rawSql(tx, `declare ssd_rows no scroll cursor for ${selectOf(object)}`)
  for (;;) {
    const { rows } = await tx.executeQuery<Readonly<Record<string, unknown>>>(
      CompiledQuery.raw(`fetch ${BATCH} from ssd_rows`),
    )
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) break
  }
  await rawSql(tx, 'close ssd_rows')
}

async function writeObject(tx: Db, object: string, path: string): Promise<number> {
  const names = Object.keys(model[object] ?? {})
  const out = createWriteStream(path)
  const done = finished(out)
  // A full disk is told by `done`; it is waited for in the end.
  done.catch(() => {})
  out.write(`${names.join(',')}\r\n`)
  let count = 0
  for await (const rows of rowsOf(tx, object)) {
    const text = rows.map(r => `${names.map(n => cell(r[n])).join(',')}\r\n`).join('')
    if (!out.write(text)) await Promise.race([once(out, 'drain'), done])
    count += rows.length
  }
  out.end()
  await done
  return count
}

/**
 * Writes the dataset into a folder, a CSV file for each object, all of one moment. Needs no schema to have been made.
 * @returns rows by object
 */
export async function writeDataset(db: Db, folder: string): Promise<ReadonlyMap<string, number>> {
  await mkdir(folder, { recursive: true })
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const counts = new Map<string, number>()
      for (const object of Object.keys(model))
        counts.set(object, await writeObject(tx, object, join(folder, `${object}.csv`)))
      return counts
    })
}
