import type { Framework, SectionCode } from '../framework.ts'
import type { Block } from './blocks.ts'
import { bodyRows, type Heading, type Row, recordRows } from './graded-rows.ts'
import type { Found, ReportJudgement } from './report.ts'
import { plain } from './words.ts'

const OVERALL = 'overall effectiveness'
/** The overall row may be printed with the name of the service after it. */
const isOverall = (area: string) => plain(area).startsWith(OVERALL)

/**
 * Puts each row into a section by order and repetition: every list of rows opens with overall effectiveness, so the
 * second time it is seen the second section has begun. Printed headings are not trusted: a 2011 report heads its
 * safeguarding rows "Services for looked after children" (rules 6.14).
 */
function inSections(
  rows: readonly Row[],
  sections: readonly SectionCode[],
): readonly (Row & { section: SectionCode })[] {
  let at = 0
  let seen = false
  return rows.map(row => {
    if (isOverall(row.area)) {
      if (seen) at = Math.min(at + 1, sections.length - 1)
      seen = true
    }
    return { ...row, section: sections[at] ?? 'safeguarding' }
  })
}

function wrongHeadings(list: readonly (Row | Heading)[], framework: Framework): readonly string[] {
  const titles = framework.sections.map(s => ({ ...s, plain: plain(s.title) }))
  let overalls = -1
  return list.flatMap((item, i) => {
    if ('grade' in item) {
      if (isOverall(item.area)) overalls += 1
      return []
    }
    const title = titles.find(t => t.plain === plain(item.heading))
    const next = list.slice(i + 1).find((x): x is Row => 'grade' in x)
    if (!title || !next || !isOverall(next.area)) return []
    const expected = framework.sections[overalls + 1]
    if (!expected || expected.code === title.code) return []
    return [
      `The record of main findings heads its ${expected.title.toLowerCase()} rows "${title.title}": they were placed by their order.`,
    ]
  })
}

/** The judgements of a report with a record of main findings (2009–13), each checked against the body's headings. */
export function recordedJudgements(
  blocks: readonly Block[],
  framework: Framework,
): Found<readonly ReportJudgement[]> {
  const sections = framework.sections.map(s => s.code)
  const list = recordRows(blocks, framework)
  const recorded = inSections(
    list.filter((r): r is Row => 'grade' in r),
    sections,
  )
  const body = bodyRows(blocks, framework)
  const inBody = inSections(body.found, sections)
  const unsure = [...body.unsure, ...wrongHeadings(list, framework)]
  if (recorded.length === 0 && inBody.length > 0)
    unsure.push('There is no record of main findings: grades were read from the headings of the report.')
  const judgements = (recorded.length > 0 ? recorded : inBody).map(row => {
    const other = inBody.find(b => b.section === row.section && plain(b.area) === plain(row.area))
    if (!other || other.grade === row.grade) return row
    unsure.push(
      `"${row.area}" is ${row.grade} in the record of main findings but ${other.grade} in the report.`,
    )
    return { ...row, grade: null }
  })
  for (const section of framework.sections)
    if (!judgements.some(j => j.section === section.code && isOverall(j.area)))
      unsure.push(`No judgement of overall effectiveness was found for ${section.title.toLowerCase()}.`)
  return { found: judgements.map(({ section, area, grade }) => ({ section, area, grade })), unsure }
}
