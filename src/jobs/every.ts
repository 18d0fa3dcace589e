import { factsOf } from '../running/error-facts.ts'
import type { Say } from '../running/say.ts'

/** Work done again and again beside the pages. */
export interface Work {
  /** As metrics name it. */
  readonly name: string
  /** As it is said. */
  readonly title: string
  /** Seconds that it waits between. */
  readonly seconds: number
  /** Seconds after which it is held to be stuck, and said to be. */
  readonly patience: number
  /** @returns 'elsewhere' where another process is at it */
  run(): Promise<unknown>
}

/** How a job stands. Moments are milliseconds since 1970, null where there was none. */
export interface JobState {
  readonly since: number | null
  readonly done: number | null
  readonly runs: number
  readonly failures: number
  readonly elsewhere: number
  readonly stuck: boolean
}

/** Work that goes on, until it is stopped. */
export interface Job {
  readonly name: string
  state(): JobState
  /** Ends it, once what is under way is done. */
  stop(): Promise<void>
}

/**
 * Does some work, waits, and does it again: never twice at once. A fault is said, and the work goes on; work that takes
 * too long is said to, and left to go on.
 */
export function every(work: Work, say: Say): Job {
  const { name, title, seconds, patience } = work
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let state: JobState = { since: null, done: null, runs: 0, failures: 0, elsewhere: 0, stuck: false }
  const once = async (): Promise<void> => {
    state = { ...state, since: Date.now(), runs: state.runs + 1 }
    const late = setTimeout(() => {
      state = { ...state, stuck: true }
      say('warn', `${title} takes longer than it should, and may be stuck`, { job: name, seconds: patience })
    }, patience * 1000)
    try {
      const came = await work.run()
      state =
        came === 'elsewhere' ? { ...state, elsewhere: state.elsewhere + 1 } : { ...state, done: Date.now() }
    } catch (error) {
      state = { ...state, failures: state.failures + 1 }
      say('error', `${title} failed, and will be tried again`, { job: name, ...factsOf(error) })
    }
    clearTimeout(late)
    state = { ...state, since: null, stuck: false }
    if (!stopped)
      timer = setTimeout(() => {
        running = once()
      }, seconds * 1000)
  }
  let running = once()
  return {
    name,
    state: () => state,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
