import type { Kysely } from 'kysely'
import type { Db } from '../../src/store/connection.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import type { Tables } from '../../src/store/tables.ts'
import { verify } from '../../src/store/verify.ts'
import type { Acknowledged } from './writers.ts'

class Undo extends Error {}

export interface Checked {
  readonly lost: number
  readonly faults: number
  /** Folded tables that a rebuild makes otherwise. */
  readonly otherwise: readonly string[]
  readonly entries: number
}

async function lost(db: Db, told: Acknowledged): Promise<number> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'answers'])
    .where('type', '=', 'case-note')
    .execute()
  const held = new Map(rows.map(r => [r.id, r.answers.about]))
  return [...told].filter(([id, about]) => held.get(id) !== about).length
}

/** Everything acknowledged is there, every chain holds, and what is folded is what a rebuild makes. Changes nothing. */
export async function check(db: Kysely<Tables>, told: Acknowledged): Promise<Checked> {
  const gone = await lost(db, told)
  const { faults, entries } = await verify(db)
  for (const f of faults) console.error(`FAULT ${f.subject}, ${f.seq}: ${f.what}`)
  let otherwise: readonly string[] = []
  try {
    await db.transaction().execute(async tx => {
      const before = await projectionDigests(tx)
      await rebuild(tx)
      const after = await projectionDigests(tx)
      otherwise = Object.keys(before).filter(t => before[t] !== after[t])
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return { lost: gone, faults: faults.length, otherwise, entries }
}
