import type { Framework, SectionCode } from '../framework.ts'
import type { Block } from './blocks.ts'
import { plain } from './words.ts'

/** The part that a heading opens: "The experiences and progress of care leavers: good"; undefined for anything else. */
export function partOf(block: Block, framework: Framework): SectionCode | undefined {
  if (block.kind === 'bullet' || block.kind === 'numbered' || block.text.length > 150) return undefined
  const text = plain(block.text.replaceAll('\t', ' '))
  return framework.judgements
    .flatMap(j => [j.title, ...(j.also ?? [])].map(title => ({ title: plain(title), section: j.section })))
    .sort((a, b) => b.title.length - a.title.length)
    .find(
      ({ title }) =>
        text === title ||
        (text.startsWith(title) &&
          /^(?: is| are)?\W*(?:outstanding|good|requires|inadequate)/.test(text.slice(title.length))),
    )?.section
}

export const isPartHeading = (block: Block, framework: Framework): boolean =>
  partOf(block, framework) !== undefined
