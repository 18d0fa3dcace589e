import { type Allowance, allow, months } from '../kernel/allowance.ts'
import { england } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import { outcomes, sectors, tellers } from '../records/types/allegation.ts'
import type { Standing as Sureness } from '../timescales/timescale.ts'
import type { Allegation } from './allegation.ts'

/** How many were once to be resolved, and by when (rules R131): a row. */
export interface Target {
  readonly within: Allowance
  readonly share: number
  readonly source: string
  readonly standing: Sureness
}

const source = 'Working Together 2010, appendix 5; today’s guidance names no share'
export const targets: readonly Target[] = [
  { within: months(1), share: 80, source, standing: 'unconfirmed' },
  { within: months(3), share: 90, source, standing: 'unconfirmed' },
  { within: months(12), share: 100, source, standing: 'unconfirmed' },
]

/** Some files, by what they have in common. */
export interface Share {
  readonly words: string
  readonly files: readonly Allegation[]
}

const by = (
  all: readonly Allegation[],
  of: Readonly<Record<string, string>>,
  pick: (a: Allegation) => string | undefined,
) =>
  Object.entries(of).flatMap(([code, words]) => {
    const files = all.filter(a => pick(a) === code)
    return files.length > 0 ? [{ words, files }] : []
  })

export interface AllegationFigures {
  readonly told: readonly Allegation[]
  readonly late: readonly Allegation[]
  readonly threshold: readonly Share[]
  readonly sectors: readonly Share[]
  readonly tellers: readonly Share[]
  readonly outcomes: readonly Share[]
  /** Of those resolved in the period: how many were in each time. */
  readonly resolved: readonly Allegation[]
  readonly inTime: readonly (Target & { readonly files: readonly Allegation[] })[]
}

/** What an officer tells of a year: those told from one day to another, and those resolved in that time. Both days count. */
export function figuresOf(all: readonly Allegation[], from: Day, to: Day): AllegationFigures {
  const told = all.filter(a => a.received >= from && a.received <= to)
  const resolved = all.filter(
    a => a.state === 'resolved' && a.closed !== null && a.closed >= from && a.closed <= to,
  )
  const threshold = (a: Allegation) =>
    a.considered === null ? 'waits' : a.considered.meets ? 'meets' : 'below'
  return {
    told,
    late: told.filter(a => a.received > england.add(a.learned, 1)),
    threshold: by(
      told,
      { meets: 'Met the threshold', below: 'Did not meet it', waits: 'Not decided yet' },
      threshold,
    ),
    sectors: by(told, sectors, a => a.sector),
    tellers: by(told, tellers, a => a.from),
    outcomes: by(resolved, outcomes, a => a.outcome?.outcome),
    resolved,
    inTime: targets.map(t => ({
      ...t,
      files: resolved.filter(a => a.closed !== null && a.closed <= allow(a.received, t.within, england)),
    })),
  }
}
