import { type Paper, type PaperBlock, sentencesOf } from '../paper.ts'
import { isPaperKind, paperKinds } from '../paper-kinds.ts'
import { composePaper } from './compose.ts'
import { outlines } from './outlines.ts'
import type { PaperInput } from './part.ts'
import { sampleInput } from './sample-paper.ts'

// Papers of every kind, of the plan of `sample-paper.ts`, and what a test looks for in one.

export const kinds = Object.keys(paperKinds).filter(isPaperKind)
export const paperOf = (kind: (typeof kinds)[number], more: Partial<PaperInput> = {}) =>
  composePaper(outlines[kind], sampleInput(kind, more))
/** Every sentence of a paper. */
export const words = (paper: Paper) => sentencesOf(paper).map(s => s.text)
export const all = (paper: Paper): readonly PaperBlock[] => paper.parts.flatMap(p => p.blocks)
export const headings = (paper: Paper) =>
  all(paper).flatMap(b => (b.kind === 'heading' && b.level === 1 ? [b.text] : []))
/** What stands under a heading, sentence by sentence, up to the next. */
export const under = (paper: Paper, heading: string): string[] => {
  const blocks = all(paper)
  const at = blocks.findIndex(b => b.kind === 'heading' && b.text === heading)
  const end = blocks.findIndex((b, i) => i > at && b.kind === 'heading' && b.level === 1)
  return blocks
    .slice(at + 1, end < 0 ? undefined : end)
    .flatMap(b => (b.kind === 'list' ? b.items.flat() : b.kind === 'paragraph' ? b.sentences : []))
    .map(s => s.text)
}
