import { birthdayOf } from './ages.ts'
import { SHORT_BREAKS } from './care.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'

interface Stay {
  readonly from: number
  readonly to: number
  readonly rec: string | null
}

const WEEKS_13 = 91
const ADOPTED = new Set(['E11', 'E12'])

/**
 * Each episode of a child that either year's return has, once, in order of time; short breaks left out. One that
 * starts on the same day in both years is the same, and whichever says when it ended is right.
 */
function staysOf(r: Return903, child: string): readonly Stay[] {
  const found = new Map<number, Stay>()
  for (const year of ['last', 'now'] as const) {
    const { Episodes } = r[year]
    const [decom, dec] = [Episodes.days('DECOM'), Episodes.days('DEC')]
    const [ls, rec] = [Episodes.text('LS'), Episodes.text('REC')]
    // What last year left open and this year does not have lasted as long as last year's return tells.
    const soFar = year === 'now' ? r.end : Math.min(r.start - 1, r.end)
    for (const row of r.byChild(year, 'Episodes', 'DECOM', 'DEC').of(child)) {
      const from = at(decom, row)
      if (Number.isNaN(from) || SHORT_BREAKS.has(ls[row] ?? '')) continue
      const end = at(dec, row)
      if (Number.isNaN(end) && found.has(from)) continue
      found.set(from, { from, to: Number.isNaN(end) ? soFar : Math.min(end, r.end), rec: rec[row] ?? null })
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

/**
 * Whether what the two years' returns tell of a child makes a relevant or former relevant one: looked after for 13
 * weeks in all since becoming 14 (Children Act 1989 section 23A and schedule 2, paragraph 19B), for some of it at 16
 * or older, and not adopted since. True where the date of birth is not known: nothing can be said then.
 */
export function seemsRelevant(r: Return903, child: string, dob: number): boolean {
  const stays = staysOf(r, child)
  if (stays.length === 0) return false
  if (Number.isNaN(dob)) return true
  if (ADOPTED.has(stays.at(-1)?.rec ?? '')) return false
  const [fourteen, sixteen] = [birthdayOf(dob, 14), birthdayOf(dob, 16)]
  let days = 0
  let counted = fourteen
  for (const { from, to } of stays) {
    days += Math.max(0, to - Math.max(from, counted))
    counted = Math.max(counted, to)
  }
  return days >= WEEKS_13 && stays.some(s => s.to >= sixteen)
}
