import type { Band } from '../framework.ts'
import { type PrintedArea, trimmed } from './banded-areas.ts'
import type { Block } from './blocks.ts'
import { plain } from './words.ts'

const PRIORITY = /^(?:the )?areas? (?:for|of|requiring|needing) (?:(?:urgent|immediate) )?priority action$/
const IMPROVE =
  /^(?:what (?:needs|need|does .{2,60} need) to (?:be )?improved?(?: (?:in|to|for|about|and|across)\b.{0,90})?|(?:the )?(?:key )?areas? (?:for|of|requiring|needing) improvements?(?: and areas? for priority action)?|areas? for priority action and (?:areas? for )?improvement)$/

const short = (b: Block) => b.kind !== 'bullet' && b.text.length <= 140

/** Whether areas for priority action are listed under this heading. */
export const isPriorityHeading = (b: Block): boolean => short(b) && PRIORITY.test(plain(b.text))

/** Whether a list of what needs to improve, or of areas for priority action, begins after this heading. */
export const isImproveHeading = (b: Block): boolean =>
  short(b) && (IMPROVE.test(plain(b.text)) || isPriorityHeading(b))

/** Hollow bullets, arrows and the letter that Word draws for one: text and no bullet to the rest of the reader. */
const INNER = /^([o○◦‣⁃➢➤→✓])\s+(?=\S)/

/** A block as part of a list: those that only a list could tell for bullets are bullets. */
function listed(block: Block): Block {
  const inner = block.kind === 'line' ? INNER.exec(block.text) : null
  return inner ? { kind: 'bullet', mark: inner[1] ?? '', text: block.text.slice(inner[0].length) } : block
}

/** Bullets that are letters are all of one sort. */
const sort = (mark: string): string => (/^\(?[a-z]{1,3}[.)]$/.test(mark) ? 'letter' : mark)

interface Item {
  readonly mark: string
  readonly text: string
}

const NONE = /\b(?:no|not|none|nothing)\b.{0,80}\b(?:areas?|identif\w+|improve\w*)\b/i
const beginsSmall = (text: string) => /^[a-z‘“'"(]*[a-z]/.test(text)

/** What was read after a heading, and where the list ends. `bare` where it was printed without bullets. */
export interface List {
  readonly items: readonly Item[]
  readonly end: number
  readonly bare: boolean
  /** The report says that there is nothing to list. */
  readonly none: boolean
}

/**
 * The list that begins at a block: bullets, or numbers where those are printed, or bare lines where there is neither.
 * A list inside an item stays with it, each of its lines with its mark. It ends at the first block that is no part.
 * @param stop a heading that ends even a bare list
 */
export function listAt(blocks: readonly Block[], from: number, stop: (b: Block) => boolean): List {
  const items: Item[] = []
  let at = from
  const kindAt = (i: number) => (blocks[i] ? listed(blocks[i]).kind : undefined)
  if (NONE.test(blocks[from]?.text ?? '') && kindAt(from) === 'line' && kindAt(from + 1) !== 'bullet')
    return { items, end: from + 1, bare: false, none: true }
  for (const block of blocks.slice(from, from + 2)) {
    if (stop(block) || !isIntro(block, kindAt(at + 1))) break
    at += 1
  }
  const kind = kindAt(at)
  if (kind === 'line') return bareAt(blocks, at, stop)
  const rest = blocks.slice(at).map(listed)
  const outer = sort(rest[0]?.mark ?? '')
  let inside = false
  for (const block of rest) {
    const last = items.at(-1)
    if (stop(block) || (block.kind !== kind && !(kind === 'numbered' && block.kind === 'bullet' && last)))
      break
    const deeper = block.kind !== kind || (kind === 'bullet' && sort(block.mark) !== outer)
    inside = last !== undefined && (last.text.endsWith(':') || (inside && beginsSmall(block.text)))
    if (last && (deeper || inside))
      items[items.length - 1] = { ...last, text: `${last.text}\n${block.mark} ${block.text}` }
    else items.push({ mark: block.kind === 'numbered' ? block.mark : '', text: block.text })
    at += 1
  }
  return { items, end: at, bare: false, none: false }
}

/** "The local authority needs to improve:", or words without an end before bullets. */
const isIntro = (block: Block, next: Block['kind'] | undefined): boolean =>
  block.kind === 'line' && (/:$/.test(block.text) || next === 'bullet' || next === 'numbered')

/** Bullets may be lost where a text was taken from a page. What then stands up to the next heading is the list. */
function bareAt(blocks: readonly Block[], from: number, stop: (b: Block) => boolean): List {
  const rest = blocks.slice(from, from + 16)
  const length = rest.findIndex(b => stop(b) || b.kind !== 'line')
  const items = rest.slice(0, length < 0 ? 0 : length).map(b => ({ mark: '', text: b.text }))
  return { items, end: from + items.length, bare: true, none: false }
}

/** The items of a list as areas for improvement, in the words printed but for the stop that ends each. */
export const areasOf = (
  list: List,
  section: PrintedArea['section'],
  band: Band | null,
): readonly PrintedArea[] =>
  list.items.map(({ mark, text }) => ({
    section,
    band,
    text: trimmed(text),
    mark: mark === '' ? null : mark,
  }))
