import { type Day, dayOf } from '../kernel/day.ts'
import { bare, postcodeIn, wordsIn } from './words.ts'

/** Who is asked for. In a form each thing is known for what it is; in one box the words of a name stand as they come. */
export interface Asked {
  readonly givenName?: string | null
  readonly familyName?: string | null
  readonly otherNames?: string | null
  readonly born?: Day | null
  readonly address?: string | null
  readonly nhsNumber?: string | null
  readonly upn?: string | null
  /** Names of brothers and sisters. */
  readonly siblings?: readonly string[]
}

/** What was typed into the one box. */
export interface Typed {
  /** The words of a name, or of an address, as they are compared. */
  readonly words: readonly string[]
  readonly born: Day | null
  /** A date was typed of which there is no such day. */
  readonly noSuchDay: string | null
  readonly postcode: string | null
  /** An NHS number or a UPN, without blanks. */
  readonly number: string | null
  /** What may be a child ID. */
  readonly code: string | null
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const WRITTEN = [
  // 3/10/2011, 03-10-11, 3.10.2011, 3 10 2011
  /(?<![\d])(?<d>\d{1,2})\s?[/.\-\s]\s?(?<m>\d{1,2})\s?[/.\-\s]\s?(?<y>\d{4}|\d{2})(?![\d])/,
  // 2011-10-03
  /(?<![\d])(?<y>\d{4})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?![\d])/,
  // 3 October 2011, 3rd Oct 11
  /(?<![\d])(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(?<y>\d{4}|\d{2})(?![\d])/i,
  // October 3rd, 2011
  /\b(?<n>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?![\d])/i,
  // 03102011
  /(?<![\d])(?<d>\d{2})(?<m>\d{2})(?<y>(?:19|20)\d{2})(?![\d])/,
] as const

/** A year of two figures is of this century where a child could be born in it, by the year it is now. */
const wholeYear = (y: string, thisYear: number): number => {
  if (y.length === 4) return Number(y)
  const year = 2000 + Number(y)
  return year > thisYear + 1 ? year - 100 : year
}

/** A date anywhere in a text, as people here write them: day before month, where both are possible. */
function dateIn(
  text: string,
  thisYear: number,
): { readonly found: string; readonly born: Day | null } | null {
  for (const shape of WRITTEN) {
    const match = shape.exec(text)
    const g = match?.groups
    if (!match || !g) continue
    const month = g.n ? MONTHS.indexOf(g.n.slice(0, 3).toLowerCase()) + 1 : Number(g.m)
    const year = wholeYear(g.y ?? '', thisYear)
    const born = dayOf(year, month, Number(g.d)) ?? dayOf(year, Number(g.d), month) ?? null
    return { found: match[0], born }
  }
  return null
}

const NUMBER = /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/
const UPN = /\b[A-Z][\s-]?(?:\d[\s-]?){11}[\dA-Z]\b/i
const CODE = /^(?=.*\d)[A-Z0-9]{1,10}$/i

/**
 * Reads what was typed into the box: a name, a date of birth, an address or a postcode, an NHS number, a UPN or a child
 * ID, in any order.
 * @param thisYear for years of two figures
 */
export function readTyped(text: string, thisYear: number): Typed {
  let rest = ` ${text.slice(0, 200)} `
  const take = (piece: string) => {
    rest = rest.replace(piece, ' ')
    return piece
  }
  const upn = UPN.exec(rest)
  const nhs = upn ? null : NUMBER.exec(rest)
  const number = upn ? bare(take(upn[0])) : nhs ? bare(take(nhs[0])) : null
  const date = dateIn(rest, thisYear)
  if (date) take(date.found)
  const postcode = postcodeIn(rest) ?? null
  if (postcode) rest = rest.replace(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i, ' ')
  const alone = text.trim()
  return {
    words: wordsIn(rest).slice(0, 6),
    born: date?.born ?? null,
    noSuchDay: date && date.born === null ? date.found.trim() : null,
    postcode,
    number,
    code: CODE.test(alone) || /^[A-Z]{8}$/i.test(alone) ? alone.toUpperCase() : null,
  }
}
