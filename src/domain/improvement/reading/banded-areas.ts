import type { Band, Framework, SectionCode } from '../framework.ts'
import { type BandedItem, bandedList } from './banded-list.ts'
import { type Block, GRADE_LINE } from './blocks.ts'
import type { Found } from './report.ts'
import { plain } from './words.ts'

export { trimmed } from './words.ts'

/** An area for improvement before its due date and agencies are worked out. */
export interface PrintedArea {
  readonly section: SectionCode
  readonly band: Band | null
  readonly text: string
  /** Its number as printed; null or left out where it has a bullet. */
  readonly mark?: string | null
  /** Whom a heading over it tells to act ("NHS Wold should:"), if one does. */
  readonly lead?: string
}

interface List {
  readonly at: number
  readonly intro: string
  readonly areas: readonly BandedItem[]
  readonly strange: readonly string[]
}

const HEADING = /^(?:key |main )?areas? for (?:improvement|development)(?: (?:in|for|of) .{3,80})?$/

/** Whether the sentence before a list speaks of looked after children, of safeguarding, or of neither plainly. */
function sectionNamed(intro: string): SectionCode | undefined {
  const lookedAfter = /looked[\s-]+after/i.test(intro)
  const safeguarding = /safeguarding|protection/i.test(intro)
  return lookedAfter === safeguarding ? undefined : lookedAfter ? 'looked-after' : 'safeguarding'
}

/** The part a list stands in by the headings before it: the second "overall effectiveness" opens the second part. */
function sectionAt(blocks: readonly Block[], at: number, framework: Framework): SectionCode | undefined {
  const overalls = blocks
    .slice(0, at)
    .filter(b => b.kind === 'line' && /^overall effectiveness\b/.test(plain(b.text)) && b.text.length < 100)
  return framework.sections[Math.min(overalls.length, framework.sections.length) - 1]?.code
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
  const lists = blocks.flatMap((b, at): List[] =>
    b.kind !== 'bullet' && HEADING.test(plain(b.text))
      ? [{ at, ...bandedList(blocks, at + 1, framework, stop) }]
      : [],
  )
  const full = lists.filter(list => list.areas.length > 0)
  const unsure = full.flatMap(list => list.strange)
  const sections = framework.sections.map(s => s.code)
  const areas = full.flatMap((list, i) => {
    const ordered = full.length === sections.length ? sections[i] : undefined
    const named = sectionNamed(list.intro)
    const section = ordered ?? named ?? sectionAt(blocks, list.at, framework) ?? sections[0] ?? 'safeguarding'
    if (sections.length > 1 && full.length === 1)
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
