import type { Day } from '../kernel/day.ts'

/** What somebody was to a child's file in the time that is audited. */
export const ties = {
  worker: 'is or was the child’s worker',
  manager: 'manages or managed the worker’s team',
  reviewing: 'is or was the child’s reviewing officer',
  wrote: 'wrote or signed something in the file',
} as const
export type TieKind = keyof typeof ties

export interface Tie {
  readonly auditor: string
  readonly child: string
  readonly kind: TieKind
  readonly on: Day
}

/** Why somebody may not audit a file: nobody audits their own work, or work that they answer for (rules §4). */
export interface Bar {
  readonly because: string
}

/**
 * Why an auditor may not have a file, or null where they may.
 * @param closed true where the file is restricted and the auditor is not named on it
 */
export function barred(auditor: string, child: string, all: readonly Tie[], closed: boolean): Bar | null {
  const found = all.filter(t => t.auditor === auditor && t.child === child)
  const [first] = (Object.keys(ties) as TieKind[]).flatMap(kind => found.find(t => t.kind === kind) ?? [])
  if (first) return { because: `They may not audit this file: the auditor ${ties[first.kind]}.` }
  return closed ? { because: 'They may not audit this file: it is open to named people alone.' } : null
}
