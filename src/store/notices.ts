import type { NoticeKind } from '../domain/front-door/notice-columns.ts'
import { childKey, type LineSaid, type Notice, readNotices } from '../domain/front-door/notices.ts'
import type { Instant } from '../domain/kernel/day.ts'
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

/** Where one notice goes: each child that is new, to the contact that waits for its decision, or to one of their own. */
function sorted(notice: Notice, held: readonly HeldNotice[]) {
  const known = new Map(held.flatMap(h => h.children.map(c => [childKey(c), h.code] as const)))
  const fresh = notice.children.filter(c => !known.has(childKey(c.child)))
  const repeated = notice.children
    .filter(c => known.has(childKey(c.child)))
    .map(c => ({ line: c.line, say: `taken in before, as ${known.get(childKey(c.child))}` }))
  return { fresh, repeated, waiting: held.find(h => !h.decided) }
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
  // Two who take in the same file at once come one after the other.
  await holdFile(tx, `notices ${kind}`)
  const sort = kind === 'police' ? 'domestic-abuse' : 'hospital'
  const { notices } = read.value
  const held = await heldNotices(
    tx,
    sort,
    notices.map(n => n.number),
  )
  const subjects: NewSubject[] = []
  const entries: NewEntry[] = []
  const repeated = [...read.value.repeated]
  const added: LineSaid[] = []
  const source = (line: number) => `${sent.name} line ${line}`
  for (const notice of notices) {
    const { fresh, repeated: again, waiting } = sorted(notice, held.get(notice.number) ?? [])
    repeated.push(...again)
    if (fresh.length === 0) continue
    if (waiting) {
      for (const { line, child } of fresh) {
        const said = {
          subject: waiting.subject,
          type: contactChild,
          answers: child,
          author,
          now,
          today: londonDay(now),
        }
        entries.push(newEntry({ ...said, id: newId(now), source: source(line) }))
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
    repeated: repeated.sort((a, b) => a.line - b.line),
    added,
    wrong: read.value.wrong,
    notes: [...rows.value.notes, ...read.value.notes],
  })
}
