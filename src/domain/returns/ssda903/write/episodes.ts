import type { Day } from '../../../kernel/day.ts'
import type { CareEpisode, CarePeriod } from './care-periods.ts'
import { postcodeIn } from './postcode-in.ts'
import { answer, row, type WrittenRow, written, type YearDays } from './written.ts'

/** Why care ended, as the return has it: "not known" is the record's own, and leaves the cell blank. */
const ending = (reason: string | null): string | null => (reason === 'NK' ? null : reason)

/** Changes of placement: with these the return asks why the last one ended. */
const MOVED = new Set(['P', 'T', 'B', 'U'])

/** True where something lasted on some day of the year; what ended on its first day did. */
export const touches = (s: { readonly from: Day; readonly to: Day | null }, y: YearDays): boolean =>
  s.from <= y.end && (s.to === null || s.to >= y.start)

function episodeRow(
  child: string,
  period: CarePeriod,
  episode: CareEpisode,
  next: CareEpisode | undefined,
  y: YearDays,
  home: (on: Day) => string | null,
): WrittenRow {
  const { place } = episode
  // The return is of the year: what ended after it had not ended.
  const over = episode.to !== null && episode.to <= y.end
  const moved = over && next !== undefined && MOVED.has(next.began ?? '')
  return row(
    'Episodes',
    {
      CHILD: child,
      DECOM: written(episode.from),
      RNE: episode.began,
      LS: episode.status,
      CIN: period.need,
      PLACE: answer(place, 'type'),
      PLACE_PROVIDER: answer(place, 'provider'),
      DEC: over ? written(episode.to) : null,
      REC: over ? (next ? 'X1' : ending(period.ended)) : null,
      REASON_PLACE_CHANGE: moved ? answer(next.place, 'whyMoved') : null,
      HOME_POST: home(period.from),
      PL_POST: postcodeIn(answer(place, 'address')),
      URN: answer(place, 'urn'),
    },
    [...episode.entries, moved ? next.place?.id : null, over && !next ? period.closedBy : null],
  )
}

/**
 * The episodes of a child that lasted on some day of the year, whenever they began, as they stood at its end.
 * @param home the postcode of the child's home as it was known on a day
 */
export const episodeRows = (
  child: string,
  periods: readonly CarePeriod[],
  y: YearDays,
  home: (on: Day) => string | null,
): readonly WrittenRow[] =>
  periods.flatMap(period =>
    period.episodes.flatMap((episode, i) =>
      touches(episode, y) ? [episodeRow(child, period, episode, period.episodes[i + 1], y, home)] : [],
    ),
  )
