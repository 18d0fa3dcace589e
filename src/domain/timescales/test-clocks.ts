import { born, fileOf } from '../indicators/test-file.ts'
import { day } from '../kernel/day.ts'
import type { Clock } from './timescale.ts'

// Clocks of a file that is said in short.

export type Said = ReturnType<typeof born>
export const OLD = born('2012-05-01')
export const clocks = (code: string, ...said: readonly Said[]): readonly Clock[] =>
  fileOf(...said).clocks.filter(c => c.series === code)
export const dues = (code: string, ...said: readonly Said[]) => clocks(code, ...said).map(c => c.due)
/** Which day started it, when it is due, when it was met and when it ended. */
export const brief = (c: Clock) => [c.starts, c.due, c.met, c.ended]
export const sdq = (on: string) => ['sdq', { on: day(on), scored: true, score: 9 }] as const
