import type { Frame } from '../../check/frame.ts'
import { type AnyTable, type Return903, tableNames } from './data.ts'

/** Both years' tables by the names that the rules use. */
export function allTables(data: Return903): { readonly [T in AnyTable]: Frame } {
  const all: Record<string, Frame> = {}
  for (const name of tableNames) {
    all[name] = data.now[name]
    all[`${name}_last`] = data.last[name]
  }
  // Every name of AnyTable was just put in.
  return all as { readonly [T in AnyTable]: Frame }
}
