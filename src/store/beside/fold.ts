import { setImmediate as turn } from 'node:timers/promises'
import type pg from 'pg'
import type { Entry } from '../../domain/records/entry.ts'
import { disposed } from '../../domain/records/types/disposal.ts'
import type { Db } from '../connection.ts'
import { project, type Subject } from '../project.ts'
import { projected } from '../projected.ts'
import { groups, readGroup } from '../rebuild.ts'
import { copyIn } from './copy-in.ts'
import { copyLines, copyStatement } from './copy-lines.ts'

/** A file as it was folded: how many entries it had, and how many of them were disposed of. */
export interface AsFolded {
  readonly n: number
  readonly gone: number
}

const writers = projected.map(table => ({ table, lines: copyLines(table), statement: copyStatement(table) }))

/** Files read at once: what is made of them is gone again before the engine looks at what is there to stay. */
const FILES = 40

/** Files folded before the connection gets its turn: the server is not left waiting for its next rows. */
const AT_ONCE = 8

type Group = ReadonlyMap<Subject, readonly Entry[]>

/** Folds files into the lines of every table. */
async function linesOf(files: Group): Promise<readonly Buffer[]> {
  const lines: Buffer[][] = writers.map(() => [])
  const all = [...files]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const rows = all.slice(at, at + AT_ONCE).map(([s, entries]) => project(s, entries))
    for (const [i, w] of writers.entries())
      lines[i]?.push(Buffer.from(w.lines(rows.flatMap(r => r[w.table]))))
    await turn()
  }
  return lines.map(l => Buffer.concat(l))
}

/** Things done by one connection, one after another, while this process does something else. What fails may be waited for late. */
function inTurn() {
  let before: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work)
    before = done.catch(() => {})
    return done
  }
}

/**
 * Folds every file into the tables that the names of the folded tables mean now, made in this transaction and empty: while
 * some files are folded here, the server writes those before them and reads those after.
 * @param without files that somebody else folds
 * @param onFiles told how many files were folded
 * @returns each file as it was folded
 */
export async function foldAll(
  client: pg.ClientBase,
  tx: Db,
  without: ReadonlySet<string>,
  onFiles: (files: number) => void,
): Promise<ReadonlyMap<string, AsFolded>> {
  const folded = new Map<string, AsFolded>()
  const lane = inTurn()
  const coming = groups(tx, FILES)
  const read = () =>
    lane(async () => {
      const next = await coming.next()
      return next.done ? undefined : await readGroup(tx, next.value)
    })
  const write = (lines: readonly Buffer[]) =>
    lane(async () => {
      for (const [i, w] of writers.entries()) {
        const rows = lines[i]
        if (rows && rows.length > 0) await copyIn(client, w.statement, rows)
      }
    })
  let reading = read()
  let writing = Promise.resolve()
  try {
    for (let files = await reading; files; files = await reading) {
      reading = read()
      for (const [s, entries] of files)
        folded.set(s.id, {
          n: entries.at(-1)?.seq ?? 0,
          gone: entries.filter(e => e.type === disposed.code).length,
        })
      const lines = await linesOf(new Map([...files].filter(([s]) => !without.has(s.id))))
      await writing
      writing = write(lines)
      onFiles(folded.size)
    }
    await writing
  } finally {
    await Promise.allSettled([reading, writing])
  }
  return folded
}
