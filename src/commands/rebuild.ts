import { readConfig } from '../config.ts'
import { rebuild as rebuildAll, verify as verifyAll } from '../store/rebuild.ts'
import { openWorld } from '../world.ts'
import type { Command } from './arguments.ts'
import { progress } from './progress.ts'

export const rebuild: Command = {
  name: 'rebuild',
  usage: 'rebuild',
  says: 'Drops everything that is folded from the entries, and folds it again.',
  flags: {},
  run: async (_given, env) => {
    const world = await openWorld(readConfig(env))
    const began = Date.now()
    const { files, entries } = await world.store.db
      .transaction()
      .execute(tx => rebuildAll(tx, progress('Files')))
    await world.store.close()
    const seconds = (Date.now() - began) / 1000
    console.log(
      `Folded ${entries} entries of ${files} files in ${seconds.toFixed(1)} s (${Math.round(entries / seconds)} entries a second).`,
    )
    return 0
  },
}

export const verify: Command = {
  name: 'verify',
  usage: 'verify',
  says: 'Walks every file’s chain, and says where an entry was changed or taken out.',
  flags: {},
  run: async (_given, env) => {
    const world = await openWorld(readConfig(env))
    const { entries, faults } = await verifyAll(world.store.db, progress('Files'))
    await world.store.close()
    for (const f of faults) console.error(`${f.subject}, entry ${f.seq}: ${f.what}`)
    console.log(
      faults.length === 0
        ? `Every chain holds: ${entries} entries.`
        : `${faults.length} faults in ${entries} entries.`,
    )
    return faults.length === 0 ? 0 : 1
  },
}
