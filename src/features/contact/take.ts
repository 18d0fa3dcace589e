import { type ReadContact, readContact } from '../../domain/front-door/contact-form.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { contactReceived } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { contactFile, sentBefore, writeContact } from '../../store/contacts.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { findSubject, holdFile } from '../../store/ledger.ts'
import type { Subject } from '../../store/project.ts'
import type { Upload } from '../../web/page.ts'

interface Sending {
  readonly tx: Db
  readonly typed: Typed
  readonly uploads: readonly Upload[]
  readonly now: Instant
  readonly today: Day
}

/** What came of sending the form of a contact. */
export type Taken =
  | { readonly done: Subject; readonly contact: ReadContact }
  /** The same form came before: what it wrote stands. */
  | { readonly before: Subject; readonly sent: { readonly recorded: Instant; readonly author: string } }
  /** Something is to be put right, or another child added: the files that came are kept, and named in what was typed. */
  | { readonly again: Typed; readonly faults: Faults }

const broken = (typed: Typed): Taken => ({ again: typed, faults: { concern: BROKEN } })

/** Keeps the files of a form with the contact that it will be. */
async function withFiles(s: Sending, id: string): Promise<{ typed: Typed; faults: Faults } | undefined> {
  if (s.uploads.length === 0 && s.typed.documents === undefined) return { typed: s.typed, faults: {} }
  const file = await contactFile(s.tx, id, s.now)
  return file && (await keepTyped(s.tx, file.id, contactReceived, s.typed, s.uploads, s.now))
}

/**
 * Takes what a form of a contact sends. The form carries the id of the contact (`_entry`), made when it was opened: sent
 * twice, it is one contact.
 * @param author who is signed in, or `OUTSIDE`
 */
export async function takeContact(s: Sending, author: string): Promise<Taken> {
  const id = textOf(s.typed, '_entry')
  if (!isId(id)) return broken(s.typed)
  await holdFile(s.tx, id)
  const sent = await sentBefore(s.tx, id)
  const before = sent && (await findSubject(s.tx, id))
  if (before) return { before, sent }
  const kept = await withFiles(s, id)
  if (!kept) return broken(s.typed)
  const { typed, faults } = kept
  if (textOf(typed, '_do') === 'add') return { again: typed, faults }
  const read = readContact(typed, s.today, author === OUTSIDE ? 'anybody' : 'staff')
  if (!read.ok || Object.keys(faults).length > 0)
    return { again: typed, faults: { ...(read.ok ? {} : read.error), ...faults } }
  const file = await contactFile(s.tx, id, s.now)
  if (!file) return broken(typed)
  await writeContact(s.tx, file, { ...read.value, author, now: s.now })
  return { done: file, contact: read.value }
}
