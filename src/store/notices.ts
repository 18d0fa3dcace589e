import { sql } from 'kysely'
import type { NoticeKind } from '../domain/front-door/notice-columns.ts'
import { type LineSaid, type Notice, sameChild } from '../domain/front-door/notice-gather.ts'
import { readNotices } from '../domain/front-door/notices.ts'
import { type Instant, longDay } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { contactChild } from '../domain/records/types/contact.ts'
import type { Db } from './connection.ts'
import { contactEntries, freeReference } from './contacts.ts'
import { newId } from './ids.ts'
import { appendAll, holdFile } from './ledger.ts'
import { type HeldNotice, heldNotices } from './queries/contact-notices.ts'
import { decode } from './returns/decode.ts'
import { parseCsv } from './returns/parse-csv.ts'

/** What came of a file of notices. */
export interface TakenIn {
  /** References of the contacts that were made, in the order of the file. */
  readonly contacts: readonly string[]
  readonly children: number
  /** Lines whose child and incident are here already, or stand twice. */
  readonly repeated: readonly LineSaid[]
  /** Children of an incident that was here, whom it did not name. */
  readonly added: readonly LineSaid[]
  readonly wrong: readonly LineSaid[]
  readonly notes: readonly string[]
}

interface Sent {
  readonly kind: NoticeKind
  /** The name of the file, for the source of what it brings. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly author: string
  readonly now: Instant
}

const SAVE = 'Save it as CSV (comma separated, UTF-8), with its line of column names first.'

/** The text of the file, as rows. */
function table(bytes: Uint8Array) {
  const text = decode(bytes)
  if (!text.ok) return fail([`${text.error.wrong} ${SAVE}`])
  const csv = parseCsv(text.value.text)
  if (!csv.ok) return fail([`${csv.error.wrong} ${csv.error.todo}`])
  return ok({ ...csv.value, notes: text.value.note ? [text.value.note] : [] })
}

interface Sorted {
  /** Children whom no contact of this incident names. */
  readonly fresh: Notice['children']
  readonly repeated: readonly LineSaid[]
  readonly wrong: readonly LineSaid[]
  /** The contact of this incident that waits for its decision: it takes the children it did not name. */
  readonly waiting: HeldNotice | undefined
}

/** What of a notice is here already, and where the rest of it goes. */
function sorted(notice: Notice, held: readonly HeldNotice[]): Sorted {
  const other = held.find(h => h.incidentOn !== notice.received.incidentOn)
  if (other) {
    const on = other.incidentOn ? longDay(other.incidentOn) : 'no date'
    const say = `${notice.number} is here already with ${on}, as ${other.code}. Check the number and the date.`
    return {
      fresh: [],
      repeated: [],
      wrong: notice.children.map(c => ({ line: c.line, say })),
      waiting: undefined,
    }
  }
  const asked = notice.children.map(c => ({
    ...c,
    known: held.find(h => h.children.some(k => sameChild(k, c.child))),
  }))
  return {
    fresh: asked.filter(c => !c.known),
    repeated: asked.flatMap(c =>
      c.known ? { line: c.line, say: `taken in before, as ${c.known.code}` } : [],
    ),
    wrong: [],
    waiting: held.find(h => !h.decided),
  }
}

const byLine = (all: readonly LineSaid[]) => [...all].sort((a, b) => a.line - b.line)

/** What is here of these incidents, held so that it stays as it is: nobody else takes them in or decides them meanwhile. */
async function holdNotices(tx: Db, kind: NoticeKind, numbers: readonly string[]) {
  const sort = kind === 'police' ? 'domestic-abuse' : 'hospital'
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${kind}`}, 0))`.execute(tx)
  const found = await heldNotices(tx, sort, numbers)
  const waiting = [...found.values()].flat().filter(h => !h.decided)
  for (const h of waiting) await holdFile(tx, h.subject)
  return waiting.length === 0 ? found : await heldNotices(tx, sort, numbers)
}

/**
 * Takes in a file of notices: each incident is one contact with its children. What is here already is left out, so that
 * the same file again adds nothing; a line that can’t be used is told, and the others are taken.
 * @returns what came of it; or why nothing of the file could be read, and what to do
 */
export async function takeNotices(tx: Db, sent: Sent): Promise<Result<TakenIn, readonly string[]>> {
  const { kind, now, author } = sent
  const rows = table(sent.bytes)
  if (!rows.ok) return rows
  const read = readNotices(kind, rows.value.columns, rows.value.rows, londonDay(now))
  if (!read.ok) return read
  const { notices } = read.value
  const numbers = notices.map(n => n.number)
  const held = await holdNotices(tx, kind, numbers)
  const subjects: NewSubject[] = []
  const entries: NewEntry[] = []
  const repeated = [...read.value.repeated]
  const added: LineSaid[] = []
  const wrong = [...read.value.wrong]
  const source = (line: number) => `${sent.name} line ${line}`
  for (const notice of notices) {
    const { fresh, waiting, ...said } = sorted(notice, held.get(notice.number) ?? [])
    repeated.push(...said.repeated)
    wrong.push(...said.wrong)
    if (fresh.length === 0) continue
    if (waiting) {
      const same = { subject: waiting.subject, type: contactChild, author, now, today: londonDay(now) }
      for (const { line, child } of fresh) {
        entries.push(newEntry({ ...same, answers: child, id: newId(now), source: source(line) }))
        added.push({ line, say: `added to ${waiting.code}, which waits for its decision` })
      }
      continue
    }
    const subject = { id: newId(now), kind: 'contact' as const, code: await freeReference(tx) }
    subjects.push(subject)
    const contact = { received: notice.received, children: fresh.map(f => f.child), author, now }
    entries.push(...contactEntries(subject.id, { ...contact, source: source(notice.line) }))
  }
  await appendAll(tx, subjects, entries)
  return ok({
    contacts: subjects.map(s => s.code),
    children: entries.filter(e => e.type === contactChild.code).length - added.length,
    repeated: byLine(repeated),
    added: byLine(added),
    wrong: byLine(wrong),
    notes: [...rows.value.notes, ...read.value.notes],
  })
}
