import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Somebody else has the data folder open. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is already in use by process ${pid}. Stop that one first, or set GOLDEN_THREAD_DATA to another folder. Two processes on one embedded folder would lose what is written.`,
    )
    this.name = 'FolderInUse'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The folders this process holds. */
const held = new Set<string>()

/**
 * Takes a data folder for this process: the embedded database has no lock of its own. A lock left by a process that
 * died is taken over.
 * @returns gives the folder back
 * @throws FolderInUse where a living process holds it
 */
export function takeLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'in-use')
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, String(process.pid))
      closeSync(handle)
      held.add(file)
      return () => {
        held.delete(file)
        rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number(readFileSync(file, 'utf8'))
      // Our own number in a file we did not write is left over from a machine that restarted, unless we hold it now.
      if (Number.isInteger(pid) && pid > 0 && (held.has(file) || (pid !== process.pid && isAlive(pid))))
        throw new FolderInUse(folder, pid)
      rmSync(file, { force: true })
    }
  }
  throw new FolderInUse(folder, 0)
}
