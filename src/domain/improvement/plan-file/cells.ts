import { type Day, dayOf, endOfMonth, parts } from '../../kernel/day.ts'
import { readDay } from '../../records/kinds/day.ts'
import { BRAGS, type Brag, DELIVERY_WORDS, IMPACT_WORDS } from '../plan.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthOf = (word: string | undefined): number =>
  MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1

/** A day as a plan writes it, and what was taken for granted in reading it. */
export interface ReadDue {
  readonly day: Day
  /** Undefined where the day stands there as it was read. */
  readonly assumed?: string
}

const MONTH_YEAR = /^(?:(?:by|end(?: of)?|the|from)\s+)*([a-z]{3,9})[ ,.-]+(\d{4}|\d{2})$/i
const DAY_MONTH = /^(?:by\s+)?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})$/i
const QUARTER = /^q([1-4])\s*(\d{4})(?:[-/–](?:\d{2}|\d{4}))?$/i

/**
 * Reads when something is due: "18/02/2012", "end of March 2012", "Mar-12", "18 Feb", "Q2 2025-26", "Immediately".
 * Text after a day ("18-Feb complete") is passed over.
 * @param from the day the plan was made: a day without a year is the next such day, and "immediately" is this day
 */
export function readDue(text: string, from: Day): ReadDue | undefined {
  const said = text.replace(/\s+/g, ' ').trim()
  const first =
    /^(.*?)(?:\s*[;,(–-]?\s*(?:complete[d]?|done|achieved|met|ongoing)\b.*)?$/i.exec(said)?.[1] ?? said
  const whole = first.trim()
  if (/^(?:immediate(?:ly)?|now|asap)$/i.test(whole))
    return { day: from, assumed: `“${whole}” was read as the day the plan was made` }
  const exact = readDay(whole.replace(/^by /i, ''), from)
  if (exact) return { day: exact }
  return monthRead(whole) ?? dayRead(whole, from) ?? quarterRead(whole)
}

function monthRead(text: string): ReadDue | undefined {
  const [, word, year] = MONTH_YEAR.exec(text) ?? []
  const month = monthOf(word)
  const first = month > 0 ? dayOf(Number(year) + (Number(year) < 100 ? 2000 : 0), month, 1) : undefined
  return first && { day: endOfMonth(first), assumed: `“${text}” was read as the last day of that month` }
}

function dayRead(text: string, from: Day): ReadDue | undefined {
  const [, date, word] = DAY_MONTH.exec(text) ?? []
  const month = monthOf(word)
  if (month === 0) return undefined
  const { year } = parts(from)
  // 29 February is found in the next year that has one.
  const next = [0, 1, 2, 3, 4].map(n => dayOf(year + n, month, Number(date))).find(d => d && d >= from)
  return (
    next && { day: next, assumed: `“${text}” has no year: the next one after the plan was made was taken` }
  )
}

/** Quarters of councils' years, which begin in April: the first of 2025–26 ends in June 2025. */
function quarterRead(text: string): ReadDue | undefined {
  const [, quarter, year] = QUARTER.exec(text) ?? []
  if (!quarter) return undefined
  const n = Number(quarter)
  const first = dayOf(Number(year) + (n === 4 ? 1 : 0), n === 4 ? 3 : n * 3 + 3, 1)
  return (
    first && {
      day: endOfMonth(first),
      assumed: `“${text}” was read as the last day of that quarter, counted from April`,
    }
  )
}

const COLOURS: Readonly<Record<string, Brag>> = { b: 'blue', g: 'green', a: 'amber', r: 'red' }
const SAID: readonly (readonly [Brag, RegExp])[] = [
  ['red', /\b(?:red|off track|overdue|not started|delayed|behind)\b/i],
  ['amber', /\b(?:amber|yellow|at risk|some slippage|partially|part complete)\b/i],
  ['blue', /\b(?:blue|complete[d]?|embedded|closed|achieved)\b/i],
  ['green', /\b(?:green|on track|on target|in progress|started)\b/i],
]

/** Reads a mark: its colour, its letter or what it means. Of "not complete", nothing is read. */
export function readBrag(text: string): Brag | undefined {
  const said = text.trim()
  const letter = COLOURS[said.toLowerCase()]
  if (letter) return letter
  const ours = BRAGS.find(b =>
    [DELIVERY_WORDS[b], IMPACT_WORDS[b]].some(w => w.toLowerCase() === said.toLowerCase()),
  )
  if (ours) return ours
  if (said.length > 60 || /\b(?:not|in)\s*-?complete/i.test(said)) return undefined
  const found = SAID.filter(([, pattern]) => pattern.test(said)).map(([b]) => b)
  return found.length === 1 ? found[0] : undefined
}

/** A cell's parts: one a line, bullets taken off. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split(/\n|;\s+(?=[A-Z0-9])/)
    .map(l => l.replace(/^[\s•●▪\-–—*·]+/, '').trim())
    .filter(l => l !== '')
