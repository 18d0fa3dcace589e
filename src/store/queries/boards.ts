import type { Board } from '../../domain/boards/board.ts'
import { foldBoard } from '../../domain/boards/fold-board.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import { numberIn } from './risks.ts'
import { entriesOfKind, subjectByCode, subjectsOf } from './subjects.ts'

/** Every board, in the order of their codes. */
export async function readBoards(db: Db): Promise<readonly Board[]> {
  const subjects = await subjectsOf(db, 'board')
  const bySubject = Map.groupBy(await entriesOfKind(db, ['board']), e => e.subject)
  return subjects
    .flatMap(({ id, code }) => foldBoard(id, code, bySubject.get(id) ?? []) ?? [])
    .toSorted((a, b) => numberIn(a.code) - numberIn(b.code))
}

export interface BoardFile {
  readonly board: Board
  readonly entries: readonly Entry[]
  /** The place of the last entry: what a form is measured against when it comes back. */
  readonly seq: number
}

/** One board with everything written of it, by its code: "B1". */
export async function readBoard(db: Db, code: string): Promise<BoardFile | undefined> {
  const subject = await subjectByCode(db, 'board', code.toUpperCase())
  if (!subject) return undefined
  const entries = await readEntries(db, subject.id)
  const board = foldBoard(subject.id, subject.code, entries)
  return board ? { board, entries, seq: entries.at(-1)?.seq ?? 0 } : undefined
}
