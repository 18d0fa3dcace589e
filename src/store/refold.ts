import type { Entry } from '../domain/records/entry.ts'
import { disposed } from '../domain/records/types/disposal.ts'
import type { Db } from './connection.ts'
import { readLedger } from './entries.ts'
import { allFiguresChanged, type Change, figuresChanged } from './indicators/kept/change.ts'
import { BORN, CLOCKED, HAPPENED, type Rows, reachesBack, SPELT } from './indicators/kept/reach.ts'
import { type File, projectTogether, readTogether } from './joined.ts'
import { fold, type Projection, project, rowsOf, type Subject } from './project.ts'
import { keys, type ProjectedTable } from './projected.ts'
import { replaceKnown, rowsBetween } from './replace-known.ts'
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

/** Makes the rows of files in each table what they are to be. */
async function compared(tx: Db, ids: readonly string[], kind: Subject['kind'], rows: readonly Projection[]) {
  const made = new Map<ProjectedTable, Replaced>()
  for (const table of tablesOf(kind)) {
    const all = rows.flatMap((r): object[] => r[table])
    made.set(table, await replaceRows(tx, table, ids, all, counted[table] ?? keys[table]))
  }
  return made
}

/** The same of one file whose rows are known as they were; nothing where they were not so. */
async function known(tx: Db, before: Projection, after: Projection) {
  const made = new Map<ProjectedTable, Replaced>()
  for (const table of tablesOf('child')) {
    const rows = rowsBetween(before[table], after[table])
    if (!(await replaceKnown(tx, table, rows))) return undefined
    made.set(table, rows)
  }
  return made
}

/** Tells the figures what a change of files did to them. */
async function tellFigures(tx: Db, made: ReadonlyMap<ProjectedTable, Replaced>, change?: Change) {
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
function changeBy(files: readonly File[], added: readonly Entry[]): Change | undefined {
  const [alone] = files
  if (!alone || files.length > 1 || added.length === 0) return undefined
  const { subject, own } = alone
  if (own.some(e => e.type === disposed.code)) return undefined
  const ids = new Set(added.map(e => e.id))
  const before = own.filter(e => !ids.has(e.id))
  return { before: fold(subject, before), after: fold(subject, own) }
}

async function refoldChild(tx: Db, subject: Subject, added: readonly Entry[]): Promise<void> {
  const { files, into } = await readTogether(tx, subject)
  const change = changeBy(files, added)
  const whole = async () =>
    await compared(
      tx,
      files.map(f => f.subject.id),
      'child',
      projectTogether(files, into),
    )
  // A file that begins has no rows to be known.
  if (!change || change.before.file.happenings.length === 0)
    return await tellFigures(tx, await whole(), change)
  const made = await known(tx, rowsOf(subject, change.before), rowsOf(subject, change.after))
  if (made) return await tellFigures(tx, made, change)
  await whole()
  await allFiguresChanged(tx)
}

/**
 * Remakes the folded rows of one file, and of those that are read as one with it.
 * @param added what was written since it was folded last, where that is all
 */
export async function refold(tx: Db, subject: Subject, added: readonly Entry[] = []): Promise<void> {
  if (subject.kind === 'child') await refoldChild(tx, subject, added)
  else await compared(tx, [subject.id], subject.kind, [project(subject, await readLedger(tx, subject.id))])
}
