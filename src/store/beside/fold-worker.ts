import { parentPort, workerData } from 'node:worker_threads'
import type { Entry } from '../../domain/records/entry.ts'
import { disposed } from '../../domain/records/types/disposal.ts'
import { ownConnection, rawSql } from '../connection.ts'
import { overOne } from '../one-connection.ts'
import { project, type Subject } from '../project.ts'
import { projected } from '../projected.ts'
import { readGroup } from '../rebuild.ts'
import { copyLines } from './copy-lines.ts'

// The far end of `folding-thread.ts`: reads files by a connection of its own, and folds them into lines of every table.

/** What a thread is told when it starts. */
export interface Told {
  readonly url: string
  /** What the server lists its connection under. */
  readonly name: string
  /** The role that owns the tables. */
  readonly owner: string
  /** Files that somebody else folds. */
  readonly without: ReadonlySet<string>
}

/** A file as it was folded: how many entries it had, and how many of them were disposed of. */
export interface AsFolded {
  readonly n: number
  readonly gone: number
}

/** What some files come to. */
export interface Folded {
  readonly files: readonly (readonly [file: string, as: AsFolded])[]
  /** Lines as COPY takes them, by table, as `projected` are. */
  readonly lines: readonly Uint8Array<ArrayBuffer>[]
}

const writers = projected.map(table => ({ table, lines: copyLines(table) }))
const bytes = new TextEncoder()

function fold(files: ReadonlyMap<Subject, readonly Entry[]>, without: ReadonlySet<string>): Folded {
  const texts = writers.map(() => '')
  for (const [subject, entries] of files) {
    if (without.has(subject.id)) continue
    const rows = project(subject, entries)
    for (const [i, w] of writers.entries()) texts[i] += w.lines(rows[w.table])
  }
  return {
    files: [...files].map(([s, entries]) => [
      s.id,
      { n: entries.at(-1)?.seq ?? 0, gone: entries.filter(e => e.type === disposed.code).length },
    ]),
    lines: texts.map(t => bytes.encode(t)),
  }
}

async function main(port: NonNullable<typeof parentPort>, { url, name, owner, without }: Told) {
  const client = ownConnection(url, name)
  await client.connect()
  // What ends it is told by the statement that was running, or by the next.
  client.on('error', () => {})
  await client.query('select set_config($1, $2, false)', ['role', owner])
  await client.query('set default_transaction_read_only = on')
  const db = overOne(client)
  await rawSql(db, 'set jit = off')
  port.on('message', async (subjects: readonly Subject[]) => {
    const folded = fold(await readGroup(db, subjects), without)
    port.postMessage(
      folded,
      folded.lines.map(l => l.buffer),
    )
  })
}

if (parentPort) await main(parentPort, workerData)
