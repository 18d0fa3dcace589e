import type { Instant } from '../kernel/day.ts'

/** One line of the log of who looked at what. */
export interface Look {
  readonly at: Instant
  readonly viewer: string | null
  readonly action: string
  readonly subject: string | null
  readonly page: string
  readonly allowed: boolean
  readonly because: string
  readonly detail?: Readonly<Record<string, unknown>>
}
