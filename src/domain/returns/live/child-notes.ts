import { type CaseFile, foldFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import type { Entry, Standing } from '../../records/entry.ts'
import { findRecordType } from '../../records/registry.ts'
import type { Year } from '../check/rule.ts'
import { type CollectionCode, feeds, feedsReturns } from '../fields.ts'
import type { Beside, WrittenChild } from '../ssda903/write/written.ts'
import type { Checked, Setting } from './checked.ts'
import { checkChildren903, child903 } from './live-903.ts'
import { checkChildrenCin, childCin } from './live-cin.ts'
import { notesOf, type ReturnNote } from './notes.ts'

/** The collection year of a day: 1 April to 31 March. */
export const yearOf = (d: Day): Year => Number(d.slice(0, 4)) - (d.slice(5) < '04-01' ? 1 : 0)

/** Until the end of July last year's return is still being made ready, and what happened in it is asked about. */
const READY_BY = '08-01'

/** The collection years whose returns are being written and in which a day of an entry stands. */
export function yearsInForce(today: Day, happened: Day): readonly Year[] {
  const now = yearOf(today)
  const lastYear = yearOf(happened) < now && today < `${now}-${READY_BY}`
  return lastYear ? [now - 1, now] : [now]
}

/** Whose entry it is, and what stands in the file. */
export interface About {
  readonly id: string
  readonly code: string
  /** Everything in the file, the entry and what was written about it among them. */
  readonly entries: readonly Entry[]
}

type Check = (child: WrittenChild, at: Setting, beside: Beside) => Checked

const checks: Readonly<Record<CollectionCode, Check>> = {
  ssda903: (child, at, beside) => {
    const part = child903(child, at, beside)
    return checkChildren903(part ? [part] : [], at, beside.authority)
  },
  cin: ({ code, file }, at, beside) => {
    const part = childCin(code, file, at)
    // The rules of the header say nothing of a child.
    const sender = { authority: beside.authority ?? '999', release: '0', written: `${at.today}T12:00:00Z` }
    return checkChildrenCin(part ? [part] : [], at, sender)
  },
}

/** What says something only of a child in care, and the question that says when. */
const inCare: Readonly<Record<string, string>> = {
  'looked-after-review': 'heldOn',
  'legal-status': 'from',
  placement: 'from',
  'ceased-looked-after': 'on',
}

/** Whether an entry of care stands on a day on which, as the record has it, the child was not in care. */
function leftOut({ spells }: CaseFile, { type, happened: on }: Standing): readonly ReturnNote[] {
  const field = inCare[type]
  const cared = spells.some(s => s.kind === 'looked-after' && s.from <= on && (s.to === null || on <= s.to))
  if (field === undefined || cared) return []
  return [
    {
      rule: 'left-out',
      weight: 'left-out',
      field,
      says: 'As the record has it, the child was not looked after on this day.',
      todo: 'Check the day, and the day on which the child became looked after.',
      wants: [],
    },
  ]
}

export interface ChildNote extends ReturnNote {
  readonly collection: CollectionCode
}

/**
 * What national returns say because of one entry of a child's file, beside what they say without it. Each rule once.
 * Nothing where what such an entry says stands in no return, or it was withdrawn. Pure.
 * @param id which of the file's entries; as it stands, where it was amended
 * @param beside what stands in other files, and a child's return needs
 */
export function childNotes(about: About, id: string, today: Day, beside: Beside): readonly ChildNote[] {
  const { code, entries } = about
  const fold = (some: readonly Entry[]): WrittenChild => ({
    id: about.id,
    code,
    file: foldFile(about.id, some),
  })
  const after = fold(entries)
  const entry = after.file.happenings.find(e => e.id === id)
  const type = entry && findRecordType(entry.type)
  if (!entry || !type || entry.withdrawn || !feedsReturns(entry.type)) return []
  const before = fold(entries.filter(e => e.id !== id && e.amends !== id))
  const asks = (field: string) => type.fields[field]?.options.when?.(entry.answers) ?? true
  const found = new Map<string, ChildNote>()
  for (const note of leftOut(after.file, entry)) found.set(note.rule, { ...note, collection: 'ssda903' })
  for (const collection of ['ssda903', 'cin'] as const) {
    if (!feeds[collection][entry.type]) continue
    for (const year of yearsInForce(today, entry.happened)) {
      const at = { year, today }
      const [without, with_] = [before, after].map(child => checks[collection](child, at, beside))
      if (!without || !with_) continue
      for (const note of notesOf(collection, without, with_, { ...entry, asks }))
        found.set(`${collection}/${note.rule}`, { ...note, collection })
    }
  }
  return [...found.values()]
}
