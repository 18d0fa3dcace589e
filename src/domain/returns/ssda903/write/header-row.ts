import type { CaseFile } from '../../../casework/file.ts'
import { birthday, type Day, day, parseDay } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import { readDay } from '../days.ts'
import { postcodeIn } from './postcode-in.ts'
import {
  answer,
  type Beside,
  entriesOf,
  row,
  type WrittenChild,
  type WrittenRow,
  written,
  type YearDays,
} from './written.ts'

/** The day of a birth as people write it beside a name: the date. A year alone is none. */
const dayIn = (text: string | null): Day | null => (text ? (readDay(text) ?? parseDay(text) ?? null) : null)

/** A child's own children, with their births where these are known, by the end of the year. */
function ownChildren(file: CaseFile, y: YearDays, beside: Beside): { born: Day | null; entry: Standing }[] {
  return entriesOf(file, 'relationship')
    .filter(e => e.answers.kind === 'child')
    .map(entry => {
      const other = answer(entry, 'child')
      return { entry, born: dayIn(answer(entry, 'born')) ?? (other ? beside.born(other) : null) }
    })
    .filter(c => c.born === null || c.born <= y.end)
}

/**
 * The pupil number, or why there is none. Nobody is asked why a child has none who is not of school age: under five on
 * the last day of August.
 */
function pupilNumber(file: CaseFile, details: Standing | undefined, y: YearDays): string | null {
  const { upn, born } = file.person
  const stated = answer(details, 'upnUnknown')
  if (upn) return upn
  return stated ?? (born !== null && birthday(born, 5) > day(`${y.year}-08-31`) ? 'UN1' : null)
}

/** The entry of an unaccompanied child seeking asylum, where that was so in some part of the year. */
export function asylum(file: CaseFile, y: YearDays): Standing | undefined {
  const last = entriesOf(file, 'unaccompanied').findLast(e => e.happened <= y.end)
  const to = answer(last, 'to')
  return to !== null && to < y.start ? undefined : last
}

/** Who the child is. Whether she is a mother is asked of girls and young women who were in care, short breaks apart. */
export function headerRow(
  { code, file }: WrittenChild,
  inCare: boolean,
  y: YearDays,
  beside: Beside,
): WrittenRow {
  const { person } = file
  const details = entriesOf(file, 'person-details').at(-1)
  const asked = inCare && person.sex === 'F'
  const own = asked ? ownChildren(file, y, beside) : []
  const first = own.reduce<Day | null>((a, c) => (c.born && (a === null || c.born < a) ? c.born : a), null)
  const alone = inCare ? asylum(file, y) : undefined
  return row(
    'Header',
    {
      CHILD: code,
      SEX: person.sex,
      DOB: person.unborn ? null : written(person.born),
      ETHNIC: person.ethnicity,
      UPN: pupilNumber(file, details, y),
      MOTHER: asked ? (own.length > 0 ? '1' : '0') : null,
      MC_DOB: written(first),
      UASC: alone ? '1' : '0',
    },
    [details?.id, ...own.map(c => c.entry.id), alone?.id],
  )
}

/** The row that says that a child in care in the year came alone to seek asylum; none where that was not so. */
export function asylumRows({ code, file }: WrittenChild, y: YearDays): readonly WrittenRow[] {
  const entry = asylum(file, y)
  if (!entry) return []
  const to = dayIn(answer(entry, 'to'))
  return [
    row(
      'UASC',
      {
        CHILD: code,
        DOB: written(file.person.born),
        SEX: file.person.sex,
        DUC: to !== null && to <= y.end ? written(to) : null,
      },
      [entry.id],
    ),
  ]
}

/** The postcode of the child's home as it was known on a day; the first that was known, where that came later. */
export function homePostcode(file: CaseFile): (on: Day) => string | null {
  const known = entriesOf(file, 'person-details').flatMap(e => {
    const postcode = postcodeIn(answer(e, 'address'))
    return postcode === null ? [] : [{ from: e.happened, postcode }]
  })
  return on => (known.findLast(k => k.from <= on) ?? known[0])?.postcode ?? null
}
