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
  // Words of a grade that stand before a row: those of a cell that is taller than the one beside it.
  let before: string[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const { word, block } = tokens[at] ?? NOTHING
    const row = labels.flatMap(l => readRow(tokens, at, l, ofGrades) ?? []).at(0)
    const grade = row && gradeOf(before, row.graded, framework)
    if (row && grade) {
      found.push({ judgement: row.judgement, grade: grade.name, block })
      at = row.end - 1 - Math.min(row.trailing, grade.unused)
    }
    before = !row && word !== null && ofGrades.has(word) ? [...before, word] : []
  }
  return found
}

const NOTHING: Token = { word: null, block: 0 }

interface Label {
  readonly judgement: FrameworkJudgement
  readonly words: readonly string[]
}

/** A judgement that begins at a token, with the words of grades among and after its own; undefined where none does. */
function readRow(tokens: readonly Token[], from: number, label: Label, ofGrades: ReadonlySet<string>) {
  const graded: string[] = []
  let at = from
  const takeGrades = (until: string | undefined) => {
    for (;;) {
      const word = tokens[at]?.word ?? ''
      if (word === until || !ofGrades.has(word)) return
      graded.push(word)
      at += 1
    }
  }
  for (const [i, word] of label.words.entries()) {
    if (i > 0) takeGrades(word)
    if (tokens[at]?.word !== word) return undefined
    at += 1
  }
  const among = graded.length
  takeGrades(undefined)
  return { judgement: label.judgement, graded, end: at, trailing: graded.length - among }
}

/** The longest grade that the words before a row and in it begin with, and how many of its words are left over. */
function gradeOf(before: readonly string[], graded: readonly string[], framework: Framework) {
  for (const words of before.length > 0 ? [[...before, ...graded], graded] : [graded]) {
    const least = words === graded ? 0 : before.length
    for (let n = words.length; n > least; n -= 1) {
      const grade = gradeNamed(framework, words.slice(0, n).join(' '))
      if (grade) return { name: grade.name, unused: words.length - n }
    }
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
