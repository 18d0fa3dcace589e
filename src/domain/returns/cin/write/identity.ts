import type { CaseFile } from '../../../casework/file.ts'
import { person } from '../../../casework/person.ts'
import { birthday, type Day, day, parseDay } from '../../../kernel/day.ts'
import { block, type Content } from './content.ts'
import type { CensusYear } from './shape.ts'

const PUPIL = /^[A-Z]\d{11}[\dA-Z]$/

const detailsOf = (file: CaseFile) => file.happenings.filter(e => e.type === 'person-details' && !e.withdrawn)

/** The day the child died: as it was told when the case was closed, or when care or a plan ended. */
function died(file: CaseFile): Day | undefined {
  for (const e of file.happenings) {
    if (e.withdrawn) continue
    const a = e.answers
    if (e.type === 'case-closed' && a.reason === 'RC2' && typeof a.diedOn === 'string')
      return parseDay(a.diedOn)
    if (e.type === 'ceased-looked-after' && a.reason === 'E2') return e.happened
    if (e.type === 'protection-plan-ended' && a.reason === 'died') return e.happened
  }
  return undefined
}

/** The birth; or for who was unborn at the end of the year, the birth as it was expected. */
function birth(whole: CaseFile, of: CensusYear) {
  const { born, unborn } = whole.person
  if (born && !unborn && born <= of.last) return { born }
  const expected = person(detailsOf(whole).filter(e => e.answers.unborn === true)).born
  return { expected: expected ?? born ?? undefined }
}

/** Who is five by 31 August of the year is of school age in it, and has a number of a pupil. */
const ofSchoolAge = (born: Day | undefined, of: CensusYear): boolean =>
  born !== undefined && birthday(born, 5) <= day(`${of.year}-08-31`)

/** Until 2023-24 the census asked for a gender, in figures. */
const figures: Readonly<Record<string, string>> = { M: '1', F: '2', U: '0' }
const sexOf = (sex: string | null, of: CensusYear): Content =>
  of.year >= 2024 ? { Sex: sex ?? 'U' } : { PersonGenderCurrent: figures[sex ?? 'U'] }

/**
 * Who the child is.
 * @param whole the file as it stands now: what was learnt after the year is told, a birth after it is not
 * @param onlyReferred no referral of the year led to anything: then a number need not be known
 */
export function identifiers(
  code: string,
  whole: CaseFile,
  file: CaseFile,
  of: CensusYear,
  onlyReferred: boolean,
): Content {
  const { born, expected } = { born: undefined, expected: undefined, ...birth(whole, of) }
  const upn = whole.person.upn !== null && PUPIL.test(whole.person.upn) ? whole.person.upn : undefined
  const said = detailsOf(whole).at(-1)?.answers.upnUnknown
  const seems = !ofSchoolAge(born, of) ? 'UN1' : onlyReferred ? 'UN7' : undefined
  const why = upn ? undefined : born && typeof said === 'string' ? said : seems
  return block(
    {
      LAchildID: code,
      UPN: upn,
      UPNunknown: why,
      PersonBirthDate: born,
      ExpectedPersonBirthDate: expected,
      ...sexOf(born ? whole.person.sex : null, of),
      PersonDeathDate: died(file),
    },
    [detailsOf(whole).at(-1)?.id],
  )
}

/** Ethnicity and disabilities. A disability of which nobody has said what it is stays blank, and the rules will say so. */
export function characteristics(whole: CaseFile): Content {
  const { ethnicity, disability } = whole.person
  const last = detailsOf(whole).at(-1)
  const kinds = last?.answers.disabilities
  const codes = disability === false ? ['NONE'] : disability && Array.isArray(kinds) ? kinds.map(String) : []
  return block(
    {
      Ethnicity: ethnicity ?? 'NOBT',
      Disabilities: codes.length > 0 ? { Disability: [...new Set(codes)] } : undefined,
    },
    [last?.id],
  )
}
