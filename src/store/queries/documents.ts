import type { Entry } from '../../domain/records/entry.ts'
import { keptDocument } from '../../domain/records/kinds/documents.ts'
import type { Db } from '../connection.ts'

/** Every text in the answers of an entry, and in those that it gives another. */
const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

/** The file of this hash that one of these entries names: in whose file it is kept, and the name it came by. */
export function documentNamed(
  entries: readonly Entry[],
  hash: string,
): { readonly subject: string; readonly name: string } | undefined {
  for (const e of entries)
    for (const text of texts(e.answers)) {
      const found = keptDocument(text)
      if (found?.hash === hash) return { subject: e.subject, name: found.name }
    }
  return undefined
}

/** A kept file as it is sent to a browser. */
export interface KeptFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * A file that one of these entries names. Give only entries that the viewer may read: a file is as closed as the entries
 * that name it.
 */
export async function readDocument(
  tx: Db,
  entries: readonly Entry[],
  hash: string,
): Promise<KeptFile | undefined> {
  const named = documentNamed(entries, hash)
  if (!named) return undefined
  const row = await tx
    .selectFrom('document')
    .select(['type', 'bytes'])
    .where('subject', '=', named.subject)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && { name: named.name, type: row.type, bytes: row.bytes }
}
