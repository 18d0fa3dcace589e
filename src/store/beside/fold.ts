import { availableParallelism } from 'node:os'
import type pg from 'pg'
import type { Db } from '../connection.ts'
import type { Subject } from '../project.ts'
import { projected } from '../projected.ts'
import { groups } from '../rebuild.ts'
import { copyIn } from './copy-in.ts'
import { copyStatement } from './copy-lines.ts'
import type { AsFolded, Folded, Told } from './fold-worker.ts'
import { foldingThread } from './folding-thread.ts'

/** Files whose names are read at once. */
const NAMED = 5000
/** Files folded at once: what is made of them is gone again before the engine looks at what is there to stay. */
const FILES = 40
/** Of these a thread has so many, so that the next is read while one is folded. */
const AHEAD = 2
/** Bytes of rows that are sent together. */
const SENT = 4_000_000

/** A thread for each core; more than the server could write for are not started. */
const threads = (): number => Math.min(availableParallelism(), 6)

const statements = projected.map(copyStatement)
/** Rows as COPY takes them, by table, as `projected` are. */
type Lines = readonly Buffer[][]
const noLines = (): Lines => projected.map(() => [])

function add(lines: Lines, folded: Folded): number {
  let size = 0
  for (const [i, l] of folded.lines.entries())
    if (l.length > 0) {
      lines[i]?.push(Buffer.from(l.buffer))
      size += l.length
    }
  return size
}

/**
 * Folds every file into the tables that the names of the folded tables mean now, made in this transaction and empty: while
 * threads read and fold, each by a connection of its own, the server writes what they have folded.
 * @param told what each thread is told
 * @param onFiles told how many files were folded
 * @returns each file as it was folded; one that is begun meanwhile is not among them
 */
export async function foldAll(
  client: pg.ClientBase,
  tx: Db,
  told: Told,
  onFiles: (files: number) => void,
): Promise<ReadonlyMap<string, AsFolded>> {
  const subjects: Subject[] = []
  for await (const some of groups(tx, NAMED)) subjects.push(...some)
  const folded = new Map<string, AsFolded>()
  let at = 0
  const next = () => {
    at += FILES
    return subjects.slice(at - FILES, at)
  }
  let [lines, size] = [noLines(), 0]
  // One connection writes, whoever folded.
  let written: Promise<unknown> = Promise.resolve()
  const write = (): Promise<unknown> => {
    const these = lines
    lines = noLines()
    size = 0
    written = written.then(async () => {
      for (const [i, statement] of statements.entries()) {
        const rows = these[i] ?? []
        if (rows.length > 0) await copyIn(client, statement, rows)
      }
    })
    return written
  }
  const all = Array.from({ length: threads() }, () => foldingThread(told))
  try {
    const work = async (thread: (typeof all)[number]) => {
      for (let files = next(); files.length > 0; files = next()) {
        const made = await thread.fold(files)
        for (const [file, as] of made.files) folded.set(file, as)
        size += add(lines, made)
        onFiles(folded.size)
        if (size >= SENT) await write()
      }
    }
    await Promise.all(all.flatMap(thread => Array.from({ length: AHEAD }, () => work(thread))))
    await write()
  } finally {
    await Promise.allSettled([written, ...all.map(thread => thread.end())])
  }
  return folded
}
