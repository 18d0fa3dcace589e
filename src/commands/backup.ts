import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { readConfig } from '../config.ts'
import { openAsIs } from '../store/connection.ts'
import { restoreCopy } from '../store/copy/restore.ts'
import { writeCopy } from '../store/copy/write.ts'
import { keepList, listBeside, readList } from '../store/rights/disposal-list.ts'
import type { Tables } from '../store/tables.ts'
import { BadArguments, type Command } from './arguments.ts'
import { againstList } from './disposals.ts'
import { progress } from './progress.ts'
import { faultLine } from './rebuild.ts'

const taken = (began: number) => `${((Date.now() - began) / 1000).toFixed(1)} s`

export const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  says: 'Copies the whole database into one file, as it stood in one moment, while people work. Keep it as safe as the record.',
  flags: {},
  run: async (given, env) => {
    const [file, ...more] = given.words
    if (!file || more.length > 0) throw new BadArguments('Say into which file.', backup)
    const began = Date.now()
    const store = await openAsIs(readConfig(env).database)
    try {
      const made = new Date(began).toISOString()
      const { rows, sha256 } = await writeCopy(store.db, resolve(file), made, progress('Rows copied'))
      console.log(
        `${file} holds ${rows.entry ?? 0} entries of ${rows.subject ?? 0} files and ${rows.access_log ?? 0} lines of the log, as they were at ${made} (${taken(began)}). Its checksum: ${sha256}`,
      )
      const list = await keepList(store.db, listBeside(resolve(file)))
      if (list.length > 0)
        console.log(`Beside it disposals.jsonl, by which a copy from before a disposal is known: keep both.`)
      return 0
    } finally {
      await store.close()
    }
  },
}

/**
 * What was disposed of after the copy was made is in it still: said, and done again where that is asked.
 * @returns the exit code: the copy is in; 1 where something stands in it still that was to go
 */
async function disposedSince(db: Kysely<Tables>, list: string, carryOut: boolean): Promise<number> {
  if (!existsSync(list)) {
    console.log(
      `There is no list of disposals beside it (${basename(list)}): whether files in it were disposed of since, nobody can tell.`,
    )
    return 0
  }
  const left = await againstList(db, readList(list), carryOut)
  if (left > 0 && !carryOut)
    console.error(
      `Before anybody works with it, dispose of them again: golden-thread disposals ${list} --dispose-again`,
    )
  return left > 0 && carryOut ? 1 : 0
}

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE [--dispose-again] [--folded-otherwise] [--with-faults]',
  says: 'Brings a copy into an empty database, and verifies it. All of it comes in, or nothing.',
  flags: { 'dispose-again': 'switch', 'folded-otherwise': 'switch', 'with-faults': 'switch' },
  run: async (given, env) => {
    const [file, ...more] = given.words
    if (!file || more.length > 0) throw new BadArguments('Say which file.', restore)
    const began = Date.now()
    const store = await openAsIs(readConfig(env).database)
    try {
      const { head, entries, lines, faults } = await restoreCopy(
        store.db,
        resolve(file),
        {
          foldedOtherwise: given.flags['folded-otherwise'] === true,
          faults: given.flags['with-faults'] === true,
        },
        progress,
      )
      for (const f of faults) console.error(faultLine(f))
      const holds = faults.length === 0 ? 'Every chain holds' : `${faults.length} faults came with it`
      console.log(
        `${file}, made at ${head.made}, is in (${taken(began)}). ${holds}: ${entries} entries, ${lines} lines of the log. Everybody signs in again.`,
      )
      return await disposedSince(store.db, listBeside(resolve(file)), given.flags['dispose-again'] === true)
    } finally {
      await store.close()
    }
  },
}
