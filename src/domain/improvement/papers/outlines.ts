import type { PaperKind } from '../paper-kinds.ts'
import { corporateParentingOutline, safeguardingOutline } from './board-report.ts'
import { boardSets } from './board-set.ts'
import { cabinetOutline } from './cabinet.ts'
import { highlightOutline } from './highlight.ts'
import { letterOutline } from './letter.ts'
import type { Outline } from './part.ts'
import { scrutinyOutline } from './scrutiny.ts'
import { sheetOutline } from './sheet.ts'

/** What each kind of paper holds. */
export const outlines: Readonly<Record<PaperKind, Outline>> = {
  cabinet: cabinetOutline,
  scrutiny: scrutinyOutline,
  highlight: highlightOutline,
  safeguarding: safeguardingOutline,
  'corporate-parenting': corporateParentingOutline,
  'plan-on-a-page': sheetOutline,
  letter: letterOutline,
}

/** The indicators that a kind of paper is shown with; none for most. */
export const setOf = (kind: PaperKind): readonly string[] =>
  kind === 'safeguarding' || kind === 'corporate-parenting' || kind === 'scrutiny' ? boardSets[kind] : []
