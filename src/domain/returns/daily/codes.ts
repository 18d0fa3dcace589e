import { disabilities as kindsOf } from '../../records/codes.ts'
import { leaverHomes, withoutUpn } from '../../records/codes-care.ts'
import type { Codes } from './shape.ts'

/** Why a child has no unique pupil number: the census has two reasons more than the return of children looked after. */
export const upnReasons: Codes = {
  ...withoutUpn,
  UN6: 'Taken into care too lately to have one',
  UN7: 'Referral with no further action',
}

export const disabilities: Codes = { NONE: 'None', ...kindsOf }

export const homes: Codes = leaverHomes
