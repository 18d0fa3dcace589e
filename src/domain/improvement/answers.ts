import { type Day, parseDay } from '../kernel/day.ts'

/** Reads answers whose shape is not known. A wrong or missing answer is remembered in `missing`, by name. */
export interface Answers {
  text(name: string): string
  maybeText(name: string): string | undefined
  day(name: string): Day
  maybeDay(name: string): Day | undefined
  number(name: string): number
  maybeNumber(name: string): number | undefined
  choice<T extends string>(name: string, of: readonly T[]): T
  maybeChoice<T extends string>(name: string, of: readonly T[]): T | undefined
  list(name: string): readonly string[] | undefined
  readonly missing: string[]
}

/** @param missing where to remember what is missing: shared, where one answer holds others inside it */
export function answersOf(given: Readonly<Record<string, unknown>>, missing: string[] = []): Answers {
  const need = <T>(name: string, value: T | undefined, instead: T): T => {
    if (value === undefined) missing.push(name)
    return value ?? instead
  }
  const maybeText = (name: string) => {
    const value = given[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const maybeDay = (name: string) => parseDay(maybeText(name) ?? '')
  const maybeChoice = <T extends string>(name: string, of: readonly T[]) =>
    of.find(o => o === maybeText(name))
  const number = (name: string) => {
    const value = given[name]
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof read === 'number' && Number.isFinite(read) ? read : undefined
  }
  const NO_DAY = '' as Day
  return {
    missing,
    maybeText,
    maybeDay,
    maybeChoice,
    maybeNumber: number,
    text: name => need(name, maybeText(name), ''),
    day: name => need(name, maybeDay(name), NO_DAY),
    number: name => need(name, number(name), 0),
    choice: (name, of) => {
      const [first] = of
      if (first === undefined) throw new Error('A choice needs something to choose from')
      return need(name, maybeChoice(name, of), first)
    },
    list: name => {
      const value = given[name]
      if (Array.isArray(value)) return value.filter(v => typeof v === 'string')
      return maybeText(name)
        ?.split('\n')
        .map(v => v.trim())
        .filter(v => v !== '')
    },
  }
}
