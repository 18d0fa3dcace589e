import { nearest } from '../../kernel/column-names.ts'
import { type CinTable, columnsOf } from './rules/data.ts'

/** The blocks of the XML that are a row of a table, by the block's name. */
const blocks: ReadonlyMap<string, CinTable> = new Map([
  ['ChildIdentifiers', 'ChildIdentifiers'],
  ['ChildCharacteristics', 'ChildCharacteristics'],
  ['CINdetails', 'CINdetails'],
  ['Assessments', 'Assessments'],
  ['CINPlanDates', 'CINplanDates'],
  ['Section47', 'Section47'],
  ['ChildProtectionPlans', 'ChildProtectionPlans'],
  ['PreProceedingsandFGDM', 'PreProceedings'],
])

/** Elements that come again and again within a block, each a row of its own: the table, and what it is called there. */
const repeated: ReadonlyMap<string, readonly [CinTable, string]> = new Map([
  ['Disability', ['Disabilities', 'Disability']],
  ['AssessmentFactors', ['AssessmentFactorsList', 'AssessmentFactor']],
  ['CPPreviewDate', ['Reviews', 'CPPreviewDate']],
])

/** Elements that only hold others. */
const holders: ReadonlySet<string> = new Set([
  'Message',
  'Header',
  'CollectionDetails',
  'Source',
  'Content',
  'CBDSLevels',
  'CBDSLevel',
  'Children',
  'Child',
  'Disabilities',
  'FactorsIdentifiedAtAssessment',
  'Reviews',
])

/** Elements that a census may have and no rule reads. */
const unread: ReadonlySet<string> = new Set(['SourceLevel', 'PersonSchoolID'])

/** Names under which other years' files write the same. */
const otherNames: ReadonlyMap<string, string> = new Map([['PersonGenderCurrent', 'GenderCurrent']])

/** What an element is to the reader. */
export interface Kind {
  readonly name: string
  /** The table of which it is a row. */
  readonly block: CinTable | undefined
  readonly repeated: readonly [CinTable, string] | undefined
  /** Whether it holds others, as a row or beside it. */
  readonly holds: boolean
  readonly unread: boolean
  /** The column under which its text is kept. */
  readonly column: string
}

const kind = (name: string): Kind => ({
  name,
  block: blocks.get(name),
  repeated: repeated.get(name),
  holds: blocks.has(name) || holders.has(name),
  unread: unread.has(name),
  column: otherNames.get(name) ?? name,
})

const MOST_KINDS = 1000

/** Looks each name up once. */
export function kinds(): (name: string) => Kind {
  const known = new Map<string, Kind>()
  return name => {
    const before = known.get(name)
    if (before) return before
    const made = kind(name)
    if (known.size < MOST_KINDS) known.set(name, made)
    return made
  }
}

/**
 * What to say of an element that the census does not have where it stands.
 * @param table the block in which it stands
 */
export function strangeElement(name: string, table: CinTable | undefined, within: boolean): string {
  const among = within ? [...blocks.keys(), ...holders] : table ? columnsOf[table] : []
  const near = nearest(name.toUpperCase(), among)
  const meant = near ? ` “${near}” may be meant.` : ''
  return `“${name}” is not an element that this census has here, and ${within ? 'nothing in it was' : 'was not'} read.${meant}`
}
