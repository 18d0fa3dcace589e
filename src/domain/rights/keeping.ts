import type { Action } from '../access/roles.ts'
import type { SubjectKind } from '../records/entry.ts'

/** Files of one sort, and what is written of their keeping. */
interface Kept {
  /** Whose files they are; what goes with a child’s is told by `filesTogether`. */
  readonly file: SubjectKind
  readonly hold: { readonly kind: SubjectKind; readonly letter: string }
  readonly disposal: { readonly kind: SubjectKind; readonly letter: string }
  /** Who reads, proposes and has something held. */
  readonly reads: Action
  /** Who agrees, where another proposed it. */
  readonly decides: Action
}

/**
 * Files whose keeping is the same people’s affair: those of children, and allegations apart from them. Their holds and
 * disposals are files of other kinds, with numbers of their own, so that who reads of the one and forgets to ask who may
 * is told nothing of the other, not even by a number that is left out.
 */
export const keepings = {
  children: {
    file: 'child',
    hold: { kind: 'hold', letter: 'H' },
    disposal: { kind: 'disposal', letter: 'D' },
    reads: 'rights',
    decides: 'dispose',
  },
  allegations: {
    file: 'allegation',
    hold: { kind: 'allegation-hold', letter: 'AH' },
    disposal: { kind: 'allegation-disposal', letter: 'AD' },
    reads: 'allegations',
    decides: 'allegations',
  },
} as const satisfies Readonly<Record<string, Kept>>
export type Keeping = keyof typeof keepings
