import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Load } from './load.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export interface Time {
  readonly name: string
  readonly status: number
  readonly ms: number
}

export interface Serving {
  readonly pid: number
  /** Asks, and tells what the server took. */
  ask(
    load: Omit<Load, 'port'>,
  ): Promise<{ readonly times: readonly Time[]; readonly others: readonly unknown[] }>
  stop(): Promise<void>
}

const readTimes = (file: string): readonly Time[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [name = '', status, ms] = line.split('\t')
      return { name, status: Number(status), ms: Number(ms) }
    })

/** Starts the product as anybody does, on a database, and waits until it answers. */
export async function startProduct(
  env: Readonly<Record<string, string>>,
  port: number,
  folder: string,
): Promise<Serving> {
  const times = join(folder, 'times')
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', here('timing.mjs'), join(project, 'bin', 'golden-thread.mjs'), 'start', '--demo'],
    {
      env: { ...process.env, ...env, PORT: String(port), BENCH_TIMES: times },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  process.once('exit', () => child.kill('SIGTERM'))
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Golden Thread is at') && resolve())
    child.once('exit', code => reject(new Error(`The product ended with ${code}.`)))
  })
  const ask: Serving['ask'] = async load => {
    const before = readTimes(times).length
    const file = join(folder, 'load.json')
    writeFileSync(file, JSON.stringify({ ...load, port }))
    const said = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [here('load.ts'), file], { maxBuffer: 1e8 }, (error, out) =>
        error ? reject(error) : resolve(out),
      )
    })
    await new Promise(resolve => setTimeout(resolve, 200))
    return { times: readTimes(times).slice(before), others: JSON.parse(said) }
  }
  return {
    pid: child.pid ?? 0,
    ask,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
