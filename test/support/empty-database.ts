import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/store/migrations/migrate.ts'
import type { Tables } from '../../src/store/tables.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of an empty embedded database, brought up to this version. */
    emptyDatabase: string
  }
}

/** Makes an embedded database once for all tests: making one takes four times as long as copying it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const lite = await PGlite.create()
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: lite }) })
  await migrate(db)
  const dump = await lite.dumpDataDir('none')
  await db.destroy()
  if (!lite.closed) await lite.close()
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-empty-'))
  const file = join(folder, 'database.tar')
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()))
  project.provide('emptyDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
