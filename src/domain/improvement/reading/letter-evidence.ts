import type { SectionCode } from '../framework.ts'
import type { Block } from './blocks.ts'
import { isImproveHeading, listAt } from './ilacs-list.ts'
import { endsList, isLetterHeading } from './letter-areas.ts'
import type { EvidenceParagraph } from './report.ts'
import { plain } from './words.ts'

const BEGINS = /findings|overview|strength|evaluation|^progress|^summary$/
const OTHER = /^(?:areas covered by the visit|covered by the visit|context|background|next steps)$/
const END =
  /^(?:yours (?:sincerely|faithfully)|next steps$|i am copying this letter|ofsted will (?:take|use) (?:the|these) findings|the office for standards in education)/

/** A heading that no list of headings has: short, without a stop, not going on in small letters. */
const looksHead = (b: Block): boolean =>
  b.kind === 'line' && b.text.length <= 90 && /^[A-Z‘“]/.test(b.text) && !/[.,;:!?…]$/.test(b.text)

/** The findings of a letter: every paragraph and bullet under a heading of findings, up to the signature. */
export function letterEvidence(blocks: readonly Block[], section: SectionCode): readonly EvidenceParagraph[] {
  const found: EvidenceParagraph[] = []
  let heading: string | null = null
  let open = false
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]
    if (!block || (open && block.kind === 'line' && END.test(plain(block.text)))) break
    const head = block.kind === 'line' || block.kind === 'row'
    if (head && isImproveHeading(block)) i = Math.max(i, listAt(blocks, i + 1, endsList).end - 1)
    else if (head && isLetterHeading(block.text)) {
      open = BEGINS.test(plain(block.text)) && !OTHER.test(plain(block.text))
      heading = block.text
    } else if (open && looksHead(block)) heading = block.text
    else if (open && block.kind !== 'row')
      found.push({
        number: block.kind === 'numbered' ? block.mark : null,
        section,
        heading,
        text: block.text,
      })
  }
  return found
}
