import type { Framework, SectionCode } from '../framework.ts'
import type { PrintedArea } from './banded-areas.ts'
import { type Block, GRADE_LINE } from './blocks.ts'
import { headingLike, isShared, type Leads, leadsTo } from './outline.ts'
import type { EvidenceParagraph } from './report.ts'
import { plain, trimmed } from './words.ts'

/** Below this many letters an unnumbered line is a heading, a name or part of the title page, and no finding. */
const SHORTEST = 60

/** What every report says of itself, of copies and of Ofsted. */
const BOILERPLATE =
  /^(?:the office for standards in education|if you would like a copy|if you are not happy|any complaints? about|to receive regular|you may (?:re-?use|copy)|ofsted produces this report|this (?:publication|document|report) (?:is available|may be)|further copies|interested in our work|piccadilly gate|textphone|alexandra house|royal exchange|website:|www\.|https?:|(?:t|e|w): ?\S|© crown|no\. \d)/

/** Where the findings end: what Ofsted says of itself on the last page, and how the findings were recorded. */
const END = /^(?:the office for standards in education|record of main findings)/

interface Place {
  section: SectionCode | null
  heading: string | null
  /** Whether what stands here is said of the inspection and not found by it. */
  aside: boolean
  begun: boolean
  /** Whether a numbered paragraph has come: what parts the title page names before are not begun there. */
  numbered: boolean
}

/**
 * What a report of 2009–17 found, paragraph by paragraph, with the number printed, the heading and the part of the
 * report it stands in. The recommendations themselves are left out: they are told apart.
 */
export function evidenceOf(
  blocks: readonly Block[],
  framework: Framework,
  areas: readonly PrintedArea[],
): readonly EvidenceParagraph[] {
  const found: EvidenceParagraph[] = []
  const told = areas.map(a => a.text)
  const place: Place = { section: null, heading: null, aside: false, begun: false, numbered: false }
  let open = false
  const end = blocks.findIndex((b, i) => i > blocks.length / 2 && END.test(plain(b.text)))
  for (const block of end < 0 ? blocks : blocks.slice(0, end)) {
    const listed = block.kind !== 'line' && isTold(told, trimmed(block.text))
    const heading = headingOf(block)
    if (heading !== undefined) {
      open = false
      if (heading !== '') move(place, heading, framework)
    } else if (!listed && block.kind !== 'row' && !BOILERPLATE.test(plain(block.text)))
      open = take(found, block, place, framework, open)
  }
  return found
}

/** Whether words are an area told already, or stand in one; a few words may do so by chance. */
const isTold = (told: readonly string[], text: string) =>
  told.some(area => area.startsWith(text) || (text.length > 20 && area.includes(text)))

/** A heading in its printed words, without a grade on a line of its own; undefined for a block that is none. */
function headingOf(block: Block): string | undefined {
  const text = block.text.replaceAll('\t', ' ')
  const graded = block.kind === 'bullet' ? null : GRADE_LINE.exec(text)
  if (graded && text.length < 150) return graded[1] ?? ''
  return headingLike(block) ? text : undefined
}

function move(place: Place, heading: string, framework: Framework): void {
  const leads = within(leadsTo(heading), framework)
  place.heading = heading
  if (leads === 'none') Object.assign(place, { section: null, aside: true, begun: true })
  else if (leads) Object.assign(place, { section: leads, aside: false, begun: true })
  else if (isShared(heading)) {
    const first = !place.numbered && !/^(?:summary|inspection findings)$/.test(plain(heading))
    if (place.aside || !place.begun || first)
      place.section = framework.sections.some(part => part.code === 'overall') ? 'overall' : null
    Object.assign(place, { aside: false, begun: true })
  } else if (/^overall effectiveness\b/.test(plain(heading))) {
    place.section ??= framework.sections[0]?.code ?? null
    Object.assign(place, { aside: false, begun: true })
  }
}

/** The parts that this framework's reports have; a heading that leads to another leads nowhere. */
const within = (leads: Leads, framework: Framework): Leads =>
  leads === 'none' || framework.sections.some(s => s.code === leads) ? leads : undefined

/** Adds a block to what was found; says whether a list may follow that belongs to it. */
function take(
  found: EvidenceParagraph[],
  block: Block,
  place: Place,
  framework: Framework,
  open: boolean,
): boolean {
  const { section, heading } = place
  const last = found.at(-1)
  if (block.kind === 'numbered') {
    Object.assign(place, { begun: true, numbered: true })
    found.push({ number: block.mark, section, heading, text: block.text })
    return true
  }
  if (!place.begun) return false
  const more = (text: string) => {
    if (last) found[found.length - 1] = { ...last, text: last.text + text }
  }
  if (block.kind === 'bullet' && open && last && (last.text.endsWith(':') || last.text.includes('\n'))) {
    more(`\n${block.mark} ${block.text}`)
    return true
  }
  // Every paragraph of a report with time bands is numbered: one without a number is the rest of the last.
  if (block.kind === 'line' && open && last?.number && framework.bands.some(b => b.within)) {
    more(` ${block.text}`)
    return true
  }
  if (place.aside || block.text.length < SHORTEST) return open
  found.push({ number: null, section, heading, text: block.text })
  return true
}
