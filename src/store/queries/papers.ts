import { sql } from 'kysely'
import type { PaperKind } from '../../domain/improvement/paper-kinds.ts'
import { foldPaper, type PaperFile } from '../../domain/improvement/papers/paper-file.ts'
import { paperTitle } from '../../domain/improvement/papers/paper-title.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { ENTRY_COLUMNS } from '../entries.ts'
import { readEntries } from '../ledger.ts'
import { numberIn } from './risks.ts'
import { subjectByCode, subjectsOf } from './subjects.ts'

/** Every paper, in the order of their codes, without the frozen words of those that are final: those are long. */
export async function readPaperFiles(db: Db): Promise<readonly PaperFile[]> {
  const subjects = await subjectsOf(db, 'paper')
  const short = ENTRY_COLUMNS.filter(c => c !== 'answers').map(c => `entry.${c}` as const)
  const rows: readonly Entry[] = await db
    .selectFrom('entry')
    .innerJoin('subject', 'subject.id', 'entry.subject')
    .select(short)
    .select(sql<Entry['answers']>`entry.answers - 'paper'`.as('answers'))
    .where('subject.kind', '=', 'paper')
    .orderBy('entry.subject')
    .orderBy('entry.seq')
    .execute()
  const bySubject = Map.groupBy(rows, e => e.subject)
  return subjects
    .flatMap(({ id, code }) => foldPaper(code, bySubject.get(id) ?? []) ?? [])
    .toSorted((a, b) => numberIn(a.code) - numberIn(b.code))
}

/** One paper by its code, "P3", with every word of it and its entries. */
export async function readPaperFile(
  db: Db,
  code: string,
): Promise<{ readonly file: PaperFile; readonly entries: readonly Entry[] } | undefined> {
  const subject = await subjectByCode(db, 'paper', code.toUpperCase())
  if (!subject) return undefined
  const entries = await readEntries(db, subject.id)
  const file = foldPaper(subject.code, entries)
  return file ? { file, entries } : undefined
}

export interface PaperListed {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly kind: PaperKind
  /** Whom it is for, as its author wrote it. */
  readonly board: string | null
  readonly meeting: Day
  readonly state: 'draft' | 'final'
}

/** Every paper in a line, the latest meeting first: for a board’s meeting to name those that go to it. */
export const readPaperList = async (db: Db): Promise<readonly PaperListed[]> =>
  (await readPaperFiles(db))
    .map(file => ({
      id: file.id,
      code: file.code,
      title: paperTitle(file),
      kind: file.kind,
      board: file.body,
      meeting: file.meeting,
      state: file.state,
    }))
    .toSorted((a, b) =>
      a.meeting < b.meeting ? 1 : a.meeting > b.meeting ? -1 : numberIn(b.code) - numberIn(a.code),
    )
