import { neverJoined } from '../family/adoption.ts'
import type { Day } from '../kernel/day.ts'
import { type Born, bornTogether } from './twins.ts'

/** A file that may be joined to another, as far as it decides whether it may. */
export interface Joinable {
  readonly id: string
  readonly born: Day | null
  /** Who it is about: the child as the file says, and as each file that is read as part of it says. */
  readonly children: readonly Born[]
  /** The day of the adoption with which it ended. */
  readonly adopted: Day | null
  /** The day on which it was begun. */
  readonly begun: Day
}

/**
 * Why two files may not be read as one, in words for a manager; null where they may. Nobody can overrule it: twins are
 * two children, and the new file of an adopted child is never joined to the old (SSDA903 guide).
 */
export function whyNotJoined(a: Joinable, b: Joinable): string | null {
  if (a.id === b.id) return 'This is the same file. Two child IDs that lead to one file are joined already.'
  if (a.children.some(x => b.children.some(y => bornTogether(x, y))))
    return 'These are twins, as far as the record knows: born on one day, with other given names. Files of twins are never joined. If a name or a date of birth is wrong, put it right in the person details of that file first.'
  if (neverJoined(a, b))
    return 'One file ended with an adoption, and the other may be the child’s life since. Such files are never joined.'
  return null
}
