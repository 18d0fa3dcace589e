import { addDays, ageOn, birthday, type Day, daysBetween, later } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { CarePeriod } from './care-periods.ts'
import {
  answer,
  entriesOf,
  row,
  type WrittenChild,
  type WrittenRow,
  within,
  written,
  type YearDays,
} from './written.ts'

const SHORT_BREAKS = new Set(['V3', 'V4'])
/** Who left so is no care leaver of this authority: adopted, died, or in another authority's care. */
const NO_LEAVER = new Set(['E11', 'E12', 'E2', 'E3'])
/** Thirteen weeks, since the age of 14 and some of it at 16 or older (Children Act 1989, schedule 2 paragraph 19B). */
const WEEKS_13 = 91
/** Around which birthdays all are asked about; those who are older, where they were in contact. */
const FIRST = 17
const LAST = 21
const OLDEST = 25
/** A contact counts for a birthday from three months before it to a month after. */
const BEFORE = 92
const AFTER = 31

const full = (p: CarePeriod) => p.episodes.some(e => !SHORT_BREAKS.has(e.status ?? ''))

/** Whether the time in care, until a day, makes a care leaver of somebody who is in care no more on it. */
function isLeaver(periods: readonly CarePeriod[], born: Day, on: Day): boolean {
  const stays = periods.filter(p => full(p) && p.from < on)
  const last = stays.at(-1)
  if (!last?.to || last.to > on || NO_LEAVER.has(last.ended ?? '')) return false
  const since = birthday(born, 14)
  const days = stays.reduce((n, p) => n + Math.max(0, daysBetween(later(p.from, since), p.to ?? on)), 0)
  return days >= WEEKS_13 && last.to > birthday(born, 16)
}

/** Homeless and in custody are never suitable; where nobody knows, the return has one code. */
function homeCode(e: Standing): string | null {
  const home = answer(e, 'home')
  if (home === null || home === '0') return home
  const { suitable } = e.answers
  if (home === 'S' || home === 'X') return `${home}2`
  return typeof suitable === 'boolean' ? `${home}${suitable ? 1 : 2}` : null
}

/** The contact nearest to a day, of those that count for it. */
function nearest(all: readonly Standing[], on: Day): Standing | undefined {
  const counts = all.filter(e => e.happened >= addDays(on, -BEFORE) && e.happened <= addDays(on, AFTER))
  const far = (e: Standing) => Math.abs(daysBetween(on, e.happened))
  return counts.reduce<Standing | undefined>((a, e) => (a && far(a) < far(e) ? a : e), undefined)
}

function leaverRow({ code }: WrittenChild, born: Day, contact: Standing | undefined): WrittenRow {
  const touch = answer(contact, 'touch')
  const told = contact !== undefined && touch !== 'DIED' && touch !== 'RHOM'
  return row(
    'OC3',
    {
      CHILD: code,
      DOB: written(born),
      // No contact recorded around the birthday: the authority was not in touch.
      IN_TOUCH: touch ?? 'NO',
      ACTIV: told ? answer(contact, 'activity') : '0',
      ACCOM: told ? homeCode(contact) : '0',
    },
    [contact?.id],
  )
}

/**
 * How somebody is who left care and became 17 to 21 in the year, and was in care no more on that birthday; of those of
 * 22 to 25, who were in contact in the year.
 */
export function leaverRows(
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] {
  const { born } = child.file.person
  if (born === null) return []
  const contacts = entriesOf(child.file, 'care-leaver-contact')
  const age = ageOn(born, y.end)
  if (age > LAST) {
    const last = age <= OLDEST ? contacts.findLast(e => within(e.happened, y)) : undefined
    return last && isLeaver(periods, born, y.start) ? [leaverRow(child, born, last)] : []
  }
  const day = birthday(born, age)
  if (age < FIRST || day < y.start || !isLeaver(periods, born, day)) return []
  return [leaverRow(child, born, nearest(contacts, day))]
}
