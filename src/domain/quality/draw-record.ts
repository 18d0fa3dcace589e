import { type Day, parseDay } from '../kernel/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import type { Stratum } from './draw.ts'

/** How a frame is cut into strata. */
export const strataBy = {
  team: 'By team',
  age: 'By age',
  plan: 'By kind of plan',
  none: 'All together',
} as const
export type StrataBy = keyof typeof strataBy

/** A stratum as it is kept: who was in it, by code, and a hash of that, by which a later reader knows it is untouched. */
export interface KeptStratum extends Stratum {
  readonly hash: string
}

/** What is kept of a draw: all that it takes to make it again. */
export interface SampleRecord {
  readonly title: string
  readonly tool: string
  readonly way: 'random' | 'targeted' | 'dip'
  readonly on: Day
  readonly seed: string
  readonly size: number
  readonly by: StrataBy
  readonly secondOneIn: number
  readonly families: boolean
  /** Whom a targeted or dip sample is of, in words. */
  readonly of: string | null
  readonly strata: readonly KeptStratum[]
  readonly drawn: readonly string[]
  readonly second: readonly string[]
  /** Who was in the frame and could not be drawn, in numbers. */
  readonly left: { readonly restricted: number; readonly audited: number; readonly siblings: number }
}

const text = (v: unknown): string => (typeof v === 'string' ? v : '')
const codes = (v: unknown): readonly string[] =>
  text(v)
    .split(' ')
    .filter(c => c !== '')
const count = (v: unknown): number => (typeof v === 'number' ? v : 0)
const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null
const isBy = (v: unknown): v is StrataBy => typeof v === 'string' && Object.hasOwn(strataBy, v)

function stratum(v: unknown): readonly KeptStratum[] {
  return isRecord(v) ? [{ name: text(v.name), hash: text(v.hash), codes: codes(v.codes) }] : []
}

/** The answers that a draw is kept as. */
export function keptSample(r: SampleRecord): Answers {
  const { strata, drawn, second, of, ...rest } = r
  return {
    ...rest,
    ...(of === null ? {} : { of }),
    strata: strata.map(s => ({ name: s.name, hash: s.hash, size: s.codes.length, codes: s.codes.join(' ') })),
    drawn: drawn.join(' '),
    second: second.join(' '),
  }
}

/** A draw as it was kept; null where these are no answers of one. */
export function readSample(a: Answers): SampleRecord | null {
  const on = parseDay(text(a.on))
  const { way } = a
  if (!on || (way !== 'random' && way !== 'targeted' && way !== 'dip')) return null
  const left = isRecord(a.left) ? a.left : {}
  return {
    title: text(a.title),
    tool: text(a.tool),
    way,
    on,
    seed: text(a.seed),
    size: count(a.size),
    by: isBy(a.by) ? a.by : 'none',
    secondOneIn: count(a.secondOneIn),
    families: a.families === true,
    of: text(a.of) === '' ? null : text(a.of),
    strata: Array.isArray(a.strata) ? a.strata.flatMap(stratum) : [],
    drawn: codes(a.drawn),
    second: codes(a.second),
    left: {
      restricted: count(left.restricted),
      audited: count(left.audited),
      siblings: count(left.siblings),
    },
  }
}
