import { significance } from '../domain/casework/chronology.ts'
import { type CaseFile, foldFile } from '../domain/casework/file.ts'
import type { Folded } from '../domain/indicators/answer.ts'
import { keysOf, namesLine } from '../domain/matching/keys.ts'
import { lastMove } from '../domain/oversight/moves.ts'
import { apart, type Entry, type SubjectKind } from '../domain/records/entry.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import { disposed } from '../domain/records/types/disposal.ts'
import { closedTo } from '../domain/records/types/sealed.ts'
import { clocksOf } from '../domain/timescales/evaluate.ts'
import type { Db } from './connection.ts'
import { type LibraryRows, libraryRows, noLibrary } from './project-library.ts'
import { columns, projected } from './projected.ts'
import { insertRows } from './rows.ts'

export interface Subject {
  readonly id: string
  readonly kind: SubjectKind
  readonly code: string
}

/** A file's rows in the tables folded from the ledger. */
export interface Projection extends LibraryRows {
  readonly happening: object[]
  readonly spell: object[]
  readonly clock: object[]
  readonly person: object[]
  readonly staff: object[]
}

function happenings(file: CaseFile): object[] {
  return file.happenings.map(e => {
    const type = knownRecordType(e.type)
    return {
      entry: e.id,
      subject: file.subject,
      seq: e.seq,
      type: e.type,
      happened: e.happened,
      recorded: e.recorded,
      author: e.author,
      answers: e.answers,
      marks: [...type.marks(e.answers), ...(e.signedBy ? type.onSigned(e.answers).marks : [])],
      summary: type.summary(e.answers),
      chronology: significance(e) ?? null,
      sensitivity: e.sensitivity,
      source: e.source,
      amended: e.amendments.length,
      withdrawn: e.withdrawn,
      needs_signature: type.signedBy,
      signed_by: e.signedBy?.author ?? null,
      sent_back: e.sentBack?.id ?? null,
      amends: e.amends,
    }
  })
}

function spellsAndClocks({ file, clocks }: Folded): Pick<Projection, 'spell' | 'clock'> {
  return {
    spell: file.spells.map(s => ({
      subject: s.subject,
      kind: s.kind,
      key: s.key,
      starts: s.from,
      ends: s.to,
      facts: s.facts,
      opened_by: s.openedBy,
      closed_by: s.closedBy,
    })),
    clock: clocks.map(c => ({
      subject: c.subject,
      series: c.series,
      rule: c.row,
      starts: c.starts,
      started_by: c.startedBy,
      due: c.due,
      met: c.met,
      met_by: c.metBy,
      ended: c.ended,
      late_reason: c.lateReason,
      starts_at: c.moments?.starts ?? null,
      due_at: c.moments?.due ?? null,
      met_at: c.moments?.met ?? null,
    })),
  }
}

/** Brothers and sisters who have no file here, by the name that is written. What is confidential is not searched. */
const siblingNames = (file: CaseFile): readonly string[] =>
  file.happenings.flatMap(e => {
    const { kind, child, name } = e.answers
    const told = e.type === 'relationship' && !e.withdrawn && e.sensitivity === 'ordinary' && !child
    return told && typeof name === 'string' && typeof kind === 'string' && kind.endsWith('sibling')
      ? [name]
      : []
  })

/** What a search compares; nothing of a file that is found as another. */
function findable(file: CaseFile, merged: string | null) {
  if (merged !== null) return { siblings: [], names: '', keys: [] }
  const known = { ...file.person, siblings: [...new Set(siblingNames(file))] }
  return { siblings: known.siblings, names: namesLine(known), keys: keysOf(known) }
}

function personRow(subject: Subject, file: CaseFile, merged: string | null): object {
  const p = file.person
  const closing = closedTo(file.spells)
  return {
    subject: subject.id,
    code: subject.code,
    given_name: p.givenName,
    family_name: p.familyName,
    other_names: p.otherNames,
    unborn: p.unborn,
    born: p.born,
    sex: p.sex,
    ethnicity: p.ethnicity,
    disability: p.disability,
    nhs_number: p.nhsNumber,
    upn: p.upn,
    address: p.address,
    restricted: closing !== null,
    named: closing ?? [],
    merged,
    moved: lastMove(file.happenings),
    ...findable(file, merged),
  }
}

function staffRows(subject: Subject, file: CaseFile): object[] {
  const last = file.happenings.findLast(e => e.type === 'staff-details' && !e.withdrawn)
  if (!last) return []
  const { name, role, team, working, registered, newlyQualifiedFrom, agency, share, limit, reach } =
    last.answers
  return [
    {
      subject: subject.id,
      name,
      role,
      team: team ?? null,
      working,
      registered: registered ?? false,
      newly_qualified: newlyQualifiedFrom ?? null,
      agency: agency ?? false,
      share: share ?? 100,
      most: limit ?? null,
      reach: reach ?? null,
    },
  ]
}

/** When a file was read as part of another is told by its own entries, not by those of files that were joined to it. */
function withOwnJoinings(file: CaseFile, own: readonly Entry[]): CaseFile {
  const others = file.spells.filter(s => s.kind !== 'merged')
  if (others.length === file.spells.length) return file
  return {
    ...file,
    spells: [...others, ...foldFile(file.subject, own).spells.filter(s => s.kind === 'merged')],
  }
}

const nothing: Projection = { happening: [], spell: [], clock: [], person: [], staff: [], ...noLibrary }

/**
 * Folds one file, with its clocks. Pure.
 * @param entries all that are read in it, in order
 * @param own those of them in its own ledger, where other files were joined to it
 */
export function fold(subject: Subject, entries: readonly Entry[], own = entries): Folded {
  const file = withOwnJoinings(foldFile(subject.id, entries), own)
  return { file, clocks: clocksOf(file) }
}

/** The rows of a file that was folded. Pure. */
export function rowsOf(subject: Subject, folded: Folded): Projection {
  const { file } = folded
  return {
    // Of what is kept apart there are days alone.
    happening: apart.has(subject.kind) ? [] : happenings(file),
    ...spellsAndClocks(folded),
    person: subject.kind === 'child' ? [personRow(subject, file, null)] : [],
    staff: subject.kind === 'worker' ? staffRows(subject, file) : [],
    ...(subject.kind === 'library' ? libraryRows(subject, file) : noLibrary),
  }
}

/** The rows of one file, by its entries: as {@link fold}, and of a file that was disposed of none, by which nobody finds it. Pure. */
export function project(subject: Subject, all: readonly Entry[], own = all): Projection {
  const entries = all.filter(e => e.type !== disposed.code)
  if (entries.length === 0 && all.length > 0) return nothing
  return rowsOf(subject, fold(subject, entries, own))
}

/** The rows of a file that is read as part of another: who it was about, so that its ID is found, and since when. Pure. */
export function projectJoined(subject: Subject, own: readonly Entry[], into: string): Projection {
  const file = foldFile(subject.id, own)
  const joinings = { ...file, spells: file.spells.filter(s => s.kind === 'merged') }
  return {
    happening: [],
    spell: spellsAndClocks({ file: joinings, clocks: [] }).spell,
    clock: [],
    person: [personRow(subject, file, into)],
    staff: [],
    ...noLibrary,
  }
}

/** Writes the rows of files just folded. The caller has taken out what stood there before. */
export async function writeProjections(db: Db, all: readonly Projection[]): Promise<void> {
  for (const table of projected)
    await insertRows<object>(
      db,
      table,
      columns[table],
      all.flatMap(p => p[table]),
    )
}
