import { fail, ok, type Result } from '../kernel/result.ts'
import { distance } from '../returns/ssda903/find-columns.ts'

/** What a column of a file of notices holds: its name as we ask for it, and the names that it goes by. */
interface Column {
  readonly title: string
  readonly also: readonly string[]
  readonly needed?: true
}

const given = {
  title: 'Given names',
  also: ['forename', 'forenames', 'first name', 'first names', 'given name'],
}
const family = { title: 'Family name', also: ['surname', 'last name'] }
const child = {
  givenName: given,
  familyName: family,
  otherNames: { title: 'Other names', also: ['alias', 'aliases', 'also known as', 'aka', 'middle names'] },
  born: { title: 'Date of birth', also: ['dob', 'd o b', 'birth date', 'date of birth or due date'] },
  age: { title: 'Age', also: ['age in years'] },
  sex: { title: 'Sex', also: ['gender'] },
  address: { title: 'Home address', also: ['address', 'full address', 'address line 1'] },
  postcode: { title: 'Postcode', also: ['post code'] },
  school: { title: 'School or nursery', also: ['school', 'nursery', 'school name', 'education'] },
  nhsNumber: { title: 'NHS number', also: ['nhs no', 'nhs'] },
} satisfies Readonly<Record<string, Column>>

const whose = {
  referrer: {
    title: 'Name of the sender',
    also: ['officer', 'officer name', 'clinician', 'practitioner', 'completed by'],
  },
  phone: { title: 'Telephone', also: ['phone', 'contact number', 'tel'] },
  email: { title: 'Email', also: ['email address', 'e mail'] },
} satisfies Readonly<Record<string, Column>>

/** The columns of the notices that come as a file, as data. */
export const noticeColumns = {
  police: {
    number: {
      title: 'Incident number',
      also: [
        'incident no',
        'incident ref',
        'incident reference',
        'crime number',
        'occurrence number',
        'reference',
      ],
      needed: true,
    },
    incidentOn: {
      title: 'Date of incident',
      also: ['incident date', 'date', 'date and time of incident', 'occurred on'],
      needed: true,
    },
    ...child,
    concern: {
      title: 'What happened',
      also: ['summary', 'circumstances', 'details', 'incident summary', 'incident details', 'narrative'],
    },
    grade: {
      title: 'Risk',
      also: ['risk level', 'risk grading', 'risk grade', 'dash', 'dash risk', 'dash grading'],
    },
    adults: {
      title: 'Adults involved',
      also: ['persons involved', 'people involved', 'adults', 'victim and suspect', 'parties'],
    },
    outcome: { title: 'What was done', also: ['action taken', 'actions', 'police action', 'outcome'] },
    organisation: { title: 'Force or unit', also: ['force', 'unit', 'station', 'police force'] },
    ...whose,
  },
  hospital: {
    number: {
      title: 'Attendance number',
      also: [
        'attendance no',
        'attendance id',
        'attendance ref',
        'episode number',
        'visit number',
        'reference',
      ],
      needed: true,
    },
    incidentOn: {
      title: 'Date of attendance',
      also: ['attendance date', 'attended on', 'arrival date', 'arrival date and time', 'date'],
      needed: true,
    },
    ...child,
    concern: {
      title: 'Why the child came',
      also: ['presenting complaint', 'reason for attendance', 'complaint', 'reason', 'details', 'concern'],
    },
    grade: { title: 'Diagnosis', also: ['primary diagnosis', 'diagnosis description'] },
    adults: { title: 'Who came with the child', also: ['accompanied by', 'attended with', 'brought by'] },
    outcome: { title: 'What was done', also: ['outcome', 'disposal', 'discharge', 'treatment'] },
    organisation: { title: 'Hospital', also: ['hospital name', 'site', 'trust', 'department'] },
    ...whose,
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Column>>>>

export type NoticeKind = keyof typeof noticeColumns
export type NoticeField = keyof (typeof noticeColumns)['police']

export const noticeTitles: Readonly<Record<NoticeKind, string>> = {
  police: 'Police notices of domestic abuse',
  hospital: 'Hospital notices of attendance at A&E',
}

/** A column’s name without case, blanks or marks. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const columnsOf = (kind: NoticeKind): readonly (readonly [string, Column])[] =>
  Object.entries(noticeColumns[kind])

/** Letters that a name may be off by and still be taken for the one it is like. */
const SLIPS = 2

export interface FoundColumns {
  /** Where each column stands, by the name of what it holds. */
  readonly at: ReadonlyMap<string, number>
  /** What should be said of how the names were read. */
  readonly notes: readonly string[]
}

/** Which column a name is, and what is missed where it is none. */
function match(
  kind: NoticeKind,
  header: string,
): { field: string; title: string; exact: boolean } | undefined {
  const name = plain(header)
  const all = columnsOf(kind)
  const known = all.find(([, c]) => [c.title, ...c.also].some(n => plain(n) === name))
  if (known) return { field: known[0], title: known[1].title, exact: plain(known[1].title) === name }
  if (name.length < 6) return undefined
  const like = all.filter(([, c]) => [c.title, ...c.also].some(n => distance(plain(n), name) <= SLIPS))
  const [one] = like
  return one && like.length === 1 ? { field: one[0], title: one[1].title, exact: false } : undefined
}

/**
 * Finds the columns of a file of notices, whatever their order and however their names are written.
 * @returns where they stand; or every fault of the line of names, each with what to do
 */
export function findColumns(
  kind: NoticeKind,
  headers: readonly string[],
): Result<FoundColumns, readonly string[]> {
  const at = new Map<string, number>()
  const notes: string[] = []
  const faults: string[] = []
  const unknown: string[] = []
  for (const [i, header] of headers.entries()) {
    if (header.trim() === '') continue
    const found = match(kind, header)
    if (!found) {
      unknown.push(header)
      continue
    }
    const before = at.get(found.field)
    if (before !== undefined) {
      faults.push(
        `“${headers[before]}” and “${header}” are both read as ${found.title}. Take one of them out.`,
      )
      continue
    }
    at.set(found.field, i)
    if (!found.exact) notes.push(`“${header}” was read as ${found.title}.`)
  }
  for (const [field, { title, also, needed }] of columnsOf(kind) as readonly (readonly [string, Column])[])
    if (needed && !at.has(field))
      faults.push(
        `The column “${title}” is missing. Add it, or give that name to the column that holds it (${also.slice(0, 3).join(', ')} are known too). The file has: ${headers.join(', ') || 'nothing'}.`,
      )
  if (!['givenName', 'familyName', 'address', 'nhsNumber'].some(f => at.has(f)))
    faults.push('No column says who the child is. Add “Given names” and “Family name”.')
  if (unknown.length > 0) notes.push(`Not known, and left out: ${unknown.map(u => `“${u}”`).join(', ')}.`)
  return faults.length > 0 ? fail(faults) : ok({ at, notes })
}
