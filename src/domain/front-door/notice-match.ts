import { distance } from '../kernel/column-names.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { type Column, columnsOf, type NoticeKind } from './notice-columns.ts'

/** A column’s name without case, blanks or marks. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Letters that a name may be off by and still be taken for the one it is like. */
const SLIPS = 2
/** Shorter names are too much like others to be guessed. */
const SHORTEST = 6

const names = (c: Column): readonly string[] => [c.title, ...c.also].map(plain)

export interface FoundColumns {
  /** Where each column stands, by the name of what it holds: several where parts of it have columns of their own. */
  readonly at: ReadonlyMap<string, readonly number[]>
  /** What should be said of how the names were read. */
  readonly notes: readonly string[]
}

interface Match {
  readonly field: string
  readonly column: Column
  /** Written as we ask for it. */
  readonly exact: boolean
  /** Only like a name that we know. */
  readonly guessed: boolean
}

function match(kind: NoticeKind, header: string): Match | undefined {
  const name = plain(header)
  const all = columnsOf(kind)
  const known = all.find(([, c]) => names(c).includes(name))
  if (known) {
    const [field, column] = known
    return { field, column, exact: plain(column.title) === name, guessed: false }
  }
  if (name.length < SHORTEST) return undefined
  const like = all.filter(([, c]) => names(c).some(n => distance(n, name) <= SLIPS))
  const [one] = like
  return one && like.length === 1 ? { field: one[0], column: one[1], exact: false, guessed: true } : undefined
}

/** What says who a child is: one of them is enough. */
const WHO = ['givenName', 'familyName', 'name', 'address', 'nhsNumber']

function missing(kind: NoticeKind, at: ReadonlyMap<string, unknown>, headers: readonly string[]) {
  const faults = columnsOf(kind)
    .filter(([field, c]) => c.needed && !at.has(field))
    .map(([, { title, also }]) => {
      const like = also.slice(0, 3).join(', ')
      const has = headers.filter(h => h.trim() !== '').join(', ') || 'nothing'
      return `The column “${title}” is missing. Add it, or give that name to the column that holds it (${like} are known too). The file has: ${has}.`
    })
  return WHO.some(f => at.has(f))
    ? faults
    : [...faults, 'No column says who the child is. Add “Given names” and “Family name”.']
}

/**
 * Finds the columns of a file of notices, whatever their order and however their names are written.
 * @returns where they stand; or every fault of the line of names, each with what to do
 */
export function findColumns(
  kind: NoticeKind,
  headers: readonly string[],
): Result<FoundColumns, readonly string[]> {
  const at = new Map<string, number[]>()
  const notes: string[] = []
  const twice: string[] = []
  const unknown: string[] = []
  const matched = headers.map((header, i) => ({ header, i, found: match(kind, header) }))
  // Names that we know come first: what is only like one of them never takes its place.
  for (const { header, i, found } of [
    ...matched.filter(m => !m.found?.guessed),
    ...matched.filter(m => m.found?.guessed),
  ]) {
    if (header.trim() === '') continue
    const before = found && at.get(found.field)
    if (!found || (before && found.guessed)) unknown.push(header)
    else if (!before) at.set(found.field, [i])
    else if (found.column.joins !== undefined) before.push(i)
    else
      twice.push(
        `“${headers[before[0] ?? 0]}” and “${header}” are both read as ${found.column.title}. Take one of them out.`,
      )
    if (found && !found.exact && at.get(found.field)?.includes(i))
      notes.push(`“${header}” was read as ${found.column.title}.`)
  }
  const faults = [...twice, ...missing(kind, at, headers)]
  if (unknown.length > 0) notes.push(`Not known, and left out: ${unknown.map(u => `“${u}”`).join(', ')}.`)
  return faults.length > 0 ? fail(faults) : ok({ at, notes })
}
