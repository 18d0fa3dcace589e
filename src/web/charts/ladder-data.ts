import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { ChartTable } from './chart.tsx'

/** A step of the ladder reached on a day, which stands until the next where it does not say. */
export type Rung = {
  readonly on: Day
  /** From 1, the top. */
  readonly level: number
  /** The word that was given, as it was given. */
  readonly word: string
  /** Under what rules it was given: a line between different ones is broken, as they did not ask the same. */
  readonly era: string
  /** The day from which it stood no longer, where nothing took its place: it was not graded any more. */
  readonly until?: Day | undefined
}

export type LadderLane = { readonly name: string; readonly rungs: readonly Rung[] }

export type LadderData = {
  readonly lanes: readonly LadderLane[]
  /** What each level is called, from the top; where it was called by several words, all of them. */
  readonly levels: readonly (readonly string[])[]
  /** The last day of the picture: what was given last is drawn as standing until then. */
  readonly to: Day
  /** What the eras are, for the table: 'Framework'. */
  readonly eraTitle?: string | undefined
}

/** The grades behind the picture: a row a day, a column a lane, in the words given. */
export function ladderTable({ lanes, eraTitle = 'Under' }: LadderData): ChartTable {
  const days = [...new Set(lanes.flatMap(l => l.rungs.map(r => r.on)))].toSorted()
  return {
    head: ['Day', eraTitle, ...lanes.map(l => l.name)],
    rows: days.map(on => {
      const here = lanes.map(l => l.rungs.find(r => r.on === on))
      return [longDay(on), here.find(r => r)?.era ?? '', ...here.map(r => r?.word ?? 'not graded')]
    }),
  }
}

export const describeLadder = ({ lanes }: LadderData): string =>
  lanes
    .map(({ name, rungs }) => `${name}: ${rungs.map(r => `${r.word} on ${longDay(r.on)}`).join(', then ')}.`)
    .join(' ')
