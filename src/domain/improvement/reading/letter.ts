import { england } from '../../kernel/calendar.ts'
import { dueOf } from '../framework.ts'
import { frameworkOf } from '../frameworks.ts'
import { agenciesOf } from './agencies.ts'
import { councilName } from './authority.ts'
import { blocksOf } from './blocks.ts'
import { isLetterHeading, letterAreas } from './letter-areas.ts'
import { type LetterCover, readLetterCover } from './letter-cover.ts'
import { letterEvidence } from './letter-evidence.ts'
import type { Report } from './report.ts'

/**
 * Reads a letter that tells of a visit or a joint inspection: focused and monitoring visits, the assurance visits of
 * 2020–21, joint targeted area inspections. Nothing in them is graded.
 * @returns the letter as a report, or undefined where the text is no such letter
 */
export function readLetter(text: string): Report | undefined {
  const cover = readLetterCover(text)
  if (!cover) return undefined
  const blocks = blocksOf(text, isLetterHeading)
  const framework = frameworkOf(cover.found.framework)
  const areas = letterAreas(blocks, framework, cover.found)
  const evidence = letterEvidence(blocks, cover.found.section)
  if (areas.found.length === 0 && evidence.length === 0) return undefined
  const { section: _, ...found } = cover.found
  return {
    ...found,
    overall: null,
    lscb: null,
    judgements: [],
    areasForImprovement: areas.found.map(({ section, band, text: words }) => ({
      section,
      band: band?.code ?? null,
      due: (band && found.published && dueOf(band, found.published, england)) ?? null,
      text: words,
      agencies: agenciesOf(words, found.authority ?? 'Local', councilOf(cover.found, text)),
    })),
    recommendations: areas.found.map(a => ({ mark: null, section: a.section, text: a.text })),
    evidence,
    unsure: [...cover.unsure, ...areas.unsure],
  }
}

const councilOf = ({ authority }: LetterCover, text: string): string =>
  authority === null ? 'The council' : councilName(authority, text)
