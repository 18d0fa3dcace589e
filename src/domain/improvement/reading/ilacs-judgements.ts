import type { Day } from '../../kernel/day.ts'
import { type Framework, type FrameworkJudgement, gradeNamed, judgementsOn } from '../framework.ts'
import type { Block } from './blocks.ts'
import { isImproveHeading } from './ilacs-list.ts'
import type { Found, ReportJudgement } from './report.ts'

/** A word of the report, or a break that no judgement reaches over; and the block it stands in. */
interface Token {
  readonly word: string | null
  readonly block: number
}

interface Printed {
  readonly judgement: FrameworkJudgement
  readonly grade: string
  readonly block: number
}

/** No row of the table and no heading is as long as this many words: what is, is prose. */
const PROSE = 40

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .match(/[a-z]+(?:'[a-z]+)?/g) ?? []

const tokensOf = (blocks: readonly Block[]): readonly Token[] =>
  blocks.flatMap((b, block): readonly Token[] => {
    const words = wordsIn(b.text)
    const prose = words.length > PROSE || b.kind === 'bullet' || b.kind === 'numbered'
    return prose ? [{ word: null, block }] : words.map(word => ({ word, block }))
  })

/**
 * Each judgement with a grade, wherever it is printed: as a row whose cells may be wrapped over lines, so that words
 * of the grade stand among those of the judgement, or as a heading that ends in its grade.
 */
function printedIn(blocks: readonly Block[], framework: Framework): readonly Printed[] {
  const tokens = tokensOf(blocks)
  const ofGrades = new Set(framework.grades.flatMap(g => [g.name, ...(g.also ?? [])].flatMap(wordsIn)))
  const labels = framework.judgements
    .flatMap(judgement =>
      [judgement.title, ...(judgement.also ?? [])].map(t => ({ judgement, words: wordsIn(t) })),
    )
    .sort((a, b) => b.words.length - a.words.length)
  const found: Printed[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { judgement, words } of labels) {
      const read = readRow(tokens, at, words, ofGrades)
      const grade = read && longestGrade(read.graded, framework)
      if (!grade || !read) continue
      found.push({ judgement, grade, block: tokens[at]?.block ?? 0 })
      at = read.end - 1
      break
    }
  }
  return found
}

function readRow(
  tokens: readonly Token[],
  from: number,
  label: readonly string[],
  ofGrades: ReadonlySet<string>,
) {
  const graded: string[] = []
  let at = from
  for (const [i, word] of label.entries()) {
    while (i > 0 && tokens[at]?.word !== word && ofGrades.has(tokens[at]?.word ?? '')) {
      graded.push(tokens[at]?.word ?? '')
      at += 1
    }
    if (tokens[at]?.word !== word) return undefined
    at += 1
  }
  for (; ofGrades.has(tokens[at]?.word ?? ''); at += 1) graded.push(tokens[at]?.word ?? '')
  return { graded, end: at }
}

function longestGrade(words: readonly string[], framework: Framework): string | undefined {
  for (let n = words.length; n > 0; n -= 1) {
    const grade = gradeNamed(framework, words.slice(0, n).join(' '))
    if (grade) return grade.name
  }
  return undefined
}

/**
 * The judgements of a report from 2018 on: from the table on its first page, checked against the headings of its
 * parts, which repeat them. Inspections that began in April 2026 or later have no overall grade.
 * @param began the first day of the inspection, where it is known
 */
export function ilacsJudgements(
  blocks: readonly Block[],
  framework: Framework,
  began: Day | null = null,
): Found<readonly ReportJudgement[]> {
  const body = blocks.findIndex(b => b.kind === 'numbered' || isImproveHeading(b))
  const all = printedIn(blocks, framework)
  const inTable = all.filter(p => body < 0 || p.block < body)
  const unsure: string[] = []
  if (inTable.length === 0 && all.length > 0)
    unsure.push('There is no table of judgements: grades were read from the headings of the report.')
  const codes = [...new Set([...inTable, ...all].map(p => p.judgement))]
  const found = codes.map((judgement): ReportJudgement => {
    const grades = all.filter(p => p.judgement === judgement).map(p => p.grade)
    const agreed = new Set(grades).size === 1
    if (!agreed)
      unsure.push(
        `"${judgement.title}" is printed with more than one grade: ${[...new Set(grades)].join(', ')}.`,
      )
    return { section: judgement.section, area: judgement.title, grade: agreed ? (grades[0] ?? null) : null }
  })
  return { found, unsure: [...unsure, ...missing(framework, codes, began)] }
}

/** What every report of its day has and this one does not. Care leavers may be judged with children in care or apart. */
function missing(
  framework: Framework,
  found: readonly FrameworkJudgement[],
  began: Day | null,
): readonly string[] {
  const expected =
    began === null ? framework.judgements.filter(j => j.before === undefined) : judgementsOn(framework, began)
  const has = (code: string) => found.some(j => j.code === code)
  const together = has('care-and-leavers') || (has('care') && has('leavers'))
  return expected
    .filter(j => !found.includes(j) && !(together && j.section === 'looked-after'))
    .map(j => `No grade was found for "${j.title}".`)
}
