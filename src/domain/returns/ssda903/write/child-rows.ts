import { adoptedRows, decisionRows } from './adoption-rows.ts'
import { type CarePeriod, carePeriods } from './care-periods.ts'
import { episodeRows, touches } from './episodes.ts'
import { libertyRows, missingRows, permanenceRows, reviewRows } from './event-rows.ts'
import { asylumRows, headerRow, homePostcode } from './header-row.ts'
import { healthRow } from './health-row.ts'
import { leaverRows } from './leaver-rows.ts'
import { workerRows } from './worker-rows.ts'
import type { Beside, WrittenChild, WrittenRow, YearDays } from './written.ts'

const SHORT_BREAKS = new Set(['V3', 'V4'])
const beyondBreaks = (p: CarePeriod) => p.episodes.some(e => !SHORT_BREAKS.has(e.status ?? ''))

/** Looked after on the last day of the year, short breaks apart; the rules have it that who left on it was. */
const atEnd = (p: CarePeriod, y: YearDays) =>
  beyondBreaks(p) && p.from <= y.end && (p.to === null || p.to >= y.end)

/**
 * All that the return of a year says of one child: nothing where the child was not looked after in it and is no care
 * leaver. Pure: the record in, rows out, each with the entries it came of.
 */
export function childRows(child: WrittenChild, y: YearDays, beside: Beside): readonly WrittenRow[] {
  const { file, code } = child
  const { born } = file.person
  const periods = carePeriods(file)
  const episodes = episodeRows(code, periods, y, homePostcode(file))
  const left = leaverRows(child, periods, y)
  const own = periods.filter(p => touches(p, y))
  const header = headerRow(child, own.some(beyondBreaks), y, beside)
  if (episodes.length === 0) return left.length > 0 ? [header, ...left] : []
  const last = own.find(p => atEnd(p, y))
  const allYear = last !== undefined && last.from <= y.start
  return [
    header,
    ...episodes,
    ...reviewRows(child, periods, y),
    ...asylumRows(child, y),
    ...(allYear && born !== null ? [healthRow(child, born, y)] : []),
    // Who left care on the last day of the year was in it for all of the year, and is no care leaver yet.
    ...(allYear ? [] : left),
    ...adoptedRows(child, periods, y),
    ...decisionRows(child, periods, y),
    ...permanenceRows(child, periods, y, beside),
    ...missingRows(child, periods, y),
    ...(last ? workerRows(child, y, beside) : []),
    ...libertyRows(child, periods, y),
  ]
}
