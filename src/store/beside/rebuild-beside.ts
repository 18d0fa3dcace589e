import { sql } from 'kysely'
import type pg from 'pg'
import { type Db, ownConnection, rawSql } from '../connection.ts'
import { foldedAgain } from '../fold-again.ts'
import { allFiguresChanged } from '../indicators/kept/change.ts'
import { overOne } from '../one-connection.ts'
import { projected } from '../projected.ts'
import { foldJoined } from '../rebuild.ts'
import { dropSchema, hasSchema, makeSchema } from '../returns/ssd/schema.ts'
import { ServerAway } from '../server-away.ts'
import { catchUp } from './changed.ts'
import { BESIDE, type Definitions, hindrance, readDefinitions, takePlace } from './definitions.ts'
import { foldAll } from './fold.ts'
import type { AsFolded, Told } from './fold-worker.ts'
import { holdAll, type Patience } from './hold.ts'

/** What is told while it goes on, and after. */
export interface Telling {
  /** Files folded so far. */
  readonly files?: (done: number) => void
  /** Keys and indexes made, of how many. */
  readonly indexes?: (done: number, total: number) => void
  /** The tables were in use, and are asked for again. */
  readonly waits?: () => void
}

export interface Rebuilt {
  readonly files: number
  readonly entries: number
}

/** What the server lists the connection under. */
export const NAME = 'golden-thread rebuild'

/** Room to sort a large table’s keys in, where the server has less set aside. */
const SORTING = `select set_config('maintenance_work_mem', '256MB', true)
  where pg_size_bytes(current_setting('maintenance_work_mem')) < pg_size_bytes('256MB')`

/** Rounds of catching up while people write; what came after the last is folded while they wait. */
const ROUNDS = 5
const FEW = 20

/** How its threads come to the server. */
type By = Pick<Told, 'url' | 'owner'>

async function fill(client: pg.ClientBase, tx: Db, made: Definitions, by: By, telling: Telling) {
  await rawSql(tx, `create schema ${BESIDE}`)
  for (const s of made.make) await rawSql(tx, s)
  // From here on every name of a folded table means the one beside.
  await sql`set local search_path to ${sql.id(BESIDE)}, ${sql.id(made.home)}`.execute(tx)
  const told = { ...by, name: NAME, without: await foldJoined(tx) }
  const folded = new Map(await foldAll(client, tx, told, telling.files ?? (() => {})))
  for (const [i, s] of made.index.entries()) {
    await rawSql(tx, s)
    telling.indexes?.(i + 1, made.index.length)
  }
  for (const t of projected) await sql`analyze ${sql.id(t)}`.execute(tx)
  for (let round = 0; round < ROUNDS; round += 1) if ((await catchUp(tx, folded)) < FEW) break
  return folded
}

async function inOneTransaction(
  url: string,
  client: pg.ClientBase,
  tx: Db,
  telling: Telling,
  patience?: Patience,
): Promise<{ made: Definitions; folded: ReadonlyMap<string, AsFolded> }> {
  // Neither a step of a new version nor another of these at the same time.
  await rawSql(tx, "select pg_advisory_xact_lock(hashtextextended('golden_thread_migration', 0))")
  const { owner, ...made } = await readDefinitions(tx)
  await sql`select set_config('role', ${owner}, true)`.execute(tx)
  await rawSql(tx, SORTING)
  await rawSql(tx, 'set local jit = off')
  const folded = await fill(client, tx, made, { url, owner }, telling)
  await holdAll(tx, made.home, telling.waits, patience)
  await catchUp(tx, folded)
  const views = await hasSchema(tx)
  if (views) await dropSchema(tx)
  await takePlace(tx, made)
  // What was counted from the tables of before is counted from the new ones.
  await allFiguresChanged(tx)
  await foldedAgain(tx)
  if (views) await makeSchema(tx)
  return { made, folded }
}

/**
 * Folds every file of a server’s database again into tables beside those that people read, which then take their place: all
 * in one transaction, so that whatever fails leaves all as it was. People go on working; only while the tables change
 * places, a moment, they wait. What they wrote meanwhile is folded too.
 * @returns how many files and entries; or why it can’t be done so (see `hindrance`), and then nothing was done
 * @throws CannotRebuild where the tables stay in use
 */
export async function rebuildBeside(
  url: string,
  telling: Telling = {},
  patience?: Patience,
): Promise<Rebuilt | { readonly hindrance: string }> {
  const client = ownConnection(url, NAME)
  // What was lost is told by the statement that was running.
  client.on('error', () => {})
  await client.connect().catch(error => {
    throw new ServerAway(error)
  })
  const db = overOne(client)
  try {
    const why = await hindrance(db)
    if (why !== null) return { hindrance: why }
    const { made, folded } = await db
      .transaction()
      .execute(tx => inOneTransaction(url, client, tx, telling, patience))
    for (const s of made.check) await rawSql(db, s)
    let entries = 0
    for (const f of folded.values()) entries += f.n
    return { files: folded.size, entries }
  } finally {
    await db.destroy()
  }
}
