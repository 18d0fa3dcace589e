import { makeEntry, type PlannedEntry, sourceOf, type Writer } from './make-entry.ts'
import { type Episode, oneDay, type Stretch, stretchesOf } from './stretches.ts'

const PLACE_COLUMNS = ['PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'] as const

/** True where both rows say where the child was, and say it differently. */
const elsewhere = (a: Episode['values'], b: Episode['values']) =>
  PLACE_COLUMNS.some(name => a[name] !== null && b[name] !== null && a[name] !== b[name])

/**
 * True where a placement begins with this stretch: the first of a period of care; one that begins an episode whose RNE
 * says that the placement changed (P, B: with the carer; T, U: with the same carer); or one whose place differs from
 * the last.
 * @param before the stretch before it in the same period of care
 */
const beginsPlacement = (before: Stretch | undefined, now: Stretch): boolean =>
  !before ||
  (now.begins && ['P', 'B', 'T', 'U'].includes(now.row.values.RNE)) ||
  elsewhere(before.row.values, now.row.values)

/** Where RNE says that this itself began on the day of the child's first known episode. */
const BEGINS = { care: ['S'], status: ['S', 'L', 'B', 'U'], placement: ['S', 'P', 'T', 'B', 'U'] }

const PARTWAY = 'The return begins partway through this period of care: the day it began is not in it.'

/** An episode of one day shares its first day with the next. */
const keyOf = (row: Episode, from: string) => (oneDay(row) ? `${from}/day` : from)

/**
 * The end of care with a stretch. An end that the return leaves to be supposed has an id of its own, so that it can be
 * taken back when another return shows that care went on, or why it ended.
 */
function endEntries(writer: Writer, { row, to, ended }: Stretch): PlannedEntry[] {
  if (ended === null) return []
  const key = keyOf(row, row.values.DECOM)
  const id = ended === 'NK' ? `${key}/not-known/${to}` : key
  const answers = { on: to, reason: ended }
  return [makeEntry(writer, 'ceased-looked-after', id, answers, sourceOf(writer, [row]))]
}

/** The entries of one stretch: what begins with it, and what ends. Both may be nothing. */
function ofStretch(writer: Writer, previous: Stretch | undefined, now: Stretch): PlannedEntry[] {
  const before = previous?.ended === null ? previous : undefined
  const v = now.row.values
  const { from } = now
  const source = sourceOf(writer, [now.row])
  const key = keyOf(now.row, from)
  // What an episode of one day says is written as it stands: it may end on the day it is said to have begun.
  const ongoing = (what: keyof typeof BEGINS) => ({
    ongoing: !previous && !oneDay(now.row) && !BEGINS[what].includes(v.RNE),
  })
  const make = (type: string, answers: Readonly<Record<string, unknown>>, what: keyof typeof BEGINS) =>
    makeEntry(writer, type, key, { from, ...answers }, source, ongoing(what))
  const entries: PlannedEntry[] = []
  if (!before) {
    const why = ongoing('care').ongoing ? PARTWAY : undefined
    entries.push(make('became-looked-after', { need: v.CIN, why }, 'care'))
  }
  if (before?.row.values.LS !== v.LS) entries.push(make('legal-status', { status: v.LS }, 'status'))
  if (beginsPlacement(before, now)) {
    const place = {
      type: v.PLACE,
      provider: v.PLACE_PROVIDER,
      address: v.PL_POST,
      urn: v.URN,
      // The return gives the reason with the episode that ends; here it stands with the placement that follows.
      whyMoved: before?.last ? before.row.values.REASON_PLACE_CHANGE : undefined,
    }
    entries.push(make('placement', place, 'placement'))
  }
  return [...entries, ...endEntries(writer, now)]
}

/** What the episodes of one child say happened. */
export const careEntries = (writer: Writer, episodes: readonly Episode[]): PlannedEntry[] =>
  stretchesOf(episodes).flatMap((s, i, all) => ofStretch(writer, all[i - 1], s))
