import { type Framework, gradeNamed } from '../framework.ts'
import { type Block, GRADE_LINE } from './blocks.ts'
import { OVER_ROWS } from './headings.ts'
import type { Found } from './report.ts'
import { plain } from './words.ts'

/** A grade against its heading, before its section is known. */
export interface Row {
  readonly area: string
  readonly grade: string
}

export interface Heading {
  readonly heading: string
}

const RECORD =
  /^(?:(?:annex|appendix)(?: \w)?[:\s-]*)?record of (?:the )?(?:main )?(?:inspection )?(?:findings|judge?ments)\b/
/** A label of the record is never longer than this; a sentence that ends in a grade is. */
const LONGEST_LABEL = 170

const isRecord = (b: Block) => b.kind !== 'row' && b.text.length < 120 && RECORD.test(plain(b.text))

/** Rows and sub-headings of the record of main findings: from the last run of headings of that name with rows. */
export function recordRows(blocks: readonly Block[], framework: Framework): readonly (Row | Heading)[] {
  const starts = blocks.flatMap((b, i) => (isRecord(b) ? [i] : []))
  const late = starts.filter(i => i > blocks.length * 0.5)
  const from = late.length > 0 ? late : starts.slice(-1)
  const rows = from.map(at => rowsOf(blocks.slice(at + 1), framework))
  return rows.find(list => list.some(r => 'grade' in r)) ?? []
}

function rowsOf(blocks: readonly Block[], framework: Framework): readonly (Row | Heading)[] {
  return blocks.flatMap((b, i): (Row | Heading)[] => {
    const alone = gradeNamed(framework, b.text.replace(/^grade\s*\d\s*[(:]?|\)$/gi, ''))
    const above = blocks[i - 1]
    if (alone && above && above.text.length <= LONGEST_LABEL && !rowOf(above, framework))
      return [{ area: tidy(above.text), grade: alone.name }]
    return [rowOf(b, framework) ?? { heading: tidy(b.text) }]
  })
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A label to which the heading over it was joined, in a table whose rows stand close: the label alone. */
function withoutHeading(area: string): string {
  const heading = OVER_ROWS.find(h => plain(area).startsWith(`${plain(h)} `) || area.startsWith(`${h} `))
  const rest = heading === undefined ? '' : area.slice(heading.length).trim()
  return /^[A-Z]/.test(rest) ? rest : area
}

function rowOf(block: Block, framework: Framework): Row | undefined {
  const names = framework.grades.map(g => g.name).join('|')
  const m = new RegExp(`^(.*\\S)[\\s|:]+(?:grade\\s*\\d\\s*[(:]?\\s*)?(${names})\\)?\\.?$`, 'i').exec(
    block.text.trim(),
  )
  const grade = m && gradeNamed(framework, m[2] ?? '')
  const area = withoutHeading(tidy((m?.[1] ?? '').replace(/[\s|:–-]+$/, '')))
  return grade && area.length <= LONGEST_LABEL ? { area, grade: grade.name } : undefined
}

/** Grades printed under or at the end of the headings of the body: "Grade 3 (Adequate)". */
export function bodyRows(blocks: readonly Block[], framework: Framework): Found<readonly Row[]> {
  const unsure: string[] = []
  const found = blocks.flatMap((b, i): Row[] => {
    const text = b.kind === 'row' ? b.text.replaceAll('\t', ' ') : b.text
    const m = b.kind === 'bullet' || text.length > LONGEST_LABEL ? null : GRADE_LINE.exec(text)
    const grade = m && gradeNamed(framework, m[3] ?? '')
    if (!m || !grade) return []
    const area = m[1] !== '' ? (m[1] ?? '').replace(/[\s:–-]+$/, '') : (blocks[i - 1]?.text ?? '')
    if (grade.number !== Number(m[2]))
      unsure.push(`"${area}" is printed as grade ${m[2]} but "${grade.name}".`)
    return area === '' || area.length > LONGEST_LABEL ? [] : [{ area, grade: grade.name }]
  })
  return { found, unsure }
}
