import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { datedOf } from '../domain/improvement/library.ts'
import { readReport } from '../domain/improvement/read-report.ts'
import type { Day, Instant } from '../domain/kernel/day.ts'
import type { Db } from '../store/connection.ts'
import { ensureImporter, LIBRARIAN } from '../store/queries/importer.ts'
import { hashOf, shelve } from '../store/queries/library-shelve.ts'
import { seedFile } from './seed-plan.ts'

/**
 * Puts reports of invented councils on the shelf, by the same reading and the same door as published ones: those
 * published by the day the demonstration stands at.
 */
export async function seedLibrary(tx: Db, today: Day, now: Instant): Promise<void> {
  const folder = seedFile(join('seed', 'library'))
  const author = await ensureImporter(tx, now, LIBRARIAN)
  for (const file of readdirSync(folder).toSorted()) {
    const bytes = readFileSync(join(folder, file))
    const read = readReport(bytes.toString('utf8'))
    if (!read.ok) throw new Error(`The invented report ${file} cannot be read: ${read.error}`)
    const dated = datedOf(read.value)
    if (dated === null || dated > today) continue
    await shelve(tx, { file, hash: hashOf(bytes), report: read.value }, { author, now })
  }
}
