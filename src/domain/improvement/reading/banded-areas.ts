import type { Band, Framework, SectionCode } from '../framework.ts'
import { type Block, GRADE_LINE } from './blocks.ts'
import type { Found } from './report.ts'
import { plain } from './words.ts'

/** An area for improvement before its due date and agencies are worked out. */
export interface PrintedArea {
  readonly section: SectionCode
  readonly band: Band | null
  readonly text: string
}

const BANDS: readonly (readonly [Band['code'], RegExp])[] = [
  ['immediately', /^(?:immediately|immediate action|with immediate effect)\b/],
  ['three-months', /^within (?:three|3) months\b/],
  ['six-months', /^within (?:six|6) months\b/],
]

/** The time band a heading names, if it is one: "Within three months:" */
export function bandOf(text: string, framework: Framework): Band | undefined {
  if (text.length > 60) return undefined
  const code = BANDS.find(([, pattern]) => pattern.test(plain(text)))?.[0]
  return framework.bands.find(b => b.code === code)
}

/** The words of an area for improvement, without the stop or "; and" that ties it to the list. */
export const trimmed = (text: string): string =>
  text
    .trim()
    .replace(/[;,]\s+and$/, '')
    .replace(/[.;]\s*$/, '')
    .trim()

interface Listed {
  readonly intro: string
  readonly areas: readonly { readonly band: Band | null; readonly text: string }[]
}

/** One list, from the block after its heading to the first block that is no part of it. */
function listFrom(
  blocks: readonly Block[],
  start: number,
  framework: Framework,
  stop: (b: Block) => boolean,
): Listed {
  const areas: { band: Band | null; text: string }[] = []
  let band: Band | undefined
  let intro = ''
  const rest = blocks.slice(start)
  const bulleted = rest.slice(0, 12).some(b => b.kind === 'bullet')
  for (const block of rest) {
    const named = block.kind === 'bullet' ? undefined : bandOf(block.text, framework)
    if (named) band = named
    else if (stop(block)) break
    else if (band === undefined && block.kind !== 'bullet') intro += ` ${block.text}`
    else if (block.kind === 'bullet' || (!bulleted && block.kind === 'line'))
      areas.push({ band: band ?? null, text: trimmed(block.text) })
    else break
  }
  return { intro, areas }
}

/** Whether the sentence before a list speaks of looked after children, of safeguarding, or of neither plainly. */
function sectionNamed(intro: string): SectionCode | undefined {
  const lookedAfter = /looked[\s-]+after/i.test(intro)
  const safeguarding = /safeguarding|protection/i.test(intro)
  return lookedAfter === safeguarding ? undefined : lookedAfter ? 'looked-after' : 'safeguarding'
}

/**
 * The areas for improvement of a report that sets time bands (2009–13). Lists come in the order of the framework's
 * sections; the sentence before each list is checked against that, and a list out of order is told.
 */
export function bandedAreas(
  blocks: readonly Block[],
  framework: Framework,
  isHeading: (text: string) => boolean,
): Found<readonly PrintedArea[]> {
  const stop = (b: Block) => b.kind !== 'bullet' && (isHeading(b.text) || GRADE_LINE.test(b.text))
  const lists = blocks
    .map((b, i) =>
      plain(b.text) === 'areas for improvement' ? listFrom(blocks, i + 1, framework, stop) : undefined,
    )
    .filter(list => list !== undefined && list.areas.length > 0) as Listed[]
  const unsure: string[] = []
  const sections = framework.sections.map(s => s.code)
  const areas = lists.flatMap((list, i) => {
    const ordered = lists.length === 1 && sections.length > 1 ? undefined : sections[i]
    const named = sectionNamed(list.intro)
    const section = ordered ?? named ?? sections[0] ?? 'safeguarding'
    if (sections.length > 1 && ordered === undefined)
      unsure.push(
        'Only one list of areas for improvement was found where two are printed: check that none is missing.',
      )
    if (sections.length > 1 && ordered && named && ordered !== named)
      unsure.push(
        `The sentence before list ${i + 1} of areas for improvement speaks of the other section: check it.`,
      )
    return list.areas.map(a => ({ ...a, section }))
  })
  if (areas.length === 0) unsure.push('No areas for improvement were found.')
  if (areas.some(a => a.band === null)) unsure.push('Some areas for improvement stand under no time band.')
  return { found: areas, unsure }
}
