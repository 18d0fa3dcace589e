import type { Framework, SectionCode } from '../framework.ts'
import type { Block } from './blocks.ts'
import { isImproveHeading, listAt } from './ilacs-list.ts'
import { isPartHeading, partOf } from './ilacs-parts.ts'
import type { EvidenceParagraph } from './report.ts'
import { plain } from './words.ts'

/** Where the findings end: what Ofsted says of itself on the last page. */
const END = /^the office for standards in education, children's services and skills|^yours sincerely/
/** Below this many characters an unnumbered line is a heading or a part of the title page, and no finding. */
const SHORTEST = 60

/** The findings, paragraph by paragraph: what stands before the list of areas, then each numbered paragraph. */
export function ilacsEvidence(blocks: readonly Block[], framework: Framework): readonly EvidenceParagraph[] {
  const found: EvidenceParagraph[] = []
  let section: SectionCode = 'overall'
  let heading: string | null = null
  let begun = false
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block || END.test(plain(block.text))) break
    const part = block.kind === 'row' ? undefined : partOf(block, framework)
    if (block.kind === 'row' && isPartHeading(block, framework)) begun = true
    else if (part) {
      section = part
      heading = block.text
      begun = true
    } else if (isImproveHeading(block)) {
      const list = listAt(blocks, i + 1, b => isImproveHeading(b) || isPartHeading(b, framework))
      if (list.items.length > 0) i = list.end - 1
    } else add(found, block, { section, heading }, begun)
  }
  return found
}

function add(
  found: EvidenceParagraph[],
  block: Block,
  where: Pick<EvidenceParagraph, 'section' | 'heading'>,
  begun: boolean,
): void {
  const last = found.at(-1)
  if (block.kind === 'bullet' && last)
    found[found.length - 1] = { ...last, text: `${last.text}\n${block.mark} ${block.text}` }
  else if (block.kind === 'numbered') found.push({ number: block.mark, ...where, text: block.text })
  else if (begun && block.kind === 'line' && block.text.length >= SHORTEST)
    found.push({ number: null, ...where, text: block.text })
}
