import type { Entry } from '../domain/records/entry.ts'
import { disposed } from '../domain/records/types/disposal.ts'
import type { Db } from './connection.ts'
import { readLedger } from './entries.ts'
import { type Change, figuresChanged } from './indicators/kept/change.ts'
import { BORN, CLOCKED, HAPPENED, type Rows, reachesBack, SPELT } from './indicators/kept/reach.ts'
import { projectChild } from './joined.ts'
import { type Projection, project, type Subject } from './project.ts'
import { keys, type ProjectedTable } from './projected.ts'
import { type Replaced, replaceRows } from './replace-rows.ts'

/** The tables that files of a kind have rows in. */
const tablesOf = (kind: Subject['kind']): readonly ProjectedTable[] => [
  ...(['happening', 'spell', 'clock'] as const),
  ...(kind === 'child' ? (['person'] as const) : []),
  ...(kind === 'worker' ? (['staff'] as const) : []),
  ...(kind === 'library' ? (['library_report', 'library_judgement', 'library_passage'] as const) : []),
]

/** What figures are counted from. */
const counted: Readonly<Partial<Record<ProjectedTable, readonly string[]>>> = {
  happening: HAPPENED,
  spell: SPELT,
  clock: CLOCKED,
  person: BORN,
}

async function remake(
  tx: Db,
  ids: readonly string[],
  kind: Subject['kind'],
  rows: readonly Projection[],
  change?: Change,
) {
  const made = new Map<ProjectedTable, Replaced>()
  for (const table of tablesOf(kind))
    made.set(
      table,
      await replaceRows(
        tx,
        table,
        ids,
        rows.flatMap((r): object[] => r[table]),
        counted[table] ?? keys[table],
      ),
    )
  if (kind !== 'child') return
  const of = (side: keyof Replaced): Rows => ({
    happening: made.get('happening')?.[side] ?? [],
    spell: made.get('spell')?.[side] ?? [],
    clock: made.get('clock')?.[side] ?? [],
    person: made.get('person')?.[side] ?? [],
  })
  const from = reachesBack(of('gone'), of('come'))
  if (from !== null) await figuresChanged(tx, from, change)
}

/** What new entries change, in a file that is read by itself and of which nothing was disposed. */
function changeBy(
  subject: Subject,
  entries: readonly Entry[] | null,
  added: readonly Entry[],
): Change | undefined {
  if (!entries || added.length === 0 || entries.some(e => e.type === disposed.code)) return undefined
  const ids = new Set(added.map(e => e.id))
  return { subject: subject.id, before: entries.filter(e => !ids.has(e.id)), after: entries }
}

/**
 * Remakes the folded rows of one file, and of those that are read as one with it.
 * @param added what was written since it was folded last, where that is all
 */
export async function refold(tx: Db, subject: Subject, added: readonly Entry[] = []): Promise<void> {
  if (subject.kind === 'child') {
    const { ids, rows, entries } = await projectChild(tx, subject)
    await remake(tx, ids, 'child', rows, changeBy(subject, entries, added))
  } else await remake(tx, [subject.id], subject.kind, [project(subject, await readLedger(tx, subject.id))])
}
