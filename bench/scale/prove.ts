import { sql } from 'kysely'
import { link } from '../../src/store/chain.ts'
import type { Db } from '../../src/store/connection.ts'
import { readLedger } from '../../src/store/entries.ts'
import type { Subject } from '../../src/store/project.ts'
import { refold } from '../../src/store/refold.ts'

const FOLDED = ['happening', 'spell', 'clock', 'person', 'staff'] as const

async function rowsOf(db: Db, subject: string): Promise<readonly string[]> {
  const all: string[] = []
  for (const table of FOLDED) {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(t)::text as line from ${sql.table(table)} t where subject = ${subject} order by 1`.execute(
      db,
    )
    all.push(...rows.map(r => `${table} ${r.line}`))
  }
  return all
}

const undo = Symbol('undo')

/** Folds a file again by the product’s own way, looks at its rows before and after, and leaves all as it was. */
async function differs(db: Db, subject: Subject): Promise<string | null> {
  let found: string | null = null
  await db
    .transaction()
    .execute(async tx => {
      const before = await rowsOf(tx, subject.id)
      await refold(tx, subject)
      const after = await rowsOf(tx, subject.id)
      const at = after.findIndex((line, i) => line !== before[i])
      if (at !== -1 || before.length !== after.length) found = `${before[at]}\n  folded: ${after[at]}`
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found
}

async function chainBroken(db: Db, subject: string): Promise<boolean> {
  const entries = await readLedger(db, subject)
  const held = await db
    .selectFrom('entry')
    .select(['words', 'previous', 'hash'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return entries.some((e, i) => {
    const h = held[i]
    const previous = held[i - 1]?.hash ?? null
    return !h || e.seq !== i + 1 || h.previous !== previous || link(e, h.words, previous) !== h.hash
  })
}

/** Takes files by chance and asks of each: does its chain hold, and does folding it again give the rows that stand? */
export async function prove(db: Db, sample: number): Promise<{ files: number; faults: readonly string[] }> {
  const { rows } = await sql<Subject>`select id, kind, code from subject
    where kind in ('child', 'contact', 'worker') order by md5(id::text) limit ${sample}`.execute(db)
  const faults: string[] = []
  for (const subject of rows) {
    if (await chainBroken(db, subject.id)) faults.push(`${subject.code}: its chain does not hold.`)
    const found = await differs(db, subject)
    if (found) faults.push(`${subject.kind} ${subject.code}: ${found}`)
  }
  return { files: rows.length, faults }
}
