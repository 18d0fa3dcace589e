/** Whether this process can take work, and if not, why: in words that say what to look at, and name nobody. */
export type Readiness =
  | { readonly ready: true; readonly says: string }
  | { readonly ready: false; readonly says: string }

/** What is asked of the database; it throws where it does not answer. */
export interface Asked {
  readonly missing: number
  readonly ahead: number
  readonly readOnly: boolean
}

export interface Asking {
  database(): Promise<Asked>
  /** Bytes free where the embedded database lies; null where a server keeps the data. */
  disk(): Promise<number | null>
  stopping(): boolean
}

/** Bytes below which the embedded database is not written to any more: a full disk may break it. */
export const LEAST_FREE = 256 * 1024 * 1024
/** Milliseconds that the database may take, and for which an answer is given again without asking. */
const PATIENCE = 3000
const KEPT = 1000

const not = (says: string): Readiness => ({ ready: false, says })

/** Waits no longer than that. The wait that is given up is not counted as a fault of anybody. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long.')), ms)
  })
  work.catch(() => {})
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function ask(asking: Asking, patience: number): Promise<Readiness> {
  if (asking.stopping()) return not('This process is stopping.')
  const free = await asking.disk().catch(() => null)
  if (free !== null && free < LEAST_FREE)
    return not(
      `The disk of the data folder is almost full: ${Math.floor(free / 1024 / 1024)} MB are free. Make room.`,
    )
  try {
    const { missing, ahead, readOnly } = await within(patience, asking.database())
    if (missing > 0)
      return not(
        'The database is of an older version than this product. Restart it, or run golden-thread migrate.',
      )
    if (readOnly) return not('The database takes nothing: it is a standby, or set to read only.')
    return {
      ready: true,
      says: ahead > 0 ? 'Ready. The database is of a newer version: bring this product up to it.' : 'Ready.',
    }
  } catch {
    return not(
      `The database did not answer within ${patience / 1000} seconds. Look whether it runs, and is reached.`,
    )
  }
}

/** Asks at most once a second, however often it is asked itself: anybody who reaches the port may ask. */
export function readiness(asking: Asking, patience = PATIENCE): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answer: Promise<Readiness> } | null = null
  return async () => {
    if (asking.stopping()) return await ask(asking, patience)
    if (asked === null || Date.now() - asked.at > KEPT)
      asked = { at: Date.now(), answer: ask(asking, patience) }
    return await asked.answer
  }
}
