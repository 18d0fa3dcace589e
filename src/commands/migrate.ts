import { readConfig } from '../config.ts'
import { openStore } from '../store/connection.ts'
import type { Command } from './arguments.ts'

export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate',
  says: 'Brings the database up to this version, as every start does: for a login that owns the tables, where the product’s own does not.',
  flags: {},
  run: async (_given, env) => {
    const began = Date.now()
    const store = await openStore(readConfig(env).database, {
      onWait: () => console.error('The tables are in use. They are asked for again.'),
    })
    await store.close()
    console.log(`The database is of this version (${((Date.now() - began) / 1000).toFixed(1)} s).`)
    return 0
  },
}
