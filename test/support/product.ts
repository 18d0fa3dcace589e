import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    /** Seconds from the command to the address, on an empty folder. */
    firstStart: number
  }
}

/**
 * Starts the product as README says, on an empty folder, for the browser journeys: the demonstration, its seed and all.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-journeys-'))
  const { DATABASE_URL: _server, ...env } = process.env
  const began = Date.now()
  const product: ChildProcess = spawn(process.execPath, ['bin/golden-thread.mjs', 'start', '--demo'], {
    env: { ...env, GOLDEN_THREAD_DATA: folder, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Golden Thread is at (http:\/\/\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    product.stdout?.on('data', hear)
    product.stderr?.on('data', hear)
    product.once('exit', code => reject(new Error(`The product stopped with ${code}:\n${said}`)))
  })
  project.provide('address', address)
  project.provide('firstStart', (Date.now() - began) / 1000)
  return async () => {
    product.removeAllListeners('exit')
    const gone = new Promise(resolve => product.once('exit', resolve))
    product.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
}
