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

/**
 * When a process began, in the kernel's own count; undefined where it is gone or dying, or the system does not tell.
 * Numbers of processes are used again after a restart: the number and the beginning together are not.
 */
function beganAt(pid: number): string | undefined {
  try {
    // proc(5): after the name, which ends at the last bracket, comes the state, and 19 fields on the beginning.
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return state === 'Z' || state === 'X' ? undefined : rest[18]
  } catch {
    return undefined
  }
}

function isAlive(pid: number, began: string | undefined): boolean {
  if (began !== undefined) return beganAt(pid) === began
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
      writeSync(handle, [process.pid, beganAt(process.pid)].join(' ').trim())
      closeSync(handle)
      held.add(file)
      return () => {
        held.delete(file)
        rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const [number = '', began] = readFileSync(file, 'utf8').trim().split(' ')
      const pid = Number(number)
      // Our own number in a file we did not write is left over from a machine that restarted, unless we hold it now.
      if (
        Number.isInteger(pid) &&
        pid > 0 &&
        (held.has(file) || (pid !== process.pid && isAlive(pid, began)))
      )
        throw new FolderInUse(folder, pid)
      rmSync(file, { force: true })
    }
  }
  throw new FolderInUse(folder, 0)
}
