/** Work done again and again beside the pages, until it is stopped. */
export interface Job {
  /** Ends it, once what is under way is done. */
  stop(): Promise<void>
}

/**
 * Does some work, waits, and does it again: never twice at once. A fault is said, and the work goes on.
 * @param seconds how long it waits between
 */
export function every(seconds: number, name: string, work: () => Promise<unknown>): Job {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      console.error(`${name} failed, and will be tried again:`, error)
    }
    if (!stopped)
      timer = setTimeout(() => {
        running = once()
      }, seconds * 1000)
  }
  let running = once()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
