import { type Band, type Framework, gradeNamed, type SectionCode } from '../framework.ts'
import { type PrintedArea, trimmed } from './banded-areas.ts'
import type { Block } from './blocks.ts'
import type { Found, ReportJudgement } from './report.ts'
import { plain } from './words.ts'

const GRADE = '(outstanding|good|requires? improvement|inadequate)'
const OVERALL = [
  new RegExp(`^the overall judgement is:?\\s+${GRADE}\\b`),
  new RegExp(`^children's services in .{2,60}? (?:are |is )?${GRADE}\\b`),
]
const BOARD = [
  new RegExp(
    `^the effectiveness of the local safeguarding children board(?: \\(lscb\\))? (?:is |are )?${GRADE}\\b`,
  ),
  new RegExp(`^the local safeguarding children board(?: \\(lscb\\))? (?:is |are )?${GRADE}\\b`),
]

function gradeIn(text: string, patterns: readonly RegExp[], framework: Framework): string | undefined {
  const said = patterns.map(p => p.exec(plain(text.replaceAll('\t', ' ')))?.[1]).find(g => g !== undefined)
  return said && gradeNamed(framework, said.replace(/^require /, 'requires '))?.name
}

/** The judgements on the title page of a 2013–17 report, and on its safeguarding board. */
export function sifJudgements(
  blocks: readonly Block[],
  framework: Framework,
): Found<readonly ReportJudgement[]> {
  const unsure: string[] = []
  const found = framework.judgements.flatMap((j): ReportJudgement[] => {
    const patterns = j.code === 'overall' ? OVERALL : j.code === 'board' ? BOARD : undefined
    const grades = blocks
      .map(b => (patterns ? gradeIn(b.text, patterns, framework) : rowGrade(b, j.title, framework)))
      .filter(g => g !== undefined)
    const [first] = grades
    if (first === undefined) {
      unsure.push(`No judgement was found for "${j.title}".`)
      return []
    }
    const agreed = grades.every(g => g === first)
    if (!agreed) unsure.push(`"${j.title}" is printed with more than one grade.`)
    return [{ section: j.section, area: j.title, grade: agreed ? first : null }]
  })
  return { found, unsure }
}

function rowGrade(block: Block, title: string, framework: Framework): string | undefined {
  const [label, grade] = block.text.split('\t')
  if (label === undefined || grade === undefined) return undefined
  const bare = plain(label).replace(/^[\d.]+\s+/, '')
  return bare === plain(title) ? gradeNamed(framework, grade)?.name : undefined
}

const isStart = (b: Block) =>
  b.kind === 'line' &&
  /^(?:what does the (?:local authority|lscb|board|.{0,40}board.{0,10}) need to improve|recommendations)$/.test(
    plain(b.text),
  )

/** The numbered recommendations: the council's first, then the safeguarding board's. */
export function sifAreas(blocks: readonly Block[], framework: Framework): Found<readonly PrintedArea[]> {
  const areas: PrintedArea[] = []
  let section: SectionCode = 'overall'
  let open = false
  let band: Band | null = null
  for (const [i, block] of blocks.entries()) {
    if (
      areas.length > 0 &&
      block.kind === 'line' &&
      /^section 2\b|^the local safeguarding children board\b/.test(plain(block.text))
    )
      section = 'board'
    const named = framework.bands.find(b => plain(b.title) === plain(block.text))
    if (isStart(block) || (named && !open && startsList(blocks, i))) {
      open = true
      band = named ?? null
    } else if (open && named) band = named
    else if (open && block.kind === 'numbered') areas.push({ section, band, text: trimmed(block.text) })
    else if (open && block.kind === 'bullet' && areas.length > 0) addTo(areas, block)
    else if (open && !/did not find any/i.test(block.text)) open = false
  }
  return { found: areas, unsure: areas.length === 0 ? ['No recommendations were found.'] : [] }
}

/** A list inside a recommendation stays with it, as printed. */
function addTo(areas: PrintedArea[], block: Block): void {
  const last = areas.at(-1)
  if (last) areas[areas.length - 1] = { ...last, text: `${last.text}\n${block.mark} ${trimmed(block.text)}` }
}

const startsList = (blocks: readonly Block[], at: number) =>
  blocks.slice(at + 1, at + 3).some(b => b.kind === 'numbered' || /did not find any/i.test(b.text))
