import type { CaseFile } from '../../casework/file.ts'
import type { Standing } from '../../records/entry.ts'
import { type CareEpisode, type CarePeriod, carePeriods } from '../ssda903/write/care-periods.ts'

/** An episode of care as the return of children looked after has it, with what the feed needs beside. */
export interface CareTime extends CareEpisode {
  /** The entry from which it begins: no two have the same. */
  readonly id: string
  readonly period: CarePeriod
  /** Why it ended: X1 where another follows; null while it runs, or where nobody recorded why. */
  readonly ended: string | null
  /** The entry that ended it. */
  readonly endedBy: string | null
  /** The placement that followed, where the child moved. */
  readonly moved: Standing | null
}

const MOVED = new Set<string | null>(['P', 'T', 'B', 'U'])

/** The entry that is new in an episode. Where one only ended, there is none: its number is made from the period’s. */
function idOf(episode: CareEpisode, before: CareEpisode | undefined, i: number): string {
  const [period = ''] = episode.entries
  const fresh = before ? episode.entries.findLast(e => !before.entries.includes(e)) : period
  return fresh ?? `${period.replaceAll('-', '')}${String(i).padStart(4, '0')}`
}

function timesOf(period: CarePeriod): readonly CareTime[] {
  return period.episodes.map((episode, i) => {
    const next = period.episodes[i + 1]
    const last = period.to === null || period.ended === 'NK' ? null : period.ended
    return {
      ...episode,
      id: idOf(episode, period.episodes[i - 1], i),
      period,
      ended: next ? 'X1' : last,
      endedBy: next ? idOf(next, episode, i + 1) : period.closedBy,
      moved: next && MOVED.has(next.began) ? (next.place ?? null) : null,
    }
  })
}

/** A child's times in care, in order: those that the yearly return tells, so that the two agree. */
export const careTimes = (file: CaseFile): readonly CareTime[] => carePeriods(file).flatMap(timesOf)
