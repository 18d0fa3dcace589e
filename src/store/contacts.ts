import { randomInt } from 'node:crypto'
import type { ReadContact } from '../domain/front-door/contact-form.ts'
import { contactReference, followCode, REFERENCES } from '../domain/front-door/follow.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { contactChild, contactReceived } from '../domain/records/types/contact.ts'
import type { Db } from './connection.ts'
import { newId } from './ids.ts'
import { append, findSubject, holdFile, startFile } from './ledger.ts'
import type { Subject } from './project.ts'
import { subjectByCode } from './queries/subjects.ts'
import { sealed } from './throttle.ts'

/** A reference that no contact has. */
export async function freeReference(tx: Db): Promise<string> {
  for (;;) {
    const code = contactReference(randomInt(REFERENCES))
    if (!(await subjectByCode(tx, 'contact', code))) return code
  }
}

/**
 * The file of a contact, started where it is not: the form carries its id, so that the same form is one contact, and
 * files sent with a form that came back are kept with it.
 * @returns undefined where the id is that of a file of another kind
 */
export async function contactFile(tx: Db, id: string, now: Instant): Promise<Subject | undefined> {
  await holdFile(tx, id)
  const before = await findSubject(tx, id)
  if (before) return before.kind === 'contact' ? before : undefined
  const subject = { id, kind: 'contact' as const, code: await freeReference(tx) }
  await startFile(tx, subject, now)
  return subject
}

interface Written extends ReadContact {
  readonly author: string
  readonly now: Instant
  readonly source?: string
}

/** What a contact says, as the entries of its file: what was received, and a child each. */
export function contactEntries(subject: string, { received, children, author, now, source }: Written) {
  const said = { subject, author, now, today: londonDay(now), ...(source ? { source } : {}) }
  return [
    newEntry({ ...said, id: newId(now), type: contactReceived, answers: received }),
    ...children.map(answers => newEntry({ ...said, id: newId(now), type: contactChild, answers })),
  ] satisfies readonly NewEntry[]
}

/** When a contact was sent, and by whom; undefined where it has not been. */
export const sentBefore = async (tx: Db, id: string) =>
  await tx
    .selectFrom('entry')
    .select(['recorded', 'author'])
    .where('subject', '=', id)
    .where('type', '=', contactReceived.code)
    .executeTakeFirst()

/** Writes a contact into its file, which {@link contactFile} gave. */
export async function writeContact(tx: Db, subject: Subject, contact: Written): Promise<void> {
  await append(tx, subject, contactEntries(subject.id, contact))
}

/** The code by which its sender follows a contact: it is kept nowhere, and can be told again by this installation alone. */
export const codeOfContact = async (tx: Db, id: string): Promise<string> =>
  followCode(await sealed(tx, `follow ${id}`))
