import { longDay } from '../../kernel/day.ts'
import { adopterSexes, adopterStatuses, adoptionReversals } from './codes.ts'
import type { Accepted } from './gather.ts'
import { makeEntry, NOT_SAID, type PlannedEntry, sourceOf, type Writer } from './make-entry.ts'

type Rows<T extends keyof Accepted> = Accepted[T]

export const reviewEntries = (writer: Writer, rows: Rows<'reviews'>): PlannedEntry[] =>
  rows.map(row => {
    const { REVIEW, REVIEW_CODE } = row.values
    const answers = { heldOn: REVIEW, participation: REVIEW_CODE, decisions: NOT_SAID }
    return makeEntry(writer, 'looked-after-review', REVIEW, answers, sourceOf(writer, [row]))
  })

/** Whether an interview was offered is not in the return, so that answer is left blank: "no" would be untrue. */
export const missingEntries = (writer: Writer, rows: Rows<'missing'>): PlannedEntry[] =>
  rows.flatMap(row => {
    const { MISSING, MIS_START, MIS_END } = row.values
    const key = MIS_END === MIS_START ? `${MIS_START}/day` : MIS_START
    const source = sourceOf(writer, [row])
    const away = makeEntry(writer, 'missing-episode', key, { from: MIS_START, kind: MISSING }, source)
    return MIS_END === null ? [away] : [away, makeEntry(writer, 'returned', key, { on: MIS_END }, source)]
  })

const sentence = (parts: readonly (string | null)[]) =>
  parts
    .filter(p => p !== null)
    .map(p => `${p}.`)
    .join(' ')

const noteOf = (on: string, about: string, note: string) => ({
  on,
  what: 'other',
  about,
  note,
  significant: 'yes',
})

/** Dated things of the return that have no form of their own, kept as case notes that join the chronology. */
export function datedNotes(
  writer: Writer,
  rows: {
    readonly ad1: Rows<'ad1'>
    readonly placed: Rows<'placed_for_adoption'>
    readonly dolo: Rows<'dolo'>
  },
): PlannedEntry[] {
  const held = { sensitivity: 'confidential' } as const
  const placed = rows.placed.map(row => {
    const v = row.values
    const reversed =
      v.DATE_PLACED_CEASED &&
      `Decided on ${longDay(v.DATE_PLACED_CEASED)} that the child should no longer be placed`
    const why = v.REASON_PLACED_CEASED && `Reason: ${adoptionReversals[v.REASON_PLACED_CEASED]}`
    const note = sentence(['It was decided that the child should be placed for adoption', reversed, why])
    const answers = noteOf(v.DATE_PLACED, 'Decision that the child should be placed for adoption', note)
    return makeEntry(
      writer,
      'case-note',
      `placed-for-adoption/${v.DATE_PLACED}`,
      answers,
      sourceOf(writer, [row]),
      held,
    )
  })
  const matched = rows.ad1.map(row => {
    const v = row.values
    const note = sentence(
      [
        `Matched with adopters on ${longDay(v.DATE_MATCH)}`,
        `Decision that the child should be placed: ${longDay(v.DATE_INT)}`,
        v.NB_ADOPTR && `Adopters: ${v.NB_ADOPTR}`,
        v.SEX_ADOPTR && `They are ${adopterSexes[v.SEX_ADOPTR]}`,
        v.LS_ADOPTR && `Status: ${adopterStatuses[v.LS_ADOPTR]}`,
        v.FOSTER_CARE && `Adopted by a former foster carer: ${v.FOSTER_CARE === '1' ? 'yes' : 'no'}`,
      ].map(part => (part === 0 ? null : part)),
    )
    const answers = noteOf(v.DATE_MATCH, 'Matched for adoption', note)
    return makeEntry(writer, 'case-note', `adoption/${v.DATE_MATCH}`, answers, sourceOf(writer, [row]), held)
  })
  const dolo = rows.dolo.map(row => {
    const v = row.values
    const note = sentence([
      `A deprivation of liberty order began on ${longDay(v.DOLO_START)}`,
      v.DOLO_END ? `Its end: ${longDay(v.DOLO_END)}` : 'The return gives no end',
    ])
    const answers = noteOf(v.DOLO_START, 'Deprivation of liberty order', note)
    return makeEntry(writer, 'case-note', `liberty/${v.DOLO_START}`, answers, sourceOf(writer, [row]), held)
  })
  return [...placed, ...matched, ...dolo]
}
