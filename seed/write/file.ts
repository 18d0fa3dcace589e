import type { Sensitivity } from '../../src/domain/access/roles.ts'
import { londonDay, parseInstant } from '../../src/domain/kernel/london.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { uuid } from '../ids.ts'
import type { Rand } from '../random.ts'
import { isWorking, type N, toDay, wallToMs, workingOnOrAfter } from '../time.ts'

/** An entry before it has its id: when it was written is in minutes of an English wall clock. */
export interface Draft {
  readonly type: string
  readonly happened: N | null
  readonly recorded: number
  readonly author: string
  readonly answers: Answers
  readonly amends: Draft | null
  readonly source: string | null
  readonly sensitivity: Sensitivity
}

export interface How {
  /** Written on the day, whatever the habits of the writer. */
  readonly prompt?: boolean
  /** Written before anything else of that day: it begins the file. */
  readonly opening?: boolean
  /** Written in the evening, by the people who work then. */
  readonly evening?: boolean
  /** Written so many days later. */
  readonly lag?: number
  readonly after?: Draft
  readonly amends?: Draft
  readonly sensitivity?: Sensitivity
}

export interface File {
  readonly drafts: Draft[]
  /** Writes what happened on a day; null for what is about another entry, and happens as it is written. */
  write(type: string, happened: N | null, author: string, answers: Answers, how?: How): Draft
}

const MOVED = 'Earlier system, when records were moved over'

interface Opening {
  readonly start: N
  readonly today: N
  readonly rand: Rand
  /** The birth: what happened before it was written before it. */
  readonly born: N
  /** The share of entries written a week or more late, on a day. */
  readonly late: (on: N) => number
}

/** Days from the thing to its writing: mostly the same day or the next; some wait for weeks. */
function lag(rand: Rand, late: number): number {
  const u = rand.next()
  if (u < late) return rand.chance(0.6) ? rand.int(6, 15) : rand.int(16, 54)
  return u < late + 0.4 ? 0 : u < late + 0.75 ? rand.int(1, 2) : rand.int(2, 5)
}

/** A file being written. Nothing is recorded before it happened, before what it is about, or after 18:00 today. */
export function newFile({ start, today, born, rand, late }: Opening): File {
  const drafts: Draft[] = []
  const close = today * 1440 + 18 * 60
  const moment = (happened: N, how: How): number => {
    if (how.opening) return happened * 1440 + rand.int(8 * 60, 8 * 60 + 30)
    if (how.evening && happened < today) return happened * 1440 + rand.int(18 * 60 + 30, 22 * 60 + 50)
    const days = how.lag ?? (how.prompt ? 0 : lag(rand, late(happened)))
    const soon = happened + days
    const usual = isWorking(soon) || how.prompt ? soon : workingOnOrAfter(soon)
    const day = Math.min(usual, happened < born ? Math.max(happened, born - 1) : today, today)
    const earliest = day === happened ? 11 * 60 : 8 * 60 + 40
    return day * 1440 + (how.prompt ? rand.int(9 * 60, 12 * 60) : rand.int(earliest, 17 * 60 + 20))
  }
  return {
    drafts,
    write(type, happened, author, answers, how = {}) {
      const about = how.amends ?? how.after
      const moved = happened !== null ? happened < start : (about?.recorded ?? 0) < start * 1440 + 480
      const base = happened ?? Math.max(start, Math.floor((about?.recorded ?? 0) / 1440))
      let recorded = moved ? start * 1440 + 360 + Math.min(100, drafts.length) : moment(base, how)
      if (about && recorded <= about.recorded) recorded = about.recorded + rand.int(1, 9)
      const draft: Draft = {
        type,
        happened,
        recorded: Math.min(recorded, close),
        author,
        answers,
        amends: how.amends ?? null,
        source: moved ? MOVED : null,
        sensitivity: how.sensitivity ?? 'ordinary',
      }
      drafts.push(draft)
      return draft
    },
  }
}

const instant = (ms: number) => {
  const found = parseInstant(new Date(ms).toISOString())
  if (!found) throw new Error('A moment of recording is no moment.')
  return found
}

/** The drafts as entries, in the order in which they were recorded. */
export function entriesOf(subject: string, file: File, rand: Rand): NewEntry[] {
  const inOrder = file.drafts.toSorted((a, b) => a.recorded - b.recorded)
  const ids = new Map<Draft, string>()
  const entries: NewEntry[] = []
  for (const d of inOrder) {
    const ms = wallToMs(d.recorded)
    const id = uuid(ms, rand)
    ids.set(d, id)
    const recorded = instant(ms)
    entries.push({
      id,
      subject,
      type: d.type,
      happened: d.happened === null ? londonDay(recorded) : toDay(d.happened),
      recorded,
      author: d.author,
      answers: d.answers,
      amends: d.amends ? (ids.get(d.amends) ?? null) : null,
      sensitivity: d.sensitivity,
      source: d.source,
    })
  }
  return entries
}
