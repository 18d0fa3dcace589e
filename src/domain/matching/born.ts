import { addDays, type Day, dayNumber, dayOf, daysBetween, parts } from '../kernel/day.ts'

/** How a date of birth that is asked for stands to the one on a file. */
export interface BornMatch {
  /** 1 the same, 0 another. */
  readonly value: number
  readonly why: string | null
}

const NO: BornMatch = { value: 0, why: null }

const swapped = (d: Day): Day | undefined => {
  const { year, month, date } = parts(d)
  return dayOf(year, date, month)
}

const figuresApart = (a: Day, b: Day): number => [...a].filter((c, i) => c !== b[i]).length

/** Compares two dates of birth: the same, day and month swapped, a day or a year off, or one figure mistyped. */
export function compareBorn(asked: Day, held: Day): BornMatch {
  if (asked === held) return { value: 1, why: 'same date of birth' }
  if (swapped(asked) === held) return { value: 0.85, why: 'date of birth: day and month swapped' }
  const apart = Math.abs(daysBetween(asked, held))
  if (apart === 1) return { value: 0.8, why: 'date of birth a day off' }
  if (asked.slice(4) === held.slice(4) && Math.abs(parts(asked).year - parts(held).year) === 1)
    return { value: 0.75, why: 'date of birth a year off' }
  if (figuresApart(asked, held) === 1) return { value: 0.7, why: 'date of birth: one figure is other' }
  return apart <= 31 ? { value: 0.4, why: 'born within a month of it' } : NO
}

/** The dates of birth that a mistyped one may have been, itself first. */
export function bornNear(asked: Day): readonly Day[] {
  const { year, month, date } = parts(asked)
  const around = [1, -1, 2, -2].map(n => addDays(asked, n))
  const others = [
    swapped(asked),
    ...around,
    ...[1, -1, 10, -10].map(n => dayOf(year + n, month, date)),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(m =>
      sameFigures(m, month) ? dayOf(year, m, date) : undefined,
    ),
    ...Array.from({ length: 31 }, (_, i) =>
      sameFigures(i + 1, date) ? dayOf(year, month, i + 1) : undefined,
    ),
    ...Array.from({ length: 10 }, (_, n) => dayOf(year - (year % 10) + n, month, date)),
  ]
  const found = others.filter(d => d !== undefined && d !== asked)
  return [asked, ...new Set(found.filter(d => d !== undefined))].filter(d => dayNumber(d) > -60_000)
}

/** Those of them that are meant most often: day and month swapped, a day or a year off. */
export const likelyBorn = (asked: Day): readonly Day[] =>
  bornNear(asked).filter(d => compareBorn(asked, d).value >= 0.75)

const two = (n: number) => String(n).padStart(2, '0')
/** True where one figure of two differs. */
const sameFigures = (a: number, b: number): boolean =>
  a !== b && [...two(a)].filter((c, i) => c !== two(b)[i]).length === 1
