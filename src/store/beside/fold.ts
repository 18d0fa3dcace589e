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
/** Groups of files asked for before they are needed. */
const AHEAD = 3
/** Bytes of rows that are sent together. */
const SENT = 4_000_000

type Group = ReadonlyMap<Subject, readonly Entry[]>
/** Rows as COPY takes them, by table, as `writers` are. */
type Lines = readonly Buffer[][]

/** Folds files into the lines of every table; the connection has its turn between two, so that the server need not wait. */
async function addLines(files: Group, without: ReadonlySet<string>, lines: Lines): Promise<void> {
  for (const [subject, entries] of files) {
    if (without.has(subject.id)) continue
    const rows = project(subject, entries)
    for (const [i, w] of writers.entries())
      if (rows[w.table].length > 0) lines[i]?.push(Buffer.from(w.lines(rows[w.table])))
    await turn()
  }
}

const noLines = (): Lines => writers.map(() => [])
const size = (lines: Lines): number => lines.flat().reduce((sum, l) => sum + l.length, 0)

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
  const write = (lines: Lines) =>
    lane(async () => {
      for (const [i, w] of writers.entries()) {
        const rows = lines[i] ?? []
        if (rows.length > 0) await copyIn(client, w.statement, Buffer.concat(rows))
      }
    })
  const reading = Array.from({ length: AHEAD }, read)
  let writing = Promise.resolve()
  let lines = noLines()
  try {
    for (let files = await reading.shift(); files; files = await reading.shift()) {
      reading.push(read())
      for (const [s, entries] of files)
        folded.set(s.id, {
          n: entries.at(-1)?.seq ?? 0,
          gone: entries.filter(e => e.type === disposed.code).length,
        })
      await addLines(files, without, lines)
      onFiles(folded.size)
      if (size(lines) < SENT) continue
      await writing
      writing = write(lines)
      lines = noLines()
    }
    await writing
    await write(lines)
  } finally {
    await Promise.allSettled([...reading, writing])
  }
  return folded
}
