import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { asOwner, type Cluster } from './cluster.ts'

/** Asks a server one thing. */
export async function sqlAt(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/**
 * Copies a server’s folder while it works, as PostgreSQL’s manual says for copies without its own program (25.3.4):
 * what was written meanwhile comes from its log.
 */
export async function baseBackup(from: Cluster, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: from.url })
  await client.connect()
  await client.query(`select pg_backup_start('bench', true)`)
  asOwner('cp', ['-a', from.data, to])
  const { rows } = await client.query('select labelfile from pg_backup_stop(false)')
  await client.end()
  for (const name of ['postmaster.pid', 'postmaster.opts', 'standby.signal', 'recovery.signal'])
    rmSync(join(to, name), { force: true })
  rmSync(join(to, 'pg_wal'), { recursive: true, force: true })
  mkdirSync(join(to, 'pg_wal', 'archive_status'), { recursive: true })
  writeFileSync(join(to, 'backup_label'), String(rows[0]?.labelfile))
  asOwner('chown', ['-R', `--reference=${from.data}`, to], true)
}
