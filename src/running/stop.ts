const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof SIGNALS

/** What a process is told by; a test gives another. */
export interface Told {
  on(signal: Signal, hear: () => void): unknown
  exit(code: number): void
}

/** Milliseconds in which a second signal is the first one again: a terminal and a program that passes it on both send it. */
const ECHO = 700

/**
 * Waits until the process is told to stop. Told again, it ends at once, with the code that says by which signal.
 */
export function untilStopped(told: Told = process, echo = ECHO): Promise<Signal> {
  return new Promise(resolve => {
    let first: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      told.on(signal, () => {
        if (first === null) {
          first = Date.now()
          resolve(signal)
        } else if (Date.now() - first > echo) told.exit(SIGNALS[signal])
      })
  })
}

/**
 * Stops in order, one step after the other, and all together within a bound.
 * @param seconds how long all of it may take
 * @returns false where the bound was reached before the end
 */
export async function stopWithin(
  seconds: number,
  steps: readonly (() => Promise<unknown>)[],
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const bound = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), seconds * 1000)
  })
  const all = (async (): Promise<true> => {
    for (const step of steps) await step()
    return true
  })()
  return await Promise.race([all, bound]).finally(() => clearTimeout(timer))
}

/** A server of pages, as far as stopping needs it. */
export interface Closing {
  close(): PromiseLike<unknown>
  readonly server: { closeIdleConnections(): void }
}

/** Milliseconds between two looks for connections that have become idle. */
const LOOK = 50

/**
 * Takes no more requests, and waits for those under way. A connection that a proxy keeps for the next request becomes idle
 * with its answer, and would be waited for as long as the proxy keeps it.
 */
export async function closeServer(app: Closing): Promise<void> {
  const looking = setInterval(() => app.server.closeIdleConnections(), LOOK)
  try {
    await app.close()
  } finally {
    clearInterval(looking)
  }
}
