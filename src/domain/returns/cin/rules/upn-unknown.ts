import { dayNumber, dayOf } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { birthdayOf } from '../../ssda903/rules/ages.ts'
import { at } from '../../ssda903/rules/cells.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { isYes, pairs } from './together.ts'

const is = (cell: string | null | undefined, code: string): boolean => cell?.toUpperCase() === code

/**
 * The children for whom a pupil number is looked for and not given: old enough, with a referral that led further, and
 * with no number and no reason for that, or the reason that they are too young (UN1).
 */
function withoutNumber(r: Census, oldEnough: (born: number) => boolean): readonly number[] {
  const child = r.tables.ChildIdentifiers
  const cases = r.by('CINdetails', 'LAchildID')
  const [ids, upn, reason] = [child.text('LAchildID'), child.text('UPN'), child.text('UPNunknown')]
  const born = child.days('PersonBirthDate')
  const noAction = r.tables.CINdetails.text('ReferralNFA')
  return where(
    child,
    i =>
      upn[i] === null &&
      (reason[i] === null || is(reason[i], 'UN1')) &&
      oldEnough(at(born, i)) &&
      cases.of(ids[i]).some(d => !isYes(noAction[d])),
  )
}

/** Who is five by 31 August of the calendar year in which the census year began is of school age in it. */
function schoolAgeBy(r: Census): number {
  const found = dayOf(r.year, 8, 31)
  return found ? dayNumber(found) : Number.NaN
}

/** Why a child has no unique pupil number. */
export const upnUnknownRules = [
  rule('8770Q', {
    from: 2022,
    to: 2023,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: ['UPN', 'UPNunknown'],
    says: 'The child is over five and has neither a unique pupil number nor a reason for having none but being too young.',
    todo: 'Ask the school for the number, or write one of the codes UN2 to UN6 for why there is none.',
    find: r => ({ ChildIdentifiers: withoutNumber(r, born => birthdayOf(born, 5) < r.end) }),
  }),
  rule('8770Q', {
    from: 2024,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: ['UPN', 'UPNunknown'],
    says: 'The child is of school age and has neither a unique pupil number nor a reason for having none but being too young.',
    todo: 'Ask the school for the number, or write one of the codes UN2 to UN6 for why there is none.',
    find: r => {
      const by = schoolAgeBy(r)
      return { ChildIdentifiers: withoutNumber(r, born => birthdayOf(born, 5) <= by) }
    },
  }),
  rule('8772', {
    from: 2022,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: ['UPNunknown', 'ReferralNFA'],
    says: 'There is no pupil number because no action followed the referral (UN7), and yet a referral led further.',
    todo: 'Give the pupil number or another reason, or correct whether action followed the referral.',
    find: pairs('ChildIdentifiers', 'CINdetails', 'child', r => {
      const reason = r.tables.ChildIdentifiers.text('UPNunknown')
      const noAction = r.tables.CINdetails.text('ReferralNFA')
      return (c, d) => is(reason[c], 'UN7') && !isYes(noAction[d])
    }),
  }),
]
