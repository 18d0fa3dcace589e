import { type CaseFile, trueOn } from '../casework/file.ts'
import type { Day } from '../kernel/day.ts'
import type { Clock } from '../timescales/timescale.ts'
import type { Indicator } from './indicator.ts'
import { periodStart } from './lasting.ts'
import { find } from './read/find.ts'
import type { View } from './read/view.ts'

/** A child's file with its clocks, as folded from every entry known. */
export interface Folded {
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
}

/** What an indicator says of one child, and why, in words for a page. */
export type Answer =
  | { readonly in: false; readonly because: string }
  | { readonly in: true; readonly yes: boolean; readonly because: string }

/** The file as an indicator sees it: only what had happened by the end of the day. */
export const viewOn = (f: Folded, on: Day, months: number | null): View => ({
  on,
  from: periodStart(on, months ?? 0),
  months: months ?? 0,
  file: trueOn(f.file, on),
  clocks: f.clocks.filter(c => c.starts <= on),
})

/** Asks an indicator of one child at the end of a day. */
export function answer(i: Indicator, f: Folded, on: Day): Answer {
  const view = viewOn(f, on, i.months)
  const of = find(i.of, view)
  if (!of.holds) return { in: false, because: `${of.because}.` }
  if (i.yes.is === 'always') return { in: true, yes: true, because: `${of.because}.` }
  const yes = find(i.yes, view)
  return { in: true, yes: yes.holds, because: `${of.because}. ${yes.because}.` }
}
