import type { Allowance } from '../kernel/allowance.ts'
import type { Mark } from '../records/record-type.ts'
import type { SpellKindCode } from '../records/spell.ts'

/** How to speak of a spell: "Looked after since …", "Not looked after", "2 placements". */
export interface SpellWords {
  readonly on: string
  readonly off: string
  readonly one: string
  readonly many: string
}

/** What a spell says of one thing: one of some values, or none of them. */
export interface FactPick {
  readonly fact: string
  readonly among: boolean
  readonly values: readonly string[]
}

/** Which spells are meant: of a kind, and where said of one key and with one fact. */
export interface SpellPick {
  readonly kind: SpellKindCode
  readonly key?: string
  readonly where?: FactPick
  readonly words?: SpellWords
}

/** Which entries are meant: of a type, at an age, whose answer to a question is not to be passed over. */
export interface AnswerPick {
  readonly type: string
  readonly question: string
  readonly passOver: readonly string[]
  readonly fromAge: number
  readonly one: string
}

/**
 * Which clocks are meant: of a series (or one of its rows), that fell due in the period, or that started in it and
 * have fallen due. A clock that stopped mattering by its due day is not among them. `whileStill`: only where a spell
 * of this kind ran from its start to beyond its due day.
 */
export interface ClockPick {
  readonly series: string
  readonly row?: string
  readonly inPeriod: 'due' | 'started'
  readonly whileStill?: SpellKindCode
}

/**
 * Something that is so of one child at the end of a day, or is not. Every node has three parts in files of the same
 * name: how it is read of a folded file (with its reason), how it is asked in SQL, and a test that both agree.
 *
 * "The period" is the indicator's own: so many months to the day, the day counted.
 */
export type Condition =
  | { readonly is: 'always' }
  /** `quiet`: goes without saying where it holds, as an exception that does not apply. */
  | { readonly is: 'not'; readonly that: Condition; readonly quiet?: true }
  | { readonly is: 'all'; readonly of: readonly Condition[] }
  | { readonly is: 'any'; readonly of: readonly Condition[] }
  /** Whole years of age on the day, both ends counted. An unborn child, or one whose birth is not known, has none. */
  | { readonly is: 'aged'; readonly from: number; readonly to: number | null }
  /** A spell runs on the day, and had by then lasted so long. */
  | { readonly is: 'spell-on-day'; readonly spell: SpellPick; readonly atLeast: Allowance | null }
  /** So many spells began, ended, or ran for a day or more in the period. */
  | {
      readonly is: 'spells-in-period'
      readonly spell: SpellPick
      readonly which: 'began' | 'ended' | 'ran'
      readonly atLeast: number
    }
  /** A spell began in the period after another had begun on an earlier day: ever, or within so many months. */
  | { readonly is: 'spell-again'; readonly spell: SpellPick; readonly withinMonths: number | null }
  /** Every spell that ended in the period was followed, within so many days, by the day that its fact names. */
  | {
      readonly is: 'spell-followed'
      readonly spell: SpellPick
      readonly fact: string
      readonly days: number
      readonly words: string
    }
  /** An entry that shows this to have been done happened in the period. */
  | { readonly is: 'had'; readonly mark: Mark }
  /** The last entry of a type in the period shows this. */
  | { readonly is: 'last-shows'; readonly type: string; readonly mark: Mark }
  /** There is such an entry in the period. */
  | { readonly is: 'some-answer'; readonly pick: AnswerPick }
  /** Every such entry in the period has one of these answers. */
  | { readonly is: 'every-answer'; readonly pick: AnswerPick; readonly among: readonly string[] }
  /** There is such a clock. */
  | { readonly is: 'some-clock'; readonly clock: ClockPick }
  /** None of these clocks is overdue, was met late, or stopped mattering only when overdue. */
  | { readonly is: 'every-clock-met'; readonly clock: ClockPick }
  /** No clock of the series is overdue on the day, however old. */
  | { readonly is: 'none-overdue'; readonly series: string }
