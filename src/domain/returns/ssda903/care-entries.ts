import { type Episode, leavesCare } from './episode-order.ts'
import { makeEntry, type PlannedEntry, sourceOf, type Writer } from './make-entry.ts'

const PLACE_COLUMNS = ['PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'] as const

/** True where both rows say where the child was, and say it differently. */
const elsewhere = (a: Episode['values'], b: Episode['values']) =>
  PLACE_COLUMNS.some(name => a[name] !== null && b[name] !== null && a[name] !== b[name])

/**
 * True where a placement begins with this episode: the first of a period of care; one whose RNE says that the
 * placement changed (P, B: with the carer; T, U: with the same carer); or one whose place differs from the last.
 */
const beginsPlacement = (before: Episode | undefined, now: Episode): boolean =>
  !before ||
  leavesCare(before) ||
  ['P', 'B', 'T', 'U'].includes(now.values.RNE) ||
  elsewhere(before.values, now.values)

/** Where RNE says that this itself began on the day of the child's first known episode. */
const BEGINS = { care: ['S'], status: ['S', 'L', 'B', 'U'], placement: ['S', 'P', 'T', 'B', 'U'] }

const PARTWAY = 'The return begins partway through this period of care: the day it began is not in it.'

/** The entries of one episode: what begins with it, and what ends. Both may be nothing. */
function ofEpisode(writer: Writer, before: Episode | undefined, now: Episode): PlannedEntry[] {
  const v = now.values
  const source = sourceOf(writer, [now])
  // An episode of one day shares its first day with the next.
  const key = v.DEC === v.DECOM ? `${v.DECOM}/day` : v.DECOM
  const starts = !before || leavesCare(before)
  const ongoing = (what: keyof typeof BEGINS) => ({ ongoing: !before && !BEGINS[what].includes(v.RNE) })
  const entries: PlannedEntry[] = []
  if (starts) {
    const why = ongoing('care').ongoing ? PARTWAY : undefined
    entries.push(
      makeEntry(
        writer,
        'became-looked-after',
        key,
        { from: v.DECOM, need: v.CIN, why },
        source,
        ongoing('care'),
      ),
    )
  }
  if (starts || before.values.LS !== v.LS)
    entries.push(
      makeEntry(writer, 'legal-status', key, { from: v.DECOM, status: v.LS }, source, ongoing('status')),
    )
  if (beginsPlacement(before, now)) {
    const place = {
      from: v.DECOM,
      type: v.PLACE,
      provider: v.PLACE_PROVIDER,
      address: v.PL_POST,
      urn: v.URN,
      // The return gives the reason with the episode that ends; here it stands with the placement that follows.
      whyMoved: starts ? undefined : before.values.REASON_PLACE_CHANGE,
    }
    entries.push(makeEntry(writer, 'placement', key, place, source, ongoing('placement')))
  }
  if (leavesCare(now)) {
    const ended = { on: v.DEC, reason: v.REC }
    entries.push(makeEntry(writer, 'ceased-looked-after', key, ended, source))
  }
  return entries
}

/** What the episodes of one child, in order, say happened. */
export const careEntries = (writer: Writer, episodes: readonly Episode[]): PlannedEntry[] =>
  episodes.flatMap((e, i) => ofEpisode(writer, episodes[i - 1], e))
