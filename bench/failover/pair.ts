import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { baseBackup, sqlAt } from '../lasting/base-backup.ts'
import { asOwner, type Cluster, cluster } from '../lasting/cluster.ts'

/** Settings of whichever is first: a commit is answered when the other has it on its disk too. */
export const PAIR = {
  wal_level: 'replica',
  wal_keep_size: '512MB',
  max_wal_senders: '4',
  hot_standby: 'on',
} as const

/** Makes a standby of a server that works, and has every commit wait for it from now on. */
export async function standbyOf(home: string, primary: Cluster, name: string): Promise<Cluster> {
  const data = join(home, name)
  await baseBackup(primary, data)
  writeFileSync(join(data, 'standby.signal'), '')
  asOwner('chown', ['-R', `--reference=${primary.data}`, data], true)
  const standby = await cluster(home, name, {
    init: false,
    settings: {
      ...PAIR,
      primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres application_name=${name}`,
    },
  })
  await standby.start()
  await sqlAt(primary.url, `alter system set synchronous_standby_names = '${name}'`)
  await sqlAt(primary.url, 'select pg_reload_conf()')
  for (let tries = 0; ; tries += 1) {
    const rows = await sqlAt(primary.url, `select 1 from pg_stat_replication where sync_state = 'sync'`)
    if (rows.length > 0) return standby
    if (tries > 300) throw new Error(`The standby did not join:\n${standby.said().slice(-2000)}`)
    await wait(100)
  }
}

/** Makes the standby the one that takes writing. */
export async function promote(standby: Cluster): Promise<void> {
  // What it has from its first server, that commits wait for a standby, it has no longer.
  await sqlAt(standby.url, 'select pg_promote(true, 60)')
  await sqlAt(standby.url, 'alter system reset synchronous_standby_names')
  await sqlAt(standby.url, 'select pg_reload_conf()')
}
