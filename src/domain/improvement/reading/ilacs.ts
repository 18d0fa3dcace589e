import { type Framework, gradeNamed } from '../framework.ts'
import { type PrintedArea, trimmed } from './banded-areas.ts'
import type { Block } from './blocks.ts'
import type { Found, ReportJudgement } from './report.ts'
import { plain } from './words.ts'

/** The table of judgements on the first page of a report from 2018 on. There is no overall grade from April 2026. */
export function ilacsJudgements(
  blocks: readonly Block[],
  framework: Framework,
): Found<readonly ReportJudgement[]> {
  const unsure: string[] = []
  const found: ReportJudgement[] = []
  for (const block of blocks) {
    const [label, word] = block.text.split('\t')
    const grade = word === undefined ? undefined : gradeNamed(framework, word)
    const judgement = framework.judgements.find(j => plain(j.title) === plain(label ?? ''))
    if (grade && judgement && !found.some(f => f.area === judgement.title))
      found.push({ section: judgement.section, area: judgement.title, grade: grade.name })
    else if (grade && !judgement)
      unsure.push(`A grade stands against "${label}", which is no known judgement.`)
  }
  if (found.length < 3) unsure.push('Fewer than three judgements were found in the table of judgements.')
  return { found, unsure }
}

/** What needs to improve: undated, in no time band. A list inside a bullet stays with it, as printed. */
export function ilacsAreas(blocks: readonly Block[]): Found<readonly PrintedArea[]> {
  const start = blocks.findIndex(b => plain(b.text) === 'what needs to improve' && b.kind === 'line')
  const texts: string[] = []
  let outer = ''
  for (const block of start < 0 ? [] : blocks.slice(start + 1)) {
    if (block.kind !== 'bullet') break
    const last = texts.at(-1)
    if (texts.length === 0) outer = block.mark
    if (last?.endsWith(':') || (last !== undefined && block.mark !== outer))
      texts[texts.length - 1] = `${last}\n${block.mark} ${block.text}`
    else texts.push(block.text)
  }
  const found = texts.map(text => ({ section: 'overall' as const, band: null, text: trimmed(text) }))
  return { found, unsure: found.length === 0 ? ['No list of what needs to improve was found.'] : [] }
}
