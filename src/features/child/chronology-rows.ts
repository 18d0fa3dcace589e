import type { ChronologyLine } from '../../domain/family/chronologies.ts'
import { type Quiet, quiet } from '../../domain/family/quiet.ts'
import { earlier, longDay } from '../../domain/kernel/day.ts'
import type { ChronologyData } from './chronology-load.ts'

export type ChronologyItem = { readonly line: ChronologyLine } | { readonly quiet: Quiet }

/** The lines in order, with each long silence where it fell. One kind of record alone is not silent, only filtered. */
export function itemsOf({ lines, ask, on }: ChronologyData): readonly ChronologyItem[] {
  if (ask.filter.kind !== undefined) return lines.map(line => ({ line }))
  const until = ask.filter.to ? earlier(ask.filter.to, on) : on
  const silences = quiet(
    lines.map(l => l.on),
    until,
    ask.months,
  )
  return lines.flatMap((line, i): readonly ChronologyItem[] => {
    const silence = lines[i + 1]?.on === line.on ? undefined : silences.find(q => q.from === line.on)
    return silence ? [{ line }, { quiet: silence }] : [{ line }]
  })
}

export const quietWords = (q: Quiet): string =>
  `Nothing significant recorded between ${longDay(q.from)} and ${longDay(q.to)}`

/** The age of each child at an event; a child alone needs no name to it. */
export const agesOf = (line: ChronologyLine): readonly string[] =>
  line.ages.length === 1 ? line.ages.map(a => a.age) : line.ages.map(a => `${a.called}: ${a.age}`)

export const whoseOf = (line: ChronologyLine): string => line.sources.map(s => s.called).join(', ')
