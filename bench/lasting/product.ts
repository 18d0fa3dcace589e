import { type ChildProcess, spawn } from 'node:child_process'

type Env = Readonly<Record<string, string>>

const around = (env: Env) => {
  const { DATABASE_URL: _url, GOLDEN_THREAD_DATA: _data, ...rest } = process.env
  return { ...rest, ...env, HOST: '127.0.0.1' }
}

/** Runs a command of the product to its end. @throws what it said, where it failed */
export async function command(env: Env, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['bin/golden-thread.mjs', ...args], {
    env: around(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const out of [child.stdout, child.stderr])
    out.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise(resolve => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} stopped with ${code}: ${said}`)
  return said
}

export interface Running {
  readonly address: string
  /** kill -9. */
  crash(): Promise<void>
  stop(): Promise<void>
  said(): string
  readonly alive: () => boolean
}

/** Starts the product, as README says it, and waits for its address. */
export async function start(env: Env, port: number): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, ['bin/golden-thread.mjs', 'start', '--demo'], {
    env: around({ ...env, PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Golden Thread is at (http:\/\/\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', code => reject(new Error(`The product stopped with ${code}:\n${said}`)))
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    child.kill(signal)
    await ended
  }
  process.once('exit', () => void child.kill('SIGKILL'))
  return {
    address,
    crash: end('SIGKILL'),
    stop: end('SIGTERM'),
    said: () => said,
    alive: () => child.exitCode === null && child.signalCode === null,
  }
}
