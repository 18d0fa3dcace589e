import { dayFromNumber, dayNumber, dayOf, parts } from '../../../kernel/day.ts'
import { atLeast } from './ages.ts'
import { rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

/**
 * A unique pupil number: a letter, eleven figures, and a figure or a letter; I, O and S are not used, since they look
 * like figures. Whether the first letter is the right check letter is not this return's question.
 */
const PUPIL = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/
/** Why there is no number. */
const WITHOUT = /^UN[1-5]$/

export const isPupilNumber = (upn: string): boolean => PUPIL.test(upn)
export const isReasonWithout = (upn: string): boolean => WITHOUT.test(upn)

/** 31 August of the calendar year in which the collection year began: who is five by then is of compulsory school age. */
function schoolAgeBy(r: Return903): number {
  const { year } = parts(dayFromNumber(r.start))
  const found = dayOf(year, 8, 31)
  return found ? dayNumber(found) : Number.NaN
}

/** The child's unique pupil number. */
export const upnRules = [
  rule('168', {
    from: 2022,
    needs: ['Header'],
    fields: ['UPN'],
    says: 'The unique pupil number is missing, or is neither a pupil number nor one of the codes UN1 to UN5.',
    todo: 'Ask the school for the number, or give the code for why there is none.',
    find: r => ({
      Header: rowsOf(
        r.now.Header.text('UPN'),
        upn => upn === null || !(isPupilNumber(upn) || isReasonWithout(upn)),
      ),
    }),
  }),
  rule('209', {
    from: 2022,
    needs: ['Header'],
    fields: ['UPN', 'DOB'],
    says: 'The code UN1 says that the child is too young for a pupil number, but the child is of school age.',
    todo: 'Record the child’s unique pupil number, or another reason for there being none.',
    find: r => {
      const born = r.now.Header.days('DOB')
      const by = schoolAgeBy(r)
      return {
        Header: rowsOf(
          r.now.Header.text('UPN'),
          (upn, i) => upn === 'UN1' && atLeast(born[i] ?? Number.NaN, 5, by),
        ),
      }
    },
  }),
  rule('444', {
    from: 2025,
    needs: ['Header'],
    fields: ['UPN'],
    says: 'Two children or more have this unique pupil number.',
    todo: 'Find out whose it is. If both are the same child, merge the two records.',
    find: r => {
      const upns = r.now.Header.text('UPN')
      const seen = new Set<string>()
      const twice = new Set<string>()
      for (const text of upns) {
        const upn = text?.toUpperCase()
        if (!upn || isReasonWithout(upn)) continue
        if (seen.has(upn)) twice.add(upn)
        else seen.add(upn)
      }
      return { Header: rowsOf(upns, upn => upn !== null && twice.has(upn.toUpperCase())) }
    },
  }),
] as const
