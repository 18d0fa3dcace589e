import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { openAsIs } from '../store/connection.ts'
import { restoreCopy } from '../store/copy/restore.ts'
import { writeCopy } from '../store/copy/write.ts'
import { BadArguments, type Command } from './arguments.ts'
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
      return 0
    } finally {
      await store.close()
    }
  },
}

export const restore: Command = {
  name: 'restore',
  usage: 'restore FILE [--folded-otherwise] [--with-faults]',
  says: 'Brings a copy into an empty database, and verifies it. All of it comes in, or nothing.',
  flags: { 'folded-otherwise': 'switch', 'with-faults': 'switch' },
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
      return 0
    } finally {
      await store.close()
    }
  },
}
