import type { FrameworkCode } from '../../../domain/improvement/framework.ts'
import { frameworkOf } from '../../../domain/improvement/frameworks.ts'
import { type Strand, strands } from '../../../domain/improvement/library-strands.ts'
import { findTheme } from '../../../domain/improvement/themes.ts'
import type { Stretch } from '../../../domain/improvement/themes-found.ts'
import { type Day, monthName } from '../../../domain/kernel/day.ts'
import { END, HIT } from '../../../store/queries/library-search.ts'

/** A text with some of its words marked. */
export function Marked({ text, words }: { text: string; words: readonly Stretch[] }) {
  let at = 0
  const pieces = words.flatMap(([from, to]) => {
    const before = text.slice(at, from)
    at = to
    return [before, <mark class="gt-library__mark">{text.slice(from, to)}</mark>]
  })
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  )
}

/** The words that a search found, marked where the database marked them. */
export function Headline({ shown }: { shown: string }) {
  const [first = '', ...rest] = shown.split(HIT)
  return (
    <>
      {first}
      {rest.map(piece => {
        const [found = '', ...after] = piece.split(END)
        return (
          <>
            <mark class="gt-library__mark">{found}</mark>
            {after.join('')}
          </>
        )
      })}
    </>
  )
}

/** The themes of a passage, each leading to what others were told on it. */
export const ThemeLinks = ({ codes }: { codes: readonly string[] }) =>
  codes.length === 0 ? null : (
    <span class="gt-library__themes">
      <span class="govuk-visually-hidden">Themes: </span>
      {codes.map((code, i) => (
        <>
          {i > 0 && ' · '}
          <a class="govuk-link" href={`/plan/library/theme/${code}`}>
            {themeTitle(code)}
          </a>
        </>
      ))}
    </span>
  )

/** A theme's title; its code where this version no longer has it. */
export const themeTitle = (code: string): string => findTheme(code)?.title ?? code

interface Graded {
  readonly grade: string | null
  readonly gradeOf?: Strand | null
}

/** "Good", or "Adequate for help and protection" where the whole was not graded. */
export function Grade({ grade, gradeOf }: Graded) {
  if (grade === null) return <span class="gt-quiet">Not graded</span>
  if (!gradeOf) return <>{grade}</>
  return (
    <>
      {grade} <span class="gt-quiet">({strands[gradeOf].toLowerCase()})</span>
    </>
  )
}

export const shortFramework = (code: FrameworkCode): string => frameworkOf(code).shortName

/** "July 2021", or that no day was read. */
export const when = (dated: Day | null): string => (dated ? monthName(dated) : 'day not read')

interface Named {
  readonly authority: string | null
  readonly council: string | null
}

/** The council's name, leading to its page where it was read. */
export function CouncilLink({ authority, council }: Named) {
  if (council === null) return <span class="gt-quiet">Council not read</span>
  return (
    <a class="govuk-link" href={`/plan/library/council/${council}`}>
      {authority}
    </a>
  )
}

/** Whether anybody has held the reading against the report. */
export const Checked = ({ checked }: { checked: boolean }) =>
  checked ? <>Checked against the report</> : <>Read by the product, not checked</>

export const kindTitles = {
  standard: 'Standard inspection',
  short: 'Short inspection',
  'focused-visit': 'Focused visit',
  'monitoring-visit': 'Monitoring visit',
  'assurance-visit': 'Assurance visit',
  joint: 'Joint inspection',
} as const
