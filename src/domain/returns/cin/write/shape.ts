import { day } from '../../../kernel/day.ts'
import {
  disabilities,
  ethnicities,
  protectionCategories,
  referralSources,
  sexes,
} from '../../../records/codes.ts'
import { assessmentFactors } from '../../../records/codes-factors.ts'
import { closureReasons } from '../../../records/codes-front-door.ts'

/** What may stand in an element that holds no others. */
export type Leaf = 'text' | 'day' | 'moment' | 'year' | 'number' | 'yes-no' | RegExp | ReadonlySet<string>

export type BlockName =
  | 'Message'
  | 'Header'
  | 'CollectionDetails'
  | 'Source'
  | 'Children'
  | 'Child'
  | 'ChildIdentifiers'
  | 'ChildCharacteristics'
  | 'Disabilities'
  | 'CINdetails'
  | 'Assessments'
  | 'FactorsIdentifiedAtAssessment'
  | 'CINPlanDates'
  | 'Section47'
  | 'ChildProtectionPlans'
  | 'Reviews'
  | 'PreProceedingsandFGDM'

/** An element, in its place: how often it comes, and what is in it: a leaf, or a block of the shape. */
export interface Element {
  readonly name: string
  readonly least: 0 | 1
  readonly most: 1 | 'many'
  readonly of: Leaf | BlockName
  /** The first and the last census year whose files have it, where it was not always there. */
  readonly since?: number
  readonly to?: number
}

const one = (name: string, of: Element['of']): Element => ({ name, least: 1, most: 1, of })
const maybe = (name: string, of: Element['of']): Element => ({ name, least: 0, most: 1, of })
const some = (name: string, of: Element['of']): Element => ({ name, least: 1, most: 'many', of })
const any = (name: string, of: Element['of'], since?: number): Element => ({
  name,
  least: 0,
  most: 'many',
  of,
  ...(since === undefined ? {} : { since }),
})
const codes = (list: object, ...more: string[]): ReadonlySet<string> =>
  new Set([...Object.keys(list), ...more])

const upn = /^[A-Za-z]\d{11}(\d|[A-Za-z])$/

/** The blocks of a census file and their elements in order (the Department's schema of 2026; the last since 2026-27). */
export const shape: Readonly<Record<BlockName, readonly Element[]>> = {
  Message: [maybe('Header', 'Header'), one('Children', 'Children')],
  Header: [maybe('CollectionDetails', 'CollectionDetails'), any('Source', 'Source')],
  CollectionDetails: [maybe('Collection', /^CIN$/), maybe('Year', 'year'), maybe('ReferenceDate', 'day')],
  Source: [
    maybe('SourceLevel', /^L$/),
    one('LEA', /^\d{3}$/),
    maybe('SoftwareCode', 'text'),
    maybe('Release', 'text'),
    maybe('SerialNo', /^\d{3}\d*$/),
    maybe('DateTime', 'moment'),
  ],
  Children: [some('Child', 'Child')],
  Child: [
    one('ChildIdentifiers', 'ChildIdentifiers'),
    one('ChildCharacteristics', 'ChildCharacteristics'),
    some('CINdetails', 'CINdetails'),
  ],
  ChildIdentifiers: [
    one('LAchildID', 'text'),
    maybe('UPN', upn),
    maybe('FormerUPN', upn),
    maybe('UPNunknown', /^UN[1-7]$/),
    maybe('PersonBirthDate', 'day'),
    maybe('ExpectedPersonBirthDate', 'day'),
    { ...one('PersonGenderCurrent', /^[0129]$/), to: 2023 },
    { ...one('Sex', codes(sexes)), since: 2024 },
    maybe('PersonDeathDate', 'day'),
  ],
  ChildCharacteristics: [one('Ethnicity', codes(ethnicities)), maybe('Disabilities', 'Disabilities')],
  Disabilities: [some('Disability', codes(disabilities, 'NONE'))],
  CINdetails: [
    one('CINreferralDate', 'day'),
    one('ReferralSource', codes(referralSources)),
    maybe('PrimaryNeedCode', /^N\d$/),
    maybe('CINclosureDate', 'day'),
    maybe('ReasonForClosure', codes(closureReasons)),
    maybe('DateOfInitialCPC', 'day'),
    any('Assessments', 'Assessments'),
    any('CINPlanDates', 'CINPlanDates'),
    any('Section47', 'Section47'),
    one('ReferralNFA', 'yes-no'),
    any('ChildProtectionPlans', 'ChildProtectionPlans'),
    any('PreProceedingsandFGDM', 'PreProceedingsandFGDM', 2026),
  ],
  Assessments: [
    one('AssessmentActualStartDate', 'day'),
    maybe('AssessmentInternalReviewDate', 'day'),
    maybe('AssessmentAuthorisationDate', 'day'),
    maybe('FactorsIdentifiedAtAssessment', 'FactorsIdentifiedAtAssessment'),
  ],
  FactorsIdentifiedAtAssessment: [some('AssessmentFactors', codes(assessmentFactors))],
  CINPlanDates: [one('CINPlanStartDate', 'day'), maybe('CINPlanEndDate', 'day')],
  Section47: [
    one('S47ActualStartDate', 'day'),
    maybe('InitialCPCtarget', 'day'),
    maybe('DateOfInitialCPC', 'day'),
    one('ICPCnotRequired', 'yes-no'),
  ],
  ChildProtectionPlans: [
    one('CPPstartDate', 'day'),
    maybe('CPPendDate', 'day'),
    one('InitialCategoryOfAbuse', codes(protectionCategories)),
    one('LatestCategoryOfAbuse', codes(protectionCategories)),
    one('NumberOfPreviousCPP', 'number'),
    maybe('Reviews', 'Reviews'),
  ],
  Reviews: [some('CPPreviewDate', 'day')],
  PreProceedingsandFGDM: [
    one('PPStartDate', 'day'),
    maybe('LBPSentDate', 'day'),
    maybe('FGDMMeetingOffer', 'yes-no'),
    maybe('FGDMMeetingFac', 'yes-no'),
    maybe('InitialPPMeetingDate', 'day'),
    maybe('ReviewMeetingsCount', 'number'),
    maybe('StepDecisionDate', 'day'),
    maybe('PPOutcome', 'text'),
    maybe('CourtAppDate', 'day'),
    maybe('LetterInitCPDate', 'day'),
  ],
}

export const inForce = (e: Pick<Element, 'since' | 'to'>, year: number): boolean =>
  (e.since ?? year) <= year && year <= (e.to ?? year)

export const isBlock = (of: Element['of']): of is BlockName =>
  typeof of === 'string' && Object.hasOwn(shape, of)

/** A census year by its first calendar year, with its first and last day. */
export const censusYear = (year: number) => ({
  year,
  first: day(`${year}-04-01`),
  last: day(`${year + 1}-03-31`),
})
export type CensusYear = ReturnType<typeof censusYear>
