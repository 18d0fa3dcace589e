import { feeds903 } from './live/fields-903.ts'
import { feedsCin } from './live/fields-cin.ts'

/** The national returns that are written from the record. */
export const collections = {
  ssda903: 'Children looked after (SSDA903)',
  cin: 'Children in need (CIN census)',
} as const
export type CollectionCode = keyof typeof collections

export const isCollection = (code: string | undefined): code is CollectionCode =>
  code !== undefined && Object.hasOwn(collections, code)

/** By record type and question: the columns that the answer feeds, alone or with others. */
export type Feeds = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/**
 * Where each column of a return comes from. By this a rule that speaks of columns is told to a worker at the question
 * that they answer, and an issue leads to the entry, or to the record still to be made, that puts it right.
 */
export const feeds: Readonly<Record<CollectionCode, Feeds>> = { ssda903: feeds903, cin: feedsCin }

/** Columns of which a rule speaks without naming them, by its code: what it looks for stands in another table. */
const unnamed: Readonly<Record<CollectionCode, Readonly<Record<string, readonly string[]>>>> = {
  ssda903: { '630': ['PREV_PERM'] },
  cin: { '2991Q': ['AssessmentActualStartDate'] },
}

/** Every column of which a rule speaks. */
export const columnsOf = (
  collection: CollectionCode,
  rule: { readonly code: string; readonly fields: readonly string[] },
): readonly string[] => [...(unnamed[collection][rule.code] ?? []), ...rule.fields]

/** Columns that are blank, and rightly, until something has come to an end or has happened. */
export const notYet: ReadonlySet<string> = new Set([
  ...['DEC', 'REC', 'REASON_PLACE_CHANGE', 'MIS_END', 'SW_DEC', 'DUC', 'DOLO_END', 'MC_DOB'],
  ...['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  ...['CINclosureDate', 'ReasonForClosure', 'CINPlanEndDate', 'CPPendDate', 'PersonDeathDate'],
  ...['AssessmentAuthorisationDate', 'DateOfInitialCPC', 'FormerUPN', 'ExpectedPersonBirthDate'],
])

/** The questions of a record type that feed any of these columns, in the order in which they are asked. */
export const fieldsFor = (
  collection: CollectionCode,
  type: string,
  columns: readonly string[],
): readonly string[] =>
  Object.entries(feeds[collection][type] ?? {}).flatMap(([field, fed]) =>
    fed.some(c => columns.includes(c)) ? [field] : [],
  )

/** The columns that answers of this type feed. */
export const columnsFrom = (collection: CollectionCode, type: string): ReadonlySet<string> =>
  new Set(Object.values(feeds[collection][type] ?? {}).flat())

/** The record types that feed any of these columns, those first that feed the columns named first. */
export const typesFor = (collection: CollectionCode, columns: readonly string[]): readonly string[] => [
  ...new Set(
    columns.flatMap(column =>
      Object.keys(feeds[collection]).filter(type => fieldsFor(collection, type, [column]).length > 0),
    ),
  ),
]

/** True where what is recorded with this type stands in a return. */
export const feedsReturns = (type: string): boolean => Object.values(feeds).some(f => type in f)
