import { type Config, readConfig } from '../config.ts'
import { type Rebuilt, rebuildBeside } from '../store/beside/rebuild-beside.ts'
import { rebuild as rebuildAll } from '../store/rebuild.ts'
import { type Fault, verify as verifyAll } from '../store/verify.ts'
import { openWorld, type World } from '../world.ts'
import type { Command } from './arguments.ts'
import { progress } from './progress.ts'

/** Where a chain is broken, and how, in a line. */
export const faultLine = (f: Fault): string => `${f.subject}, ${f.seq}: ${f.what}`

/** A server's tables are made beside, so that people go on; elsewhere they are emptied and filled. */
async function foldAgain(world: World, database: Config['database']): Promise<Rebuilt> {
  if ('url' in database) {
    const made = await rebuildBeside(database.url, {
      files: progress('Files'),
      indexes: progress('Keys and indexes'),
      waits: () => console.error('The tables are in use, and are asked for again.'),
    })
    if ('files' in made) return made
    console.error(
      `The tables can’t be made anew beside those that are read: ${made.hindrance}. They are emptied and filled instead, which takes several times as long; whoever writes meanwhile waits.`,
    )
  }
  return await world.store.db.transaction().execute(tx => rebuildAll(tx, progress('Files')))
}

export const rebuild: Command = {
  name: 'rebuild',
  usage: 'rebuild',
  says: 'Makes everything that is folded from the entries anew.',
  flags: {},
  run: async (_given, env) => {
    const config = readConfig(env)
    const world = await openWorld(config)
    try {
      const began = Date.now()
      const { files, entries } = await foldAgain(world, config.database)
      const seconds = (Date.now() - began) / 1000
      console.log(
        `Folded ${entries} entries of ${files} files in ${seconds.toFixed(1)} s (${Math.round(entries / seconds)} entries a second).`,
      )
      return 0
    } finally {
      await world.store.close()
    }
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
