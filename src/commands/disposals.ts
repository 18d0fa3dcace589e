import { resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { readConfig } from '../config.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { openAsIs } from '../store/connection.ts'
import { keepList, type Listed, readList } from '../store/rights/disposal-list.ts'
import { disposeAgain, NotAgain, toDisposeAgain } from '../store/rights/dispose-again.ts'
import type { Tables } from '../store/tables.ts'
import { BadArguments, type Command } from './arguments.ts'

const files = (n: number): string => (n === 1 ? '1 file' : `${n} files`)

/**
 * Says which files stand in a database that were disposed of already, and disposes of them again where that is asked.
 * @returns how many stand in it still
 */
export async function againstList(
  db: Kysely<Tables>,
  list: readonly Listed[],
  carryOut: boolean,
): Promise<number> {
  let left = 0
  for (const { listed, files: n } of await toDisposeAgain(db, list)) {
    const what = `${listed.code}, disposed of on ${listed.at.slice(0, 10)}`
    if (!carryOut) {
      left += 1
      console.error(`${what}, stands here again: ${files(n)}.`)
      continue
    }
    const now = new Date().toISOString() as Instant
    try {
      await db.transaction().execute(tx => disposeAgain(tx, listed, now))
      console.log(`${what}: ${files(n)} disposed of again.`)
    } catch (error) {
      if (!(error instanceof NotAgain)) throw error
      left += 1
      console.error(`${what}, stands here still: ${error.message}`)
    }
  }
  return left
}

export const disposals: Command = {
  name: 'disposals',
  usage: 'disposals LIST [--dispose-again]',
  says: 'Keeps a list of what was disposed of (ids and hashes, no names) apart from the database, beside its backups; or disposes again of what an older copy brought back.',
  flags: { 'dispose-again': 'switch' },
  run: async (given, env) => {
    const [name, ...more] = given.words
    if (!name || more.length > 0) throw new BadArguments('Say which list.', disposals)
    const again = given.flags['dispose-again'] === true
    const store = await openAsIs(readConfig(env).database)
    try {
      const list = again ? readList(resolve(name)) : await keepList(store.db, resolve(name))
      const left = await againstList(store.db, list, again)
      console.log(`${name} lists ${list.length === 1 ? '1 disposal' : `${list.length} disposals`}.`)
      if (left > 0 && !again)
        console.error(`Dispose of them again: golden-thread disposals ${name} --dispose-again`)
      return left > 0 ? 1 : 0
    } finally {
      await store.close()
    }
  },
}
