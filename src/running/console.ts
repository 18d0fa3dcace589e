import { factsOf } from './error-facts.ts'
import type { Say } from './say.ts'

const VIAS = ['error', 'warn', 'log', 'info', 'debug', 'trace'] as const

/** What can be spoken to; a test gives another. */
export type Spoken = Record<(typeof VIAS)[number], (...words: unknown[]) => void>

/**
 * Gathers what is spoken to the console into the log: that something was, and of a fault its facts. The words are left
 * out, as nobody knows what a reader of files or a driver puts into them.
 */
export function gatherConsole(say: Say, spoken: Spoken = console): void {
  for (const via of VIAS)
    spoken[via] = (...words) => {
      const fault = words.find(w => w instanceof Error)
      say(fault ? 'error' : 'warn', 'Something spoke to the console, and its words are left out', {
        via,
        ...(fault ? factsOf(fault) : {}),
      })
    }
}
