import { england } from '../kernel/calendar.ts'
import { longDay } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { dueOf, type Framework, inForce } from './framework.ts'
import { frameworkOf } from './frameworks.ts'
import { agenciesOf } from './reading/agencies.ts'
import { councilName } from './reading/authority.ts'
import { bandedAreas, type PrintedArea } from './reading/banded-areas.ts'
import { blocksOf, headingTest } from './reading/blocks.ts'
import { type Cover, readCover } from './reading/cover.ts'
import { recordedJudgements } from './reading/graded.ts'
import { headingsOf } from './reading/headings.ts'
import { ilacsAreas, ilacsJudgements } from './reading/ilacs.ts'
import type { AreaForImprovement, Found, Report, ReportJudgement } from './reading/report.ts'
import { sifAreas, sifJudgements } from './reading/sif.ts'

export type { AreaForImprovement, Report, ReportJudgement } from './reading/report.ts'

/**
 * Reads a published inspection report of a council's children's services.
 * @param text the report's text: paragraphs on lines, bullets marked, table cells apart by a tab or wide space
 * @returns the report, with what a person should check in `unsure`; or what was expected and what to do
 */
export function readReport(text: string): Result<Report> {
  const fault = unreadable(text)
  if (fault) return fail(fault)
  const cover = readCover(text)
  if (!cover) return fail(NOT_A_REPORT)
  const framework = frameworkOf(cover.found.framework)
  const { judgements, areas } = contents(text, framework)
  if (judgements.found.length === 0 && areas.found.length === 0) return fail(titleOnly(framework))
  return ok({
    ...cover.found,
    kind: 'standard',
    overall: judgements.found.find(j => j.section === 'overall')?.grade ?? null,
    lscb: judgements.found.find(j => j.section === 'board')?.grade ?? null,
    recommendations: areas.found.map(({ section, text }) => ({ mark: null, section, text })),
    evidence: [],
    judgements: judgements.found,
    areasForImprovement: areas.found.map(area => finished(area, cover.found, text)),
    unsure: [...cover.unsure, ...outsideYears(framework, cover.found), ...judgements.unsure, ...areas.unsure],
  })
}

function contents(
  text: string,
  framework: Framework,
): { judgements: Found<readonly ReportJudgement[]>; areas: Found<readonly PrintedArea[]> } {
  const isHeading = headingTest(headingsOf(framework))
  const blocks = blocksOf(text, isHeading)
  if (framework.code === 'ilacs-2018')
    return { judgements: ilacsJudgements(blocks, framework), areas: ilacsAreas(blocks) }
  if (framework.code === 'sif-2013')
    return { judgements: sifJudgements(blocks, framework), areas: sifAreas(blocks, framework) }
  return {
    judgements: recordedJudgements(blocks, framework),
    areas: bandedAreas(blocks, framework, isHeading),
  }
}

function finished(area: PrintedArea, cover: Cover, text: string): AreaForImprovement {
  const due = area.band && cover.published ? dueOf(area.band, cover.published, england) : undefined
  const { authority } = cover
  const board = area.section === 'board'
  const council = authority === null ? 'The council' : councilName(authority, text)
  const fallback = board ? `${authority ?? 'Local'} Safeguarding Children Board` : council
  return {
    section: area.section,
    band: area.band?.code ?? null,
    due: due ?? null,
    text: area.text,
    agencies: agenciesOf(area.text, authority ?? 'Local', fallback),
  }
}

function outsideYears(framework: Framework, cover: Cover): readonly string[] {
  const began = cover.inspectedFrom
  if (began === null || inForce(framework, began)) return []
  if (framework.datesKnownTo === 'year' && framework.to?.slice(0, 4) === began.slice(0, 4)) return []
  const years = `${framework.from.slice(0, 4)} to ${framework.to?.slice(0, 4) ?? 'now'}`
  return [`The inspection began on ${longDay(began)}, outside the years of this framework (${years}).`]
}

const DO = 'Give the whole report as it was published, as a PDF with text or a text file.'
const NOT_A_REPORT = `This is not an inspection report that can be read: no title such as "Inspection of safeguarding and looked after children services" or "Inspection of … local authority children’s services" stands on its first page. ${DO}`

const titleOnly = (f: Framework) =>
  `This has the title "${f.name}", but no judgements and no areas for improvement could be found in it. It may be a part of a report or a letter. ${DO}`

function unreadable(text: string): string | undefined {
  if (text.trim() === '')
    return `There is no text in this file. If it is a scan, it must be turned into text first. ${DO}`
  const sample = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a picture or program from text
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  return strange > sample.length / 100 ? `This file is not text. ${DO}` : undefined
}
