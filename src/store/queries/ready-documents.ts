import type { Day } from '../../domain/kernel/day.ts'
import { documentKinds, type ReadyDocumentKind } from '../../domain/readiness/document-kinds.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { readyDocument, readyDocumentTakenOut } from '../../domain/records/types/readiness.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import type { Subject } from '../project.ts'
import { AUTHORITY } from './authority.ts'
import { subjectByCode } from './subjects.ts'

/** A document kept for inspectors. */
export interface ReadyDocument {
  readonly entry: Entry
  readonly title: string
  readonly kind: ReadyDocumentKind
  readonly agreed: Day | null
  readonly review: Day | null
}

const isKind = (code: unknown): code is ReadyDocumentKind =>
  typeof code === 'string' && Object.hasOwn(documentKinds, code)
// Days in the ledger were read by the form that wrote them.
const dayIn = (v: unknown): Day | null => (typeof v === 'string' ? (v as Day) : null)

/** The documents made ready that were not taken out again, by kind and title; and the file they are kept in. */
export async function readyDocuments(
  db: Db,
): Promise<
  | { readonly authority: Subject; readonly documents: readonly ReadyDocument[]; readonly seq: number }
  | undefined
> {
  const authority = await subjectByCode(db, 'authority', AUTHORITY)
  if (!authority) return undefined
  const entries = await readEntries(db, authority.id)
  const out = new Set(entries.filter(e => e.type === readyDocumentTakenOut.code).map(e => e.answers.document))
  const documents = entries.flatMap((entry): ReadyDocument[] => {
    const { kind, title, agreed, review } = entry.answers
    return entry.type === readyDocument.code && isKind(kind) && !out.has(entry.id)
      ? [{ entry, title: String(title), kind, agreed: dayIn(agreed), review: dayIn(review) }]
      : []
  })
  const order = Object.keys(documentKinds)
  return {
    authority,
    seq: entries.at(-1)?.seq ?? 0,
    documents: documents.toSorted(
      (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.title < b.title ? -1 : 1),
    ),
  }
}
