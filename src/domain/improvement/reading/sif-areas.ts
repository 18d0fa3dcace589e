import type { Band, Framework, SectionCode } from '../framework.ts'
import type { PrintedArea } from './banded-areas.ts'
import type { Block } from './blocks.ts'
import { headingLike } from './outline.ts'
import type { Found } from './report.ts'
import { plain, trimmed } from './words.ts'

const START =
  /^(?:(?:key |summary of )?recommendations(?: (?:for|to) .{3,60})?|what (?:does|do) .{3,80} need to improve|what needs to improve)$/
const BOARD = /safeguarding children(?:'s)? board|\blscb\b/
/** Headings that come after the recommendations, though their paragraphs may be numbered on. */
const AFTER =
  /strength|summary|progress since|information about|children and young people$|judge?ments?\b|inspection findings|experiences and progress|^section \d|^contents|about (?:this|the) inspection|^findings|^key findings|^(?:the )?local authority$/
const NONE = /(?:did not find|there (?:are|were) no|no) .{0,60}(?:areas?|action|recommendations)/i

interface List {
  section: SectionCode
  band: Band | null
  last: number
  bulleted: boolean | undefined
}

/** The recommendations of a 2013–17 report as they are numbered: the council's first, then the board's. */
export function sifAreas(blocks: readonly Block[], framework: Framework): Found<readonly PrintedArea[]> {
  const areas: PrintedArea[] = []
  const unsure: string[] = []
  let section: SectionCode = 'overall'
  let list: List | undefined
  for (const [i, block] of blocks.entries()) {
    const words = plain(block.text)
    const named = block.kind === 'bullet' ? undefined : bandNamed(words, framework)
    if (headingLike(block) && BOARD.test(words) && areas.length > 0) section = 'board'
    if (block.kind === 'line' && START.test(words) && listFollows(blocks, i)) {
      if (BOARD.test(words) || /the board need/.test(words)) section = 'board'
      list = { section, band: null, last: 0, bulleted: undefined }
    } else if (named && (list || listFollows(blocks, i))) {
      if (list) list.band = named
      else list = { section, band: named, last: 0, bulleted: undefined }
    } else if (list && !taken(list, block, areas, unsure) && !within(list, blocks, i, areas)) list = undefined
  }
  if (areas.length === 0) unsure.push('No recommendations were found.')
  return { found: areas, unsure }
}

/** "Areas for improvement", "Areas for priority and immediate action": what the framework calls its two lists. */
function bandNamed(words: string, framework: Framework): Band | undefined {
  const code =
    /^(?:areas? for )?(?:priority|immediate|urgent)(?:(?:,? and|\/)? ?(?:priority|immediate))? actions?$/.test(
      words,
    )
      ? 'priority'
      : /^(?:other )?areas? for (?:improvement|development)$/.test(words)
        ? 'areas'
        : undefined
  return framework.bands.find(b => b.code === code)
}

/** Takes an item of the list; false if the block is none. */
function taken(list: List, block: Block, areas: PrintedArea[], unsure: string[]): boolean {
  const { section, band } = list
  if (block.kind === 'numbered' && list.bulleted !== true) {
    const number = Number(block.mark)
    if (list.last > 0 && number <= list.last) return false
    if (list.last > 0 && number > list.last + 1)
      unsure.push(`The recommendations leap from ${list.last} to ${block.mark}: check that none is missing.`)
    areas.push({ section, band, mark: block.mark, text: trimmed(block.text) })
    list.last = number
    list.bulleted = false
    return true
  }
  if (block.kind !== 'bullet') return false
  const last = areas.at(-1)
  if (list.bulleted === false && last)
    areas[areas.length - 1] = joined(last, `${block.mark} ${trimmed(block.text)}`)
  else {
    list.bulleted = true
    areas.push({ section, band, mark: null, text: trimmed(block.text) })
  }
  return true
}

/** A list or a second paragraph inside a recommendation stays with it, as printed. */
const joined = (last: PrintedArea, more: string): PrintedArea => ({ ...last, text: `${last.text}\n${more}` })

/** Whether a block that is no item stands inside the list: a heading over some of them, or more of the last. */
function within(list: List, blocks: readonly Block[], at: number, areas: PrintedArea[]): boolean {
  const block = blocks[at]
  const next = blocks[at + 1]
  if (!block || block.kind === 'numbered') return false
  if (NONE.test(block.text)) return true
  if (AFTER.test(plain(block.text)) && headingLike(block)) return false
  const goesOn = (next?.kind === 'numbered' && Number(next.mark) === list.last + 1) || next?.kind === 'bullet'
  if (block.kind !== 'line' || !(goesOn || (list.last === 0 && !headingLike(block)))) return false
  const last = areas.at(-1)
  if (
    list.last > 0 &&
    last &&
    next?.kind === 'numbered' &&
    /[.;]$/.test(block.text) &&
    block.text.length > 60
  )
    areas[areas.length - 1] = joined(last, trimmed(block.text))
  return next?.kind === 'numbered' || list.bulleted !== false
}

/** Whether items, or the sentence that there are none, come within a few blocks of a heading. */
const listFollows = (blocks: readonly Block[], at: number) =>
  blocks.slice(at + 1, at + 5).some(b => b.kind === 'numbered' || b.kind === 'bullet' || NONE.test(b.text))
