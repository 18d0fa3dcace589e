import type { SectionCode } from '../framework.ts'
import type { Block } from './blocks.ts'
import { plain } from './words.ts'

/** What a heading may end with besides its words: a grade, a page of the contents. */
const GRADE_AT_END =
  /[\s:–-]+(?:is |are )?(?:grade \d \(?)?(?:outstanding|good|adequate|inadequate|requires? improvement(?: to be good)?)\)?$/

/** Words of a heading without its number, its grade and its closing colon. */
export const headingWords = (text: string): string =>
  plain(text.replaceAll('\t', ' '))
    .replace(/^\d[\d.]*\s+/, '')
    .replace(GRADE_AT_END, '')

/** Where a heading leads: to a part of the report, to what is no finding, or undefined for a heading within a part. */
export type Leads = SectionCode | 'none' | undefined

const FAMILIES: readonly (readonly [Exclude<Leads, undefined>, RegExp])[] = [
  [
    'none',
    /^(?:contents|about (?:this|the) inspection|information about (?:this|the) inspection|(?:what )?the inspection judge?ments (?:and what they )?mean|what the inspection|the inspection team|annex|service information|information about (?:this|the) local authority|record of main findings)/,
  ],
  ['board', /safeguarding children(?:'s)? board|\blscb\b/],
  ['leadership', /^(?:the )?(?:leadership,? management and governance|impact of leaders)/],
  ['safeguarding', /^(?:safeguarding services|(?:the )?experiences and progress of children who need help)/],
  ['safeguarding', /^children who need help and protection/],
  [
    'looked-after',
    /^(?:(?:services for )?looked[ -]after children(?: services)?$|services for looked[ -]after|(?:the )?experiences and progress of (?:children (?:looked after|in care)|care leavers)|children looked after(?: and achieving permanence)?$|adoption(?: performance)?$)/,
  ],
  [
    'overall',
    /^(?:(?:the )?local authority|section 1\b.*|the overall judge?ment.*|children's services in .*)$/,
  ],
]

/** The part of a report of many judgements (2013 on) that a heading opens. */
export const leadsTo = (heading: string): Leads =>
  FAMILIES.find(([, pattern]) => pattern.test(headingWords(heading)))?.[0]

/** Headings that every part may have: they open the whole where no part has begun, and else stay within it. */
export const isShared = (heading: string): boolean =>
  /^(?:(?:executive )?summary\b.*|recommendations|inspection findings|what (?:does|needs)\b.*|(?:key )?findings)$/.test(
    headingWords(heading),
  )

/** Whether a block reads as a heading: short, begun with a capital, ended like no sentence and no item of a list. */
export function headingLike(block: Block | undefined): block is Block {
  if (!block || block.text.length > 150 || block.kind === 'bullet') return false
  if (GRADE_AT_END.test(plain(block.text)) && leadsTo(block.text) !== undefined) return true
  if (block.kind === 'row') return GRADE_AT_END.test(plain(block.text.replaceAll('\t', ' ')))
  if (block.kind === 'numbered')
    return block.text.length < 90 && leadsTo(block.text) !== undefined && !/[.;,]$/.test(block.text)
  return /^[A-Z‘'"“]/.test(block.text) && !/[.;,]$/.test(block.text) && block.text.split(' ').length <= 20
}
