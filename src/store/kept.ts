import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { sniff } from '../domain/front-door/sniff.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { keptDocument, type Scanned } from '../domain/records/kinds/documents.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import type { Faults, Typed } from '../domain/records/parse.ts'
import type { RecordType } from '../domain/records/record-type.ts'
import type { Db } from './connection.ts'

/** A file as it came: which question it answers, its name, its bytes, and how to have it scanned. */
export interface Sent {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
  scan(): Promise<Scanned>
}

export const MOST_FILES = 6
const MB = 1024 * 1024
export const LARGEST_FILE = 10 * MB

const AWAY =
  'Files are checked for viruses before they are kept, and the checker does not answer just now. Your words are all here: send them without the files, or send it all again in a few minutes.'

/** Why a file is not taken, or its safe name, its type and what the scan said. */
async function checked(file: Sent): Promise<Result<{ name: string; type: string; scanned: string | null }>> {
  if (file.bytes.length > LARGEST_FILE)
    return fail(
      `“${file.name}” is ${(file.bytes.length / MB).toFixed(1)} MB; the most is 10 MB. Send a smaller copy, or part it.`,
    )
  const is = sniff(file.name, file.bytes)
  if (!is.ok) return is
  const scan = await file.scan()
  if (scan === 'clean' || scan === 'not-scanned')
    return ok({ ...is.value, scanned: scan === 'clean' ? 'clean' : null })
  if ('away' in scan) return fail(AWAY)
  return fail(
    `“${is.value.name}” carries a virus (${scan.infected}), so it was not kept. Clean it, or send the form without it.`,
  )
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Checks files and keeps their bytes with a file of the record: all of them or none. The same file again is kept once.
 * @param subject whose file it is; it must have been started
 * @param already how many files the form holds before these
 * @returns the answers of a `documents` field, "hash name"; or, in plain words, why nothing was kept
 */
export async function keepDocuments(
  tx: Db,
  subject: string,
  uploads: readonly Sent[],
  now: Instant,
  already = 0,
): Promise<Result<readonly string[]>> {
  if (uploads.length + already > MOST_FILES)
    return fail(
      `These are ${uploads.length + already} files; the most is ${MOST_FILES}. Choose the ones that matter, or put several into one PDF.`,
    )
  const found = []
  for (const file of uploads) {
    const is = await checked(file)
    if (!is.ok) return is
    found.push({ ...is.value, bytes: file.bytes, hash: hashOf(file.bytes) })
  }
  for (const { type, bytes, hash, scanned } of found)
    await tx
      .insertInto('document')
      .values({ subject, hash, type, size: bytes.length, bytes: Buffer.from(bytes), scanned, at: now })
      .onConflict(c => c.doNothing())
      .execute()
  return ok(found.map(f => `${f.hash} ${f.name}`))
}

/** Those of the answers whose files are really kept with this subject: what a form sends back may be anything. */
async function reallyKept(tx: Db, subject: string, values: readonly string[]): Promise<readonly string[]> {
  const hashes = values.flatMap(v => keptDocument(v)?.hash ?? [])
  if (hashes.length === 0) return []
  const rows = await tx
    .selectFrom('document')
    .select('hash')
    .where('subject', '=', subject)
    .where('hash', 'in', hashes)
    .execute()
  const held = new Set(rows.map(r => r.hash))
  return values.filter(v => held.has(keptDocument(v)?.hash ?? ''))
}

const several = (raw: Typed[string]): readonly string[] => [raw ?? []].flat().filter(v => v.trim() !== '')

/**
 * Keeps the files that came with a form, and puts them among what was typed, so that they are there still when the form
 * comes back with a fault.
 * @returns what was typed with the files in it, and a fault by field where files were refused
 */
export async function keepTyped(
  tx: Db,
  subject: string,
  type: Pick<RecordType, 'fields'>,
  typed: Typed,
  uploads: readonly Sent[],
  now: Instant,
): Promise<{ readonly typed: Typed; readonly faults: Faults }> {
  const kept: Record<string, Typed[string]> = { ...typed }
  const faults: Record<string, string> = {}
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.kind.name !== 'documents') continue
    const before = await reallyKept(tx, subject, several(typed[name]))
    const fresh = uploads.filter(u => u.field === `${name}_new`)
    const added = await keepDocuments(tx, subject, fresh, now, before.length)
    if (!added.ok) faults[name] = added.error
    kept[name] = [...new Set([...before, ...(added.ok ? added.value : [])])]
  }
  return { typed: kept, faults }
}

/**
 * Keeps the files that answers name with another file of the record too, which names them from now on: who may open that
 * one may open them, whoever may open the first.
 */
export async function shareDocuments(
  tx: Db,
  answers: Answers,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Instant },
): Promise<void> {
  const named = Array.isArray(answers.documents) ? answers.documents.map(String) : []
  const hashes = named.flatMap(d => keptDocument(d)?.hash ?? [])
  if (hashes.length === 0) return
  await sql`insert into document (subject, hash, type, size, bytes, scanned, at)
    select ${to}, hash, type, size, bytes, scanned, ${now} from document
    where subject = ${from} and hash in (${sql.join(hashes)}) on conflict do nothing`.execute(tx)
}

/** True where a kind of record takes files. */
export const takesFiles = (type: Pick<RecordType, 'fields'>): boolean =>
  Object.values(type.fields).some(f => f.kind.name === 'documents')
