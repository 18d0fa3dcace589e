import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startKept } from './server.ts'

const bin = fileURLToPath(new URL('../../bin/golden-thread.mjs', import.meta.url))

/**
 * The authority of a server in an embedded database, where it does not stand yet: by a backup and its restoring, as anybody
 * would move it.
 * @param home where the server's authority stands
 * @returns the folder of the embedded database
 */
export async function intoEmbedded(home: string, port: number): Promise<string> {
  const folder = join(home, 'embedded')
  if (existsSync(folder)) return folder
  const making = `${folder}-making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  const copy = join(home, 'copy.gz')
  rmSync(copy, { force: true })
  const run = (args: readonly string[], env: Record<string, string>) => {
    const { DATABASE_URL: _, ...rest } = process.env
    execFileSync(process.execPath, [bin, ...args], { env: { ...rest, ...env }, stdio: 'inherit' })
  }
  const began = performance.now()
  const server = await startKept(home, port, 'serving')
  try {
    run(['backup', copy], { DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
  const copied = performance.now()
  run(['restore', copy], { GOLDEN_THREAD_DATA: making })
  rmSync(copy)
  renameSync(making, folder)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0)
  console.log(
    `Into an embedded database: copied in ${seconds(began, copied)} s, restored in ${seconds(copied, performance.now())} s.`,
  )
  return folder
}
