import { england } from '../kernel/calendar.ts'
import { longDay } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { squeezed } from '../kernel/squeezed.ts'
import { dueOf, type Framework, inForce } from './framework.ts'
import { frameworkOf } from './frameworks.ts'
import { agenciesOf } from './reading/agencies.ts'
import { councilName } from './reading/authority.ts'
import { bandedAreas, type PrintedArea } from './reading/banded-areas.ts'
import { blocksOf, headingTest } from './reading/blocks.ts'
import { type Cover, readCover } from './reading/cover.ts'
import { evidenceOf } from './reading/evidence.ts'
import { recordedJudgements } from './reading/graded.ts'
import { headingsOf } from './reading/headings.ts'
import { ilacsContents } from './reading/ilacs.ts'
import { readLetter } from './reading/letter.ts'
import type { AreaForImprovement, Found, Report, ReportJudgement } from './reading/report.ts'
import { sifAreas, sifJudgements } from './reading/sif.ts'
import { mentionsInspection, otherKind } from './reading/titles.ts'

export type { AreaForImprovement, Report, ReportJudgement } from './reading/report.ts'

/**
 * Reads a published inspection report of a council's children's services.
 * @param given the report's text: paragraphs on lines, bullets marked, table cells apart by a tab or wide space
 * @returns the report, with what a person should check in `unsure`; or what was expected and what to do
 */
export function readReport(given: string): Result<Report> {
  const text = squeezed(given)
  const fault = unreadable(text)
  if (fault) return fail(fault)
  const letter = readLetter(text)
  if (letter) return ok(letter)
  const cover = readCover(text)
  if (!cover) return fail(notAReport(text))
  const framework = frameworkOf(cover.found.framework)
  const { judgements, areas, kind, evidence } = contents(text, framework, cover.found)
  if (judgements.found.length === 0 && areas.found.length === 0) return fail(titleOnly(framework))
  return ok({
    ...cover.found,
    kind: kind ?? 'standard',
    overall: gradeOfWhole(framework, judgements.found),
    lscb: judgements.found.find(j => j.section === 'board')?.grade ?? null,
    recommendations: areas.found.map(({ section, text, mark }) => ({ mark: mark ?? null, section, text })),
    evidence: evidence ?? [],
    judgements: judgements.found,
    areasForImprovement: areas.found.map(area => finished(area, cover.found, text)),
    unsure: [...cover.unsure, ...outsideYears(framework, cover.found), ...judgements.unsure, ...areas.unsure],
  })
}

/** The grade of the whole: reports of two services judge each by itself and print none. */
function gradeOfWhole(framework: Framework, judgements: readonly ReportJudgement[]): string | null {
  const whole = judgements.find(j => j.section === 'overall' && /^overall/i.test(j.area))
  if (whole || framework.sections.length > 1) return whole?.grade ?? null
  return judgements.find(j => /^overall effectiveness/i.test(j.area))?.grade ?? null
}

interface Contents extends Partial<Pick<Report, 'kind' | 'evidence'>> {
  readonly judgements: Found<readonly ReportJudgement[]>
  readonly areas: Found<readonly PrintedArea[]>
}

function contents(text: string, framework: Framework, cover: Cover): Contents {
  if (framework.code === 'ilacs-2018') return ilacsContents(text, framework, cover)
  const isHeading = headingTest(headingsOf(framework))
  const blocks = blocksOf(text, isHeading)
  const judged = framework.code === 'sif-2013' ? sifJudgements : recordedJudgements
  const areas =
    framework.code === 'sif-2013' ? sifAreas(blocks, framework) : bandedAreas(blocks, framework, isHeading)
  return {
    judgements: judged(blocks, framework),
    areas,
    evidence: evidenceOf(blocks, framework, areas.found),
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
    agencies: agenciesOf(`${area.lead ? `${area.lead} ` : ''}${area.text}`, authority ?? 'Local', fallback),
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
const NOT_A_REPORT = `This is not an inspection report that can be read: no title such as "Inspection of safeguarding and looked after children services" or "Inspection of … local authority children’s services" stands on its first page.`

function notAReport(text: string): string {
  const kind = otherKind(text)
  if (mentionsInspection(text))
    return `This is not an inspection report: it speaks of one, as a paper or letter about it does, but does not bear its title on its first page. ${DO}`
  if (kind) return `This looks like ${kind}, not like a report on a council’s children’s services. ${DO}`
  return `${NOT_A_REPORT} ${DO}`
}

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
