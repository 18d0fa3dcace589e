import { ceasedReasons } from '../../records/codes.ts'
import * as care from '../../records/codes-care.ts'

/** Codes of the SSDA903 return that no record type has of its own, in plain words (specs/ssd-model.json). */

export const newEpisodeReasons = {
  S: 'Began to be looked after',
  L: 'Legal status changed',
  P: 'Placement and carer changed',
  T: 'Placement changed, same carer',
  B: 'Legal status, placement and carer changed',
  U: 'Legal status and placement changed, same carer',
} as const

const { NK: _notOfTheReturn, ...reasonsOfTheReturn } = ceasedReasons
/** Why an episode ended. "Not known" is the record's own: the return has no such code. */
export const endReasons = { X1: 'Another episode begins the same day', ...reasonsOfTheReturn } as const

export const missingKinds = { M: 'Missing', A: 'Away without authorisation' } as const

export const yesNo = { '0': 'no', '1': 'yes' } as const

/** The record's own words, to stand within a sentence. */
const within = <const C extends Readonly<Record<string, string>>>(codes: C): C =>
  // The same codes, each with its words begun small.
  Object.fromEntries(
    Object.entries(codes).map(([code, words]) => [code, words.charAt(0).toLowerCase() + words.slice(1)]),
  ) as C

export const inTouch = {
  YES: 'in touch',
  NO: 'not in touch',
  DIED: 'died after leaving care',
  REFU: 'refuses contact',
  NREQ: 'no longer needs a service',
  RHOM: 'returned home for six months or more',
} as const

const full = 'full time'
const part = 'part time'
/** F3 and P3 were used until 2022, when apprenticeships were given codes of their own. */
export const activities = {
  F1: `higher education, ${full}`,
  P1: `higher education, ${part}`,
  F2: `other education, ${full}`,
  P2: `other education, ${part}`,
  F3: `training or employment, ${full}`,
  P3: `training or employment, ${part}`,
  F4: `apprenticeship, ${full}`,
  P4: `apprenticeship, ${part}`,
  F5: `training or employment, not an apprenticeship, ${full}`,
  P5: `training or employment, not an apprenticeship, ${part}`,
  G4: 'not in education, employment or training: illness or disability',
  G5: 'not in education, employment or training: other',
  G6: 'not in education, employment or training: pregnancy or parenting',
  '0': 'not known, as not in touch',
} as const

const places = {
  B: 'with parents or relatives',
  C: 'community home or other residential care',
  D: 'semi-independent, transitional accommodation',
  E: 'supported lodgings',
  G: 'gone abroad',
  H: 'deported',
  K: 'ordinary lodgings, without formal support',
  R: 'not known where',
  S: 'no fixed abode or homeless',
  T: 'foyer or similar supported accommodation',
  U: 'independent living',
  V: 'emergency accommodation',
  W: 'bed and breakfast',
  X: 'in custody',
  Y: 'other accommodation',
  Z: 'with former foster carers',
} as const

/** A letter for the place; 1 where the authority holds it suitable, 2 where not. */
export const accommodation: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(places).flatMap(([letter, words]) => [
      [`${letter}1`, `${words}, suitable`],
      [`${letter}2`, `${words}, not suitable`],
    ]),
  ),
  '0': 'not known, as not in touch',
}

export const previousPermanence = {
  P1: 'adoption',
  P2: 'special guardianship order',
  P3: 'residence order or child arrangements order',
  P4: 'not known',
  Z1: 'none',
} as const

export const adopterSexes = within(care.adopterSexes)

export const adopterStatuses = within(care.adopterStatuses)

export const adoptionReversals = within(care.adoptionReversals)

export const workerChanges = within(care.workerChanges)
