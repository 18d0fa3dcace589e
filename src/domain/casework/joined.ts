import type { Entry } from '../records/entry.ts'
import { foldFile } from './file.ts'

/** The file that this one is read as part of, by its own entries; null where it stands for itself. */
export function joinedInto(subject: string, own: readonly Entry[]): string | null {
  if (!own.some(e => e.type === 'merged')) return null
  const open = foldFile(subject, own).spells.find(s => s.kind === 'merged' && s.to === null)
  return typeof open?.facts.into === 'string' ? open.facts.into : null
}

/**
 * Where each file ends, through every joining: A into B and B into C makes C the end of both. A file that was joined to
 * nothing is its own end; so is one whose joinings lead back to it, which the product does not let happen.
 */
export function endOf(file: string, into: ReadonlyMap<string, string>): string {
  const seen = new Set([file])
  let at = file
  for (;;) {
    const next = into.get(at)
    if (next === undefined) return at
    if (seen.has(next)) return file
    seen.add(next)
    at = next
  }
}

/**
 * The entries of files that are read as one, in the order they were recorded, numbered anew for reading: the ledgers
 * stay as they are. Each file keeps its own order, even where a clock was set back.
 */
export function readAsOne(files: readonly (readonly Entry[])[]): readonly Entry[] {
  const only = files[0]
  if (files.length === 1 && only) return only
  const all = files.flatMap(entries => {
    let latest = ''
    return entries.map(entry => {
      if (entry.recorded > latest) latest = entry.recorded
      return { entry, at: latest }
    })
  })
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  all.sort(
    (a, b) => compare(a.at, b.at) || compare(a.entry.subject, b.entry.subject) || a.entry.seq - b.entry.seq,
  )
  return all.map(({ entry }, i) => ({ ...entry, seq: i + 1 }))
}
