import { ageOn, type Day, longDay } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'

/** Who the child is, as last written. */
export interface Person {
  readonly unborn: boolean
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames: string | null
  /** The birth; for an unborn child the expected birth (rules 0.10). */
  readonly born: Day | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly disability: boolean | null
  readonly identity: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
  readonly address: string | null
}

const NOBODY: Person = {
  unborn: false,
  givenName: null,
  familyName: null,
  otherNames: null,
  born: null,
  sex: null,
  ethnicity: null,
  disability: null,
  identity: null,
  nhsNumber: null,
  upn: null,
  address: null,
}

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)

/** What one entry says of who the child is. */
function told(e: Standing): Person {
  const a = e.answers
  const unborn = a.unborn === true
  return {
    unborn,
    givenName: words(a.givenName),
    familyName: words(a.familyName),
    otherNames: words(a.otherNames),
    born: (words(unborn ? a.expected : a.born) as Day | null) ?? null,
    sex: words(a.sex),
    ethnicity: words(a.ethnicity),
    disability: typeof a.disability === 'boolean' ? a.disability : null,
    identity: words(a.identity),
    nhsNumber: words(a.nhsNumber),
    upn: words(a.upn),
    address: words(a.address),
  }
}

/** What the one does not say is taken from the other. */
const filled = (a: Person, b: Person): Person => ({
  ...a,
  sex: a.sex ?? b.sex,
  ethnicity: a.ethnicity ?? b.ethnicity,
  disability: a.disability ?? b.disability,
  identity: a.identity ?? b.identity,
  nhsNumber: a.nhsNumber ?? b.nhsNumber,
  upn: a.upn ?? b.upn,
  address: a.address ?? b.address,
})

/**
 * Folds the person details of a file: what was written last. Of a file that others were joined to, its own details go
 * before theirs, which fill in what it does not say; every other name that was written is kept among the other names.
 * @param subject whose file it is; where not given, nothing was joined to it
 */
export function person(happenings: readonly Standing[], subject?: string): Person {
  const details = happenings.filter(e => e.type === 'person-details' && !e.withdrawn)
  const own = details.filter(e => subject === undefined || e.subject === subject)
  const joined = own.length > 0 ? details.filter(e => e.subject !== subject) : []
  const last = own.at(-1) ?? details.at(-1)
  if (!last) return NOBODY
  const now = told(last)
  const names = [
    now.otherNames,
    ...details.filter(e => e !== last).map(name),
    ...joined.map(e => told(e).otherNames),
  ].filter(n => n !== null && n !== name(last))
  const other = joined.at(-1)
  return {
    ...(other ? filled(now, told(other)) : now),
    otherNames: names.length > 0 ? [...new Set(names)].join('; ') : null,
  }
}

const name = (e: Standing): string | null => {
  const full = [words(e.answers.givenName), words(e.answers.familyName)].filter(n => n !== null).join(' ')
  return full === '' ? null : full
}

/** What to call the child: the name, or what is known instead. */
export function calledBy(p: Pick<Person, 'givenName' | 'familyName' | 'unborn'>, code: string): string {
  const full = [p.givenName, p.familyName].filter(n => n !== null).join(' ')
  if (p.unborn) return p.familyName ? `Unborn ${p.familyName}` : `Unborn child ${code}`
  return full || `Child ${code}`
}

/** "7 years", "5 months", "unborn, expected": the age on a day, in the unit that tells most. */
export function ageWords(p: Pick<Person, 'born' | 'unborn'>, on: Day): string {
  if (!p.born) return 'age not known'
  if (p.unborn || p.born > on) return 'not yet born'
  const years = ageOn(p.born, on)
  if (years >= 2) return `${years} years`
  const months =
    (Number(on.slice(0, 4)) - Number(p.born.slice(0, 4))) * 12 +
    Number(on.slice(5, 7)) -
    Number(p.born.slice(5, 7))
  const whole = on.slice(8) < p.born.slice(8) ? months - 1 : months
  return whole === 1 ? '1 month' : `${whole} months`
}

/** "born 6 May 2014 (11 years)", beside a name in a line. */
export const bornWords = (p: Pick<Person, 'born' | 'unborn'>, on: Day): string =>
  p.born === null
    ? 'born: not recorded'
    : p.unborn
      ? `expected ${longDay(p.born)}`
      : `born ${longDay(p.born)} (${ageWords(p, on)})`
