import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { findSubject } from '../joined.ts'
import { refold } from '../refold.ts'
import type { AsFolded } from './fold-worker.ts'

/** How every file stands: how many entries it has, and how many of them were disposed of. */
async function asTheyStand(tx: Db): Promise<ReadonlyMap<string, AsFolded>> {
  const heads = await sql<{ file: string; n: number }>`
    select substr(chain, 6) as file, n::int as n from chain_head where chain like 'file %'`.execute(tx)
  const emptied = await sql<{ file: string; n: number }>`
    select subject::text as file, count(*)::int as n from entry where disposed is not null group by subject`.execute(
    tx,
  )
  const gone = new Map(emptied.rows.map(r => [r.file, r.n]))
  return new Map(heads.rows.map(({ file, n }) => [file, { n, gone: gone.get(file) ?? 0 }]))
}

/**
 * Folds again what was written in since it was folded.
 * @param folded each file as it was folded; told of what is folded here
 * @returns how many files that were
 */
export async function catchUp(tx: Db, folded: Map<string, AsFolded>): Promise<number> {
  let files = 0
  for (const [file, stands] of await asTheyStand(tx)) {
    const was = folded.get(file)
    if (was && was.n === stands.n && was.gone === stands.gone) continue
    const subject = await findSubject(tx, file)
    if (!subject) continue
    await refold(tx, subject)
    // As it stood before it was read: what came between shows the next time.
    folded.set(file, stands)
    files += 1
  }
  return files
}
