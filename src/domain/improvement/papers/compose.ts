import { longDay } from '../../kernel/day.ts'
import { type Paper, type PaperBlock, type PaperPart, say, section, toWrite } from '../paper.ts'
import { cleanWords, saidBy, writtenContent } from './author.ts'
import type { Ask, Content, Outline, PaperInput, Part } from './part.ts'

/** What was done with a part: left out, put back, moved. */
export interface Choice {
  readonly part: string
  readonly what: 'out' | 'in' | 'up' | 'down'
}

/** The parts in the order chosen. Those that stand fast stay where they are. */
export function orderOf(parts: readonly Part[], choices: readonly Choice[]): readonly Part[] {
  const order = [...parts]
  for (const { part, what } of choices) {
    const at = order.findIndex(p => p.key === part)
    const to = what === 'up' ? at - 1 : what === 'down' ? at + 1 : at
    const [here, there] = [order[at], order[to]]
    if (!here || !there || here === there || here.fixed || there.fixed) continue
    order[at] = there
    order[to] = here
  }
  return order
}

/** The parts that are left out. */
export function leftOut(parts: readonly Part[], choices: readonly Choice[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { part, what } of choices) {
    if (what === 'out' && parts.some(p => p.key === part && !p.fixed)) out.add(part)
    if (what === 'in') out.delete(part)
  }
  return out
}

/** What stands in a place: the author's words, or those it begins with. */
export const wordsAt = (ask: Ask, input: PaperInput): string =>
  cleanWords(input.written.get(ask.key) ?? ask.start?.(input) ?? '').trim()

function asked(ask: Ask, input: PaperInput): Content {
  const words = wordsAt(ask, input)
  if (words !== '') return writtenContent(words, input.bound, ask.points)
  return ask.optional ? [] : [[toWrite(ask.what)]]
}

/** The people at the head of a paper, each beside what they are. */
function details(asks: readonly Ask[], input: PaperInput): readonly PaperBlock[] {
  const rows = asks.flatMap(ask => {
    const words = wordsAt(ask, input)
    if (words === '') return ask.optional ? [] : [{ label: ask.label, text: [toWrite(ask.what)] }]
    return [{ label: ask.label, text: saidBy(words, input.bound) }]
  })
  return rows.length > 0 ? [{ kind: 'details', rows }] : []
}

/** What a part says, without its heading. */
export function contentOf(part: Part, input: PaperInput): Content {
  const asks = (part.asks ?? []).filter(a => !a.placed)
  const lines = asks.filter(a => a.line)
  const texts = asks.filter(a => !a.line)
  return [...details(lines, input), ...(part.made?.(input) ?? []), ...texts.flatMap(a => asked(a, input))]
}

const plain = (content: Content): readonly PaperBlock[] =>
  content.map(c => ('kind' in c ? c : { kind: 'paragraph', sentences: c }))

/** Writes a paper: its parts in their order, numbered where they are, the wide ones on pages of their own. */
export function composePaper(outline: Outline, input: PaperInput, choices: readonly Choice[] = []): Paper {
  const out = leftOut(outline.parts, choices)
  const pages: { orientation: PaperPart['orientation']; blocks: PaperBlock[] }[] = []
  let number = 0
  for (const part of orderOf(outline.parts, choices)) {
    const content = contentOf(part, input)
    if (out.has(part.key) || content.length === 0) continue
    if (part.heading === 'numbered') number += 1
    const blocks =
      part.heading === 'numbered'
        ? section(number, part.title, content)
        : part.heading === 'plain'
          ? [{ kind: 'heading' as const, level: 1 as const, text: part.title }, ...plain(content)]
          : plain(content)
    const orientation = part.wide ? 'landscape' : 'portrait'
    const last = pages.at(-1)
    if (last?.orientation === orientation) last.blocks.push(...blocks)
    else pages.push({ orientation, blocks: [...blocks] })
  }
  pages.at(-1)?.blocks.push({
    kind: 'paragraph',
    sentences: [
      say(
        `Figures are as at ${longDay(input.asAt)}. Those that speak of fewer than five children are held back.`,
      ),
    ],
  })
  return {
    title: outline.title(input),
    body: input.body,
    meeting: input.meeting,
    asAt: input.asAt,
    language: 'en-GB',
    parts: pages,
    ...(outline.opening ? { opening: outline.opening(input) } : {}),
    ...(outline.sheet ? { sheet: true } : {}),
  }
}

export interface Left {
  readonly part: Part
  readonly ask: Ask
}

/** The places that the author has still to fill, in their order. */
export function placesLeft(
  outline: Outline,
  input: PaperInput,
  choices: readonly Choice[] = [],
): readonly Left[] {
  const out = leftOut(outline.parts, choices)
  return orderOf(outline.parts, choices)
    .filter(part => !out.has(part.key))
    .flatMap(part =>
      (part.asks ?? []).flatMap(ask => (!ask.optional && wordsAt(ask, input) === '' ? [{ part, ask }] : [])),
    )
}
