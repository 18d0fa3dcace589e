import { type Day, dayNumber } from '../../../kernel/day.ts'
import { type Frame, noFrame, once } from '../../check/frame.ts'
import { type Groups, groupRows } from '../../check/groups.ts'
import type { Lookup, Year } from '../../check/rule.ts'

/**
 * The census of children in need as tables. Each block of the XML is a row; `CINdetailsID`, `AssessmentID` and `CPPID`
 * say which block it stood in, and are the reader's own. An assessment's factors stand in it, parted by blanks, and
 * once more one to a row in AssessmentFactorsList.
 */
export const columnsOf = {
  Header: ['Collection', 'Year', 'ReferenceDate', 'LEA', 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'],
  ChildIdentifiers: [
    'LAchildID',
    'UPN',
    'FormerUPN',
    'UPNunknown',
    'PersonBirthDate',
    'ExpectedPersonBirthDate',
    'Sex',
    'GenderCurrent',
    'PersonDeathDate',
  ],
  ChildCharacteristics: ['LAchildID', 'Ethnicity'],
  Disabilities: ['LAchildID', 'Disability'],
  CINdetails: [
    'LAchildID',
    'CINdetailsID',
    'CINreferralDate',
    'ReferralSource',
    'PrimaryNeedCode',
    'CINclosureDate',
    'ReasonForClosure',
    'DateOfInitialCPC',
    'ReferralNFA',
  ],
  Assessments: [
    'LAchildID',
    'CINdetailsID',
    'AssessmentID',
    'AssessmentActualStartDate',
    'AssessmentInternalReviewDate',
    'AssessmentAuthorisationDate',
    'AssessmentFactors',
  ],
  AssessmentFactorsList: [
    'LAchildID',
    'CINdetailsID',
    'AssessmentID',
    'AssessmentFactor',
    'AssessmentActualStartDate',
    'AssessmentAuthorisationDate',
  ],
  CINplanDates: ['LAchildID', 'CINdetailsID', 'CINPlanStartDate', 'CINPlanEndDate'],
  Section47: [
    'LAchildID',
    'CINdetailsID',
    'S47ActualStartDate',
    'InitialCPCtarget',
    'DateOfInitialCPC',
    'ICPCnotRequired',
  ],
  ChildProtectionPlans: [
    'LAchildID',
    'CINdetailsID',
    'CPPID',
    'CPPstartDate',
    'CPPendDate',
    'InitialCategoryOfAbuse',
    'LatestCategoryOfAbuse',
    'NumberOfPreviousCPP',
  ],
  Reviews: ['LAchildID', 'CINdetailsID', 'CPPID', 'CPPreviewDate'],
  PreProceedings: [
    'LAchildID',
    'CINdetailsID',
    'PPStartDate',
    'LBPSentDate',
    'FGDMMeetingOffer',
    'FGDMMeetingFac',
    'InitialPPMeetingDate',
    'ReviewMeetingsCount',
    'StepDecisionDate',
    'PPOutcome',
    'CourtAppDate',
    'LetterInitCPDate',
  ],
} as const

export type CinTable = keyof typeof columnsOf
export type CinColumn<T extends CinTable> = (typeof columnsOf)[T][number]
export const isCinTable = (name: string): name is CinTable => Object.hasOwn(columnsOf, name)

export type CinTables = { readonly [T in CinTable]: Frame<CinColumn<T>> }

/** Everything that a rule of the census may look at. */
export interface Census {
  readonly year: Year
  /** The census year's first and last day, as numbers of days: 1 April to 31 March. */
  readonly start: number
  readonly end: number
  readonly tables: CinTables
  readonly lookups: ReadonlySet<Lookup>
  /** A table's rows by child, or by another column, each group in the order of the given columns' days. */
  readonly by: <T extends CinTable>(table: T, key: CinColumn<T>, ...days: CinColumn<T>[]) => Groups
  /** A table's rows by child and block together: the key is {@link blockKey}. */
  readonly byBlock: <T extends CinTable>(table: T, block: 'CINdetailsID' | 'AssessmentID' | 'CPPID') => Groups
}

const GAP = '\u0000'
/** A child's block by name: the reader's numbers are unique in a file, a case's are so only within a child. */
export const blockKey = (child: string | null | undefined, block: string | null | undefined): string =>
  `${child ?? ''}${GAP}${block ?? ''}`

export const noCinTables = (): CinTables => ({
  Header: noFrame('iso'),
  ChildIdentifiers: noFrame('iso'),
  ChildCharacteristics: noFrame('iso'),
  Disabilities: noFrame('iso'),
  CINdetails: noFrame('iso'),
  Assessments: noFrame('iso'),
  AssessmentFactorsList: noFrame('iso'),
  CINplanDates: noFrame('iso'),
  Section47: noFrame('iso'),
  ChildProtectionPlans: noFrame('iso'),
  Reviews: noFrame('iso'),
  PreProceedings: noFrame('iso'),
})

const SEPARATOR = '|'

/** Makes a census ready to be asked. */
export function census(given: { readonly year: Year; readonly tables: Partial<CinTables> }): Census {
  const tables: CinTables = { ...noCinTables(), ...given.tables }
  const frameOf = (name: string): Frame => tables[isCinTable(name) ? name : 'Header']
  const groups = once((asked: string): Groups => {
    const [table = '', key = '', ...days] = asked.split(SEPARATOR)
    const of = frameOf(table)
    return groupRows(of.text(key), ...days.map(d => of.days(d)))
  })
  const blocks = once((asked: string): Groups => {
    const [table = '', block = ''] = asked.split(SEPARATOR)
    const of = frameOf(table)
    const child = of.text('LAchildID')
    return groupRows(of.text(block).map((b, i) => blockKey(child[i], b)))
  })
  const day = (year: number, monthDay: string) => dayNumber(`${year}-${monthDay}` as Day)
  return {
    year: given.year,
    start: day(given.year, '04-01'),
    end: day(given.year + 1, '03-31'),
    tables,
    lookups: new Set(),
    by: (table, key, ...days) => groups([table, key, ...days].join(SEPARATOR)),
    byBlock: (table, block) => blocks([table, block].join(SEPARATOR)),
  }
}
