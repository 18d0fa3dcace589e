import { type Framework, type FrameworkJudgement, gradeNamed } from '../framework.ts'
import type { Block } from './blocks.ts'
import type { Found, ReportJudgement } from './report.ts'
import { plain } from './words.ts'

export { sifAreas } from './sif-areas.ts'

const GRADE = '(outstanding|good|requires? improvement|inadequate)(?: to be good)?'
/** What stands between a judgement and its grade: a footnote mark, dots, "is", "is that it is", "are judged to be". */
const IS =
  '[\\s:\\d.–-]*(?:(?:is|are|has been|have been)\\s+)?(?:that it is\\s+)?(?:(?:judged|graded)\\s+)?(?:to be\\s+)?(?:as\\s+)?'
const SERVICES = "(?:children's|children and young people's) services(?: in .{2,80}?| for .{2,80}?)?"
const BOARD =
  "(?:[a-z&,-]+ ){0,8}?(?:safeguarding children(?:'s)? board(?: ?\\([a-z]+\\))?|lscb|[a-z]{1,4}scb)"

/** The words of each judgement, as families: what one report puts a little otherwise than the next. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  overall: [
    `(?:the )?overall judge?ment(?: is)?(?: that)?(?: ${SERVICES})?`,
    `(?:the )?overall effectiveness(?: of .{2,80}?)?`,
    SERVICES,
    'services for children in .{2,60}?',
  ],
  help: [
    '(?:the )?(?:experiences and progress of )?children (?:and young people )?who need help and protection',
  ],
  permanence: [
    '(?:the )?(?:experiences and progress of )?(?:children looked after|looked after children) and achieving permanence',
  ],
  adoption: ['(?:the )?(?:graded judge?ment (?:for|about|on|of) )?(?:the )?adoption performance'],
  leavers: [
    '(?:the )?(?:graded judge?ment (?:for|about|on|of) )?(?:the )?(?:experiences? and progress of )?care leavers',
  ],
  leadership: [
    '(?:the )?(?:graded judge?ment (?:for|about|on|of) )?leadership,? management,? and governance',
  ],
  board: [`(?:the )?(?:effectiveness of )?(?:the )?${BOARD}`],
}

const bare = (text: string) => plain(text.replaceAll('\t', ' ')).replace(/^\d[\d.]*\s+/, '')

/** The grades printed for a judgement: in a line of its own, heading or row, which says nothing else. */
function gradesOf(lines: readonly string[], code: string, framework: Framework): readonly string[] {
  const patterns = (WORDS[code] ?? []).map(words => new RegExp(`^${words}${IS}${GRADE}$`))
  return lines.flatMap(line => {
    const said = patterns.map(p => p.exec(line)?.[1]).find(g => g !== undefined)
    const grade = said && gradeNamed(framework, said.replace(/^require /, 'requires '))?.name
    return grade ? [grade] : []
  })
}

/** Each short line by itself, and with a grade that stands alone after it. */
function shortLines(blocks: readonly Block[]): readonly string[] {
  const alone = new RegExp(`^${GRADE}$`)
  return blocks.flatMap((b, i) => {
    const line = bare(b.text)
    const after = bare(blocks[i + 1]?.text ?? '')
    if (line.length > 220) return []
    return alone.test(after) ? [line, `${line} ${after}`] : [line]
  })
}

/** Whether the board was reviewed with the council: some re-inspections have no review of it. */
const reviewsBoard = (blocks: readonly Block[]) =>
  blocks.slice(0, 60).some(b => /safeguarding children(?:'s)? board|\blscb\b/.test(plain(b.text)))

/** The judgements of a 2013–17 report, from its title page and the headings of its parts. */
export function sifJudgements(
  blocks: readonly Block[],
  framework: Framework,
): Found<readonly ReportJudgement[]> {
  const unsure: string[] = []
  const lines = shortLines(blocks)
  const told = (j: FrameworkJudgement): ReportJudgement[] => {
    const grades = gradesOf(lines, j.code, framework)
    const [first] = grades
    if (first === undefined) {
      if (j.code !== 'board' || reviewsBoard(blocks)) unsure.push(`No judgement was found for "${j.title}".`)
      return []
    }
    const agreed = grades.every(g => g === first)
    if (!agreed) unsure.push(`"${j.title}" is printed with more than one grade.`)
    return [{ section: j.section, area: j.title, grade: agreed ? first : null }]
  }
  return { found: framework.judgements.flatMap(told), unsure }
}
