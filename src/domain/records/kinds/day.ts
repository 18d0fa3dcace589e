import { addDays, type Day, dayOf, day as literal, longDay, parseDay, parts } from '../../kernel/day.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import { type Kind, oneText, type ParseContext } from './kind.ts'

export interface DayOptions extends FieldOptions {
  /** "today" refuses a day to come; most of what is recorded has already happened. */
  readonly notAfter?: 'today'
  /** "birth" refuses a day before the child was born (or, before birth, before the pregnancy could be known). */
  readonly notBefore?: 'birth'
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A two-figure year: 50 and below is this century, as a due day may be far ahead. */
const century = (y: number) => (y >= 100 ? y : y <= 50 ? 2000 + y : 1900 + y)

/** Reads a day as people type it: 3/10/2011, 3-10-11, 3 Oct 2011, 2011-10-03, today, yesterday. */
export function readDay(typed: string, today: Day): Day | undefined {
  const text = typed.trim().toLowerCase()
  if (text === 'today') return today
  if (text === 'yesterday') return addDays(today, -1)
  const iso = parseDay(text)
  if (iso) return iso
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text)
  if (numbers) return dayOf(century(Number(numbers[3])), Number(numbers[2]), Number(numbers[1]))
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]*(\d{4}|\d{2})$/.exec(text)
  if (!named) return undefined
  const month = NAMES.indexOf((named[2] ?? '').slice(0, 3)) + 1
  return dayOf(century(Number(named[3])), month, Number(named[1]))
}

/** "3/10/2011", as a form shows it again. */
export function formDay(d: Day): string {
  const { year, month, date } = parts(d)
  return `${date}/${month}/${year}`
}

function check(value: Day, options: DayOptions, context: ParseContext): Result<Day> {
  if (options.notAfter === 'today' && value > context.today)
    return fail(`${longDay(value)} is in the future. Enter the day it happened, or record it when it has.`)
  if (options.notBefore !== 'birth' || !context.born) return ok(value)
  const earliest = context.unborn ? addDays(context.born, -280) : context.born
  if (value >= earliest) return ok(value)
  return fail(
    `${longDay(value)} is before ${context.unborn ? 'the pregnancy' : 'the child was born'} (${longDay(earliest)}). Check the year.`,
  )
}

const kind = (options: DayOptions): Kind<Day> => ({
  name: 'day',
  parse(raw, context) {
    const typed = oneText(raw)
    const value = readDay(typed, context.today)
    if (!value) return fail(`“${typed}” is not a date. Write it like 27/3/2026.`)
    return check(value, options, context)
  },
  print: longDay,
  raw: formDay,
  column: 'date',
  cell: d => d,
  schema: { type: 'string', format: 'date' },
  example: literal('2026-03-27'),
})

/** A day, typed in one box. */
export const day = <const O extends DayOptions>(label: string, options: O): Field<Answer<Day, O>> =>
  field(kind(options), label, options)
