import { type CollectionCode, columnsFrom, columnsOf, fieldsFor, notYet, typesFor } from '../fields.ts'
import { type Checked, cellAt, entriesAt, type LiveIssue } from './checked.ts'

/** A way to put an issue right in the record. */
export type Mend =
  /** Something that is recorded is to be looked at again, at this question. */
  | { readonly amend: string; readonly type: string; readonly field: string }
  /** Something is not recorded yet. */
  | { readonly record: string }

/** More ways than this would be no help. */
const MOST = 3

/**
 * Where an issue is put right, most likely first: by amending the entry that fed a column of which the rule speaks, or by
 * recording what would feed a column that is blank. None where the rule speaks of nothing that one record says: then
 * the child's file as a whole is the place to look.
 * @param typeOf the record type of an entry; undefined where it is not a child's
 */
export function mends(
  collection: CollectionCode,
  checked: Checked,
  issue: LiveIssue,
  typeOf: (entry: string) => string | undefined,
): readonly Mend[] {
  const from = entriesAt(checked, issue).flatMap(id => {
    const type = typeOf(id)
    return type === undefined ? [] : [{ id, type }]
  })
  const found: Mend[] = []
  const seen = new Set<string>()
  const add = (key: string, way: Mend) => {
    if (!seen.has(key)) found.push(way)
    seen.add(key)
  }
  const blank = (column: string) => cellAt(checked, issue, column) === null
  const columns = columnsOf(collection, issue.rule)
  // What should be there and is not comes first, what may still come last.
  const order = [
    ...columns.filter(c => blank(c) && !notYet.has(c)),
    ...columns.filter(c => !blank(c)),
    ...columns.filter(c => blank(c) && notYet.has(c)),
  ]
  for (const column of order) {
    const fed = from.filter(e => columnsFrom(collection, e.type).has(column)).at(-1)
    const field = fed && fieldsFor(collection, fed.type, [column])[0]
    if (fed && field) add(fed.id, { amend: fed.id, type: fed.type, field })
    // Blank, and nothing that made this row could have filled it.
    else if (blank(column)) for (const type of typesFor(collection, [column])) add(type, { record: type })
  }
  return found.slice(0, MOST)
}
