import type { Allowance } from '../kernel/allowance.ts'
import type { Mark } from '../records/record-type.ts'
import type { SpellKindCode } from '../records/spell.ts'
import type { AnswerPick, ClockPick, Condition, SpellPick } from './condition.ts'

/** The words in which indicators are written. Each gives a condition, which is plain data. */

export const always: Condition = { is: 'always' }
export const not = (that: Condition): Condition => ({ is: 'not', that })
/** Leaves a few children out; the others' reasons do not speak of it. */
export const except = (that: Condition): Condition => ({ is: 'not', that, quiet: true })
export const all = (...of: readonly Condition[]): Condition => ({ is: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ is: 'any', of })

/** `aged({ from: 4, to: 16 })`: from the fourth birthday until the day before the seventeenth. */
export const aged = (a: { readonly from: number; readonly to?: number }): Condition => ({
  is: 'aged',
  from: a.from,
  to: a.to ?? null,
})

type Narrowing = Omit<SpellPick, 'kind'>

/** A spell that runs at the end of the period: on the day. */
export function during(kind: SpellKindCode, narrowing: Narrowing = {}) {
  const spell: SpellPick = { kind, ...narrowing }
  return {
    onTheDay: (o: { readonly lasting?: { readonly atLeast: Allowance } } = {}): Condition => ({
      is: 'spell-on-day',
      spell,
      atLeast: o.lasting?.atLeast ?? null,
    }),
    /** It ran for a day or more in the period. */
    inThePeriod: (o: { readonly atLeast: number }): Condition => ({
      is: 'spells-in-period',
      spell,
      which: 'ran',
      ...o,
    }),
  }
}

/** A spell that began in the period. */
export function began(kind: SpellKindCode, narrowing: Narrowing = {}) {
  const spell: SpellPick = { kind, ...narrowing }
  return {
    inThePeriod: (): Condition => ({ is: 'spells-in-period', spell, which: 'began', atLeast: 1 }),
    inThePeriodAfterAnother: (o: { readonly withinMonths?: number } = {}): Condition => ({
      is: 'spell-again',
      spell,
      withinMonths: o.withinMonths ?? null,
    }),
  }
}

/** A spell that ended. */
export function ended(kind: SpellKindCode, narrowing: Narrowing = {}) {
  const spell: SpellPick = { kind, ...narrowing }
  return {
    inThePeriod: (): Condition => ({ is: 'spells-in-period', spell, which: 'ended', atLeast: 1 }),
    everyOneInThePeriodFollowedBy: (
      fact: string,
      o: { readonly days: number; readonly words: string },
    ): Condition => ({ is: 'spell-followed', spell, fact, ...o }),
  }
}

/** It was done in the period. */
export const had = (mark: Mark): Condition => ({ is: 'had', mark })

export const last = (type: string) => ({
  inThePeriodShows: (mark: Mark): Condition => ({ is: 'last-shows', type, mark }),
})

export const some = (pick: ClockPick | AnswerPick): Condition =>
  'series' in pick ? { is: 'some-clock', clock: pick } : { is: 'some-answer', pick }

/** The clocks of a series, or of one row of it. */
export const clock = (series: string, row?: string) => {
  const which = row === undefined ? { series } : { series, row }
  return {
    dueInThePeriod: (): ClockPick => ({ ...which, inPeriod: 'due' }),
    startedInThePeriod: (o: { readonly whileStill?: SpellKindCode } = {}): ClockPick => ({
      ...which,
      inPeriod: 'started',
      ...o,
    }),
  }
}

export const every = (pick: ClockPick) => ({
  wasMetInTime: (): Condition => ({ is: 'every-clock-met', clock: pick }),
})

export const everyAnswer = (pick: AnswerPick) => ({
  wasOneOf: (...among: readonly string[]): Condition => ({ is: 'every-answer', pick, among }),
})

export const noneOverdue = (series: string): Condition => ({ is: 'none-overdue', series })
