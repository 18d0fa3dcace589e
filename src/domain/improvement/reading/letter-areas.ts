import { type Framework, frameworkBand } from '../framework.ts'
import type { PrintedArea } from './banded-areas.ts'
import type { Block } from './blocks.ts'
import { areasOf, isImproveHeading, isPriorityHeading, type List, listAt } from './ilacs-list.ts'
import type { LetterCover } from './letter-cover.ts'
import type { Found } from './report.ts'
import { plain } from './words.ts'

const FINDINGS =
  /^(?:(?:headline|main|key|summary of|our|inspection)? ?findings(?: and (?:evaluation|recommendations|progress).{0,40})?|findings and evaluation of progress|overview|overall findings?|evaluation(?: of progress)?|strengths?|key strengths.{0,40}|progress|(?:areas )?covered by the visit|areas covered by the visit|context|background|next steps|summary|case study.{0,60}|practice study.{0,60}|yours sincerely)$/

/** Whether a line of a letter is one of the headings that its parts stand under. */
export const isLetterHeading = (text: string): boolean =>
  text.length <= 140 && (FINDINGS.test(plain(text)) || isImproveHeading({ kind: 'line', mark: '', text }))

/** The headings that end a list even where its bullets were lost. */
export const endsList = (b: Block): boolean => b.kind !== 'bullet' && isLetterHeading(b.text)

/** A joint inspection may list its areas agency by agency: a short line with bullets after it goes on with the list. */
function listOver(blocks: readonly Block[], from: number, joint: boolean): List {
  const list = listAt(blocks, from, endsList)
  const next = blocks[list.end]
  const goesOn =
    next?.kind === 'line' && next.text.length <= 60 && !/[.;]$/.test(next.text) && !endsList(next)
  if (!joint || list.items.length === 0 || !goesOn || blocks[list.end + 1]?.kind !== 'bullet') return list
  const rest = listOver(blocks, list.end + 1, joint)
  return { ...rest, items: [...list.items, ...rest.items] }
}

/**
 * The areas for improvement and for priority action of a letter, where it lists any: most letters after a monitoring
 * visit do not, and the areas such a visit covered are none.
 */
export function letterAreas(
  blocks: readonly Block[],
  framework: Framework,
  cover: LetterCover,
): Found<readonly PrintedArea[]> {
  const found: PrintedArea[] = []
  const unsure: string[] = []
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block || !isImproveHeading(block)) continue
    const list = listOver(blocks, i + 1, cover.kind === 'joint')
    const band = isPriorityHeading(block) ? frameworkBand(framework, 'priority') : null
    const { section } = cover
    // What is asked for at once is often one paragraph; it is one area, however many of those there are.
    const areas = list.bare && list.items.length > 6 ? [] : areasOf(list, section, band)
    if (list.bare && list.items.length > 0)
      unsure.push(`Under "${block.text}" there are no bullets: check where each area begins and ends.`)
    found.push(...areas)
    i = Math.max(i, list.end - 1)
  }
  if (found.length === 0 && cover.kind !== 'monitoring-visit')
    unsure.push('No list of areas for improvement was found in this letter.')
  return { found, unsure }
}
