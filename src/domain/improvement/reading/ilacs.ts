import { addDays } from '../../kernel/day.ts'
import { type Framework, frameworkBand } from '../framework.ts'
import type { PrintedArea } from './banded-areas.ts'
import { type Block, blocksOf, headingTest } from './blocks.ts'
import type { Cover } from './cover.ts'
import { headingsOf } from './headings.ts'
import { ilacsEvidence } from './ilacs-evidence.ts'
import { ilacsJudgements } from './ilacs-judgements.ts'
import { areasOf, isImproveHeading, isPriorityHeading, listAt } from './ilacs-list.ts'
import { isPartHeading } from './ilacs-parts.ts'
import type { Found, ReportKind } from './report.ts'
import { plain } from './words.ts'

/** What a report from 2018 on holds: its kind, judgements, areas for improvement and findings. */
export function ilacsContents(text: string, framework: Framework, cover: Cover) {
  // A judgement without its grade may be the half of a heading, and what follows then belongs to it.
  const known = headingTest(headingsOf({ ...framework, judgements: [] }))
  const isHeading = (line: string) => {
    const block: Block = { kind: 'line', mark: '', text: line }
    return (
      known(line) || isImproveHeading(block) || (GRADED.test(plain(line)) && isPartHeading(block, framework))
    )
  }
  const blocks = blocksOf(text, isHeading)
  const judgements = ilacsJudgements(blocks, framework, cover.inspectedFrom)
  const outstanding = judgements.found.every(j => j.grade === 'Outstanding')
  return {
    kind: kindOf(text, cover),
    judgements,
    areas: ilacsAreas(blocks, framework, outstanding),
    evidence: ilacsEvidence(blocks, framework),
  }
}

const GRADED = /\W(?:outstanding|good|inadequate)$/

/** A standard inspection takes two weeks with the council, a short one takes one (rules 3A); few reports say which. */
function kindOf(text: string, { inspectedFrom, inspectedTo }: Cover): ReportKind {
  if (/\bthis (?:was a |is a )?short inspection\b/i.test(text)) return 'short'
  return inspectedFrom !== null && inspectedTo !== null && inspectedTo <= addDays(inspectedFrom, 6)
    ? 'short'
    : 'standard'
}

/**
 * What needs to improve, as a report from 2018 on lists it on its second page, in no time band; and any area for
 * priority action. Some outstanding services are told of none.
 */
function ilacsAreas(
  blocks: readonly Block[],
  framework: Framework,
  outstanding: boolean,
): Found<readonly PrintedArea[]> {
  const unsure: string[] = []
  const found: PrintedArea[] = []
  const stop = (b: Block) => isImproveHeading(b) || isPartHeading(b, framework)
  let none = outstanding
  for (const [i, block] of blocks.entries()) {
    if (!isImproveHeading(block)) continue
    const list = listAt(blocks, i + 1, stop)
    none = none || list.none
    if (list.bare && list.items.length > 0)
      unsure.push('What needs to improve is printed without bullets: check where each area begins and ends.')
    found.push(
      ...areasOf(list, 'overall', isPriorityHeading(block) ? frameworkBand(framework, 'priority') : null),
    )
  }
  if (found.length === 0 && !none) unsure.push('No list of what needs to improve was found.')
  return { found, unsure }
}
