import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { openAsIs } from '../store/connection.ts'
import { readExport } from '../store/export/read.ts'
import { writeExport } from '../store/export/write.ts'
import { BadArguments, type Command } from './arguments.ts'
import { progress } from './progress.ts'

const taken = (began: number) => `${((Date.now() - began) / 1000).toFixed(1)} s`

export const exportAll: Command = {
  name: 'export',
  usage: 'export FOLDER',
  says: 'Writes the whole system into a folder in open formats: tables as JSON Lines, documents as files, a dictionary, a manifest.',
  flags: {},
  run: async (given, env) => {
    const [folder, ...more] = given.words
    if (!folder || more.length > 0) throw new BadArguments('Say into which folder.', exportAll)
    const began = Date.now()
    const store = await openAsIs(readConfig(env).database)
    try {
      const made = new Date(began).toISOString()
      const { tables, documents } = await writeExport(store.db, resolve(folder), made, progress('Rows'))
      const rows = tables.reduce((sum, t) => sum + t.rows, 0)
      console.log(
        `${folder} holds ${rows} rows of ${tables.length} tables and ${documents.files} documents, as they were at ${made} (${taken(began)}). Nothing in it is locked: keep it as safe as the record.`,
      )
      return 0
    } finally {
      await store.close()
    }
  },
}

export const importAll: Command = {
  name: 'import-all',
  usage: 'import-all FOLDER',
  says: 'Brings an export into an empty database, and verifies it. All of it comes in, or nothing.',
  flags: {},
  run: async (given, env) => {
    const [folder, ...more] = given.words
    if (!folder || more.length > 0) throw new BadArguments('Say which folder.', importAll)
    const began = Date.now()
    const store = await openAsIs(readConfig(env).database)
    try {
      const { head, entries, lines } = await readExport(store.db, resolve(folder), tmpdir(), progress)
      console.log(
        `${folder}, made at ${head.made}, is in (${taken(began)}). Every chain holds: ${entries} entries, ${lines} lines of the log. Let people in with golden-thread staff: passwords did not come along.`,
      )
      return 0
    } finally {
      await store.close()
    }
  },
}
