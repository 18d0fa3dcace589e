import { readConfig } from '../config.ts'
import { rebuild as rebuildAll } from '../store/rebuild.ts'
import { type Fault, verify as verifyAll } from '../store/verify.ts'
import { openWorld } from '../world.ts'
import type { Command } from './arguments.ts'
import { progress } from './progress.ts'

/** Where a chain is broken, and how, in a line. */
export const faultLine = (f: Fault): string => `${f.subject}, ${f.seq}: ${f.what}`

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
  says: 'Walks every chain, of files and of the log, and says where anything was changed, moved or taken out.',
  flags: {},
  run: async (_given, env) => {
    const world = await openWorld(readConfig(env))
    const { entries, lines, faults } = await verifyAll(world.store.db, progress('Entries'))
    await world.store.close()
    for (const f of faults) console.error(faultLine(f))
    console.log(
      faults.length === 0
        ? `Every chain holds: ${entries} entries, ${lines} lines of the log.`
        : `${faults.length} faults in ${entries} entries and ${lines} lines of the log.`,
    )
    return faults.length === 0 ? 0 : 1
  },
}
