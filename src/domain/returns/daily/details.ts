import type { CaseFile } from '../../casework/file.ts'
import { ageOn, type Day } from '../../kernel/day.ts'
import type { Standing } from '../../records/entry.ts'
import { postcodeIn } from '../ssda903/write/postcode-in.ts'
import { type SaidBlock, said, unlessEmpty } from './said.ts'

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const isList = (v: unknown): v is readonly string[] => Array.isArray(v) && v.every(x => typeof x === 'string')

/** The pupil number that the child had before this one. */
const formerUpn = (details: readonly Standing[], now: string | null) =>
  details.findLast(e => words(e.answers.upn) !== null && e.answers.upn !== now)

/** Codes are required where a child is disabled; one who is not has the code that says so. */
function disabilitiesOf(e: Standing): readonly string[] | null {
  if (e.answers.disability === false) return ['NONE']
  const kinds = e.answers.disabilities
  return isList(kinds) && kinds.length > 0 ? kinds : null
}

/** An age by which nobody has a pupil number yet: the year in which a child turns five is the first of school. */
const BEFORE_SCHOOL = 4

function upn(details: readonly Standing[], last: Standing, today: Day): SaidBlock {
  const now = words(last.answers.upn)
  const former = formerUpn(details, now)
  const born = last.answers.unborn === true ? null : words(last.answers.born)
  const tooYoung =
    last.answers.unborn === true || (born !== null && ageOn(born as Day, today) < BEFORE_SCHOOL)
  const why = words(last.answers.upnUnknown) ?? (tooYoung ? 'UN1' : null)
  return {
    unique_pupil_number: said(now, last.id),
    former_unique_pupil_number: now === null ? undefined : said(words(former?.answers.upn), former?.id),
    unique_pupil_number_unknown_reason: now === null ? said(why, last.id) : undefined,
  }
}

/** The latest word on whether a child came alone to seek asylum. */
function asylum(file: CaseFile): SaidBlock {
  const last = file.happenings.findLast(e => e.type === 'unaccompanied' && !e.withdrawn)
  return {
    uasc_flag: last && said(words(last.answers.to) === null, last.id),
    uasc_end_date: last && said(words(last.answers.to), last.id),
  }
}

/** Who the child is, as last written. */
export function detailsOf(file: CaseFile, today: Day): SaidBlock | undefined {
  const details = file.happenings.filter(e => e.type === 'person-details' && !e.withdrawn)
  const last = details.at(-1)
  if (!last) return undefined
  const a = last.answers
  const unborn = a.unborn === true
  return unlessEmpty({
    ...upn(details, last, today),
    first_name: said(words(a.givenName), last.id),
    surname: said(words(a.familyName), last.id),
    date_of_birth: unborn ? undefined : said(words(a.born), last.id),
    expected_date_of_birth: unborn ? said(words(a.expected), last.id) : undefined,
    sex: said(words(a.sex), last.id),
    ethnicity: said(words(a.ethnicity), last.id),
    disabilities: said(disabilitiesOf(last), last.id),
    postcode: said(postcodeIn(words(a.address)), last.id),
    ...asylum(file),
  })
}

/** Questionnaires that have a score, in order. */
export function healthOf(file: CaseFile): SaidBlock | undefined {
  const scored = file.happenings.filter(e => e.type === 'sdq' && !e.withdrawn)
  return unlessEmpty({
    sdq_assessments: scored.flatMap(e =>
      typeof e.answers.score === 'number'
        ? [{ date: said(e.happened, e.id), score: said(e.answers.score, e.id) }]
        : [],
    ),
  })
}
