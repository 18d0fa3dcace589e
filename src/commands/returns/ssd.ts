import { resolve } from 'node:path'
import { readConfig } from '../../config.ts'
import { withoutSource } from '../../domain/returns/ssd/model.ts'
import { writeLog } from '../../store/log.ts'
import { writeDataset } from '../../store/returns/ssd/folder.ts'
import { makeSchemaAsOwner } from '../../store/returns/ssd/schema.ts'
import { openWorld } from '../../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from '../arguments.ts'

/**
 * `returns write ssd`: the Standard Safeguarding Dataset, as views in the database (`--schema`), as a folder of CSV files
 * (`--out FOLDER`), or both. Every child is in it, restricted files too: it is to be kept as safe as the record.
 */
export async function writeSsd(
  given: Arguments,
  command: Command,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const out = flagText(given, 'out')
  const schema = given.flags.schema === true
  if (!out && !schema)
    throw new BadArguments('Say where it goes: --out FOLDER for files, --schema for views.', command)
  const world = await openWorld(readConfig(env))
  try {
    if (schema) {
      await makeSchemaAsOwner(world.store.db)
      console.log(
        'The schema ssd is made. Let people read it, and nothing else, by: grant golden_thread_analyst to …;',
      )
    }
    if (out) {
      const counts = await writeDataset(world.store.db, resolve(out))
      const rows = [...counts.values()].reduce((a, b) => a + b, 0)
      console.log(`${counts.size} files: ${counts.get('ssd_person') ?? 0} children, ${rows} rows.`)
    }
    console.log(`${withoutSource().length} fields are always blank: the record has no such fact.`)
    await writeLog(world.store.db, {
      at: world.now(),
      viewer: null,
      action: 'returns',
      subject: null,
      page: 'the Standard Safeguarding Dataset',
      allowed: true,
      because: 'written at the command line',
      detail: { schema, files: out !== undefined },
    })
    return 0
  } finally {
    await world.store.close()
  }
}
