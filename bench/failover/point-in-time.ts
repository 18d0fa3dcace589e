import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/connection.ts'
import { verify } from '../../src/store/verify.ts'
import { baseBackup, sqlAt } from '../lasting/base-backup.ts'
import { asOwner, cluster } from '../lasting/cluster.ts'
import { command, start } from '../lasting/product.ts'
import { type Acknowledged, makeWriters, writing } from '../lasting/writers.ts'

const seconds = (from: number) => `${((Date.now() - from) / 1000).toFixed(1)} s`

/**
 * Brings a server back to a moment: a base copy, and every log file since, read up to then. People write before and
 * after that moment; what they wrote before is there, what they wrote after is not, and every chain holds.
 */
export async function pointInTime(
  home: string,
  port: number,
  childrenIn: (url: string) => Promise<readonly string[]>,
) {
  const archive = join(home, 'archive')
  mkdirSync(archive)
  const live = await cluster(home, 'live', {
    settings: {
      wal_level: 'replica',
      archive_mode: 'on',
      archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`,
    },
  })
  asOwner('chown', [`--reference=${live.data}`, archive], true)
  await live.start()
  const env = { DATABASE_URL: live.url }
  await command(env, 'seed', '--profile', 'small')
  await baseBackup(live, join(home, 'base'))
  const product = await start(env, port)
  const writers = await makeWriters(product.address, await childrenIn(live.url), 4)
  const before: Acknowledged = new Map()
  let stop = writing(product.address, writers, before)
  await wait(5000)
  await stop()
  for (const w of writers) w.waiting = null
  await wait(500)
  const [moment] = await sqlAt(live.url, 'select now()::text as at')
  await wait(500)
  const after: Acknowledged = new Map()
  stop = writing(product.address, writers, after)
  await wait(3000)
  await stop()
  await product.stop()
  await sqlAt(live.url, 'select pg_switch_wal()')
  await wait(2000)
  await live.crash()

  const from = Date.now()
  const data = join(home, 'base')
  writeFileSync(join(data, 'recovery.signal'), '')
  asOwner('chown', ['-R', `--reference=${archive}`, data], true)
  const back = await cluster(home, 'base', {
    init: false,
    settings: {
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_time: String(moment?.at),
      recovery_target_action: 'promote',
    },
  })
  await back.start()
  for (;;) {
    const [state] = await sqlAt(back.url, 'select pg_is_in_recovery() as recovering')
    if (state?.recovering === false) break
    await wait(100)
  }
  const took = seconds(from)
  const store = await openStore({ url: back.url })
  const rows = await store.db.selectFrom('entry').select('id').execute()
  const held = new Set(rows.map(r => r.id))
  const { faults } = await verify(store.db)
  await store.close()
  await back.stop()
  const lost = [...before.keys()].filter(id => !held.has(id)).length
  const later = [...after.keys()].filter(id => held.has(id)).length
  console.log(
    `Back to a moment: ${before.size} acknowledged before it, ${lost} of them missing; ${after.size} after it, ${later} of them there; ${faults.length} broken links; back in ${took}.`,
  )
  return lost + later + faults.length
}
