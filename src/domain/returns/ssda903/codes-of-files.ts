import { CHILD_CODES, childCode } from '../../kernel/ids.ts'
import { returnId } from './name-id.ts'

/** What an ID of the return must be to serve as a file's own code: three national feeds take no more than this. */
const FITS = /^[A-Za-z0-9]{1,10}$/

/**
 * The codes of the files of these children or workers: the return's own ID where it fits, else a child ID of the
 * product's kind, the same each time for the same ID and taken by no other.
 */
export function fileCodes(ids: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...ids].sort()
  const codes = new Map(all.filter(id => FITS.test(id)).map(id => [id, id]))
  const taken = new Set(codes.values())
  for (const id of all) {
    if (codes.has(id)) continue
    let seed = Number.parseInt(returnId(['code', id]).slice(0, 8), 16) % CHILD_CODES
    while (taken.has(childCode(seed))) seed = (seed + 1) % CHILD_CODES
    taken.add(childCode(seed))
    codes.set(id, childCode(seed))
  }
  return codes
}
