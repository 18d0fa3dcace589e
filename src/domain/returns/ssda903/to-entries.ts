import type { Day, Instant } from '../../kernel/day.ts'
import type { NewSubject, SubjectKind } from '../../records/entry.ts'
import { careEntries } from './care-entries.ts'
import { fileCodes } from './codes-of-files.ts'
import { datedNotes, missingEntries, reviewEntries } from './event-entries.ts'
import { byChild, type Gathered } from './gather.ts'
import type { Child } from './known-child.ts'
import { makeEntry, type PlannedEntry, sourceOf, type Writer } from './make-entry.ts'
import { returnId } from './name-id.ts'
import { note, type Row, type RowProblem, type Side } from './row.ts'
import { allocationEntries, workerEntry } from './worker-entries.ts'
import { healthEntries, yearDay, yearNote } from './year-entries.ts'
import { yearBefore, yearName } from './years.ts'

/** A file and what is to be written in it, in order. */
export interface PlannedFile {
  readonly subject: NewSubject
  readonly entries: readonly PlannedEntry[]
}

/** What the import is told from outside. */
export interface Telling {
  readonly recorded: Instant
  /** The London day of `recorded`. */
  readonly today: Day
  /** The id of the member of staff who runs the import. */
  readonly author: string
  /** The id of the file that already has this code, if one has. */
  readonly known: (kind: SubjectKind, code: string) => string | undefined
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const sides = ['last', 'this'] as const
const ofSide = <R extends Row<object>>(rows: readonly R[] | undefined, side: Side): R[] =>
  (rows ?? []).filter(r => r.side === side)

/** The files of a return: social workers' first, as children's files name them. Gives them one at a time. */
export function* plannedFiles(gathered: Gathered, tell: Telling): Generator<PlannedFile, void, undefined> {
  const { rows, children, ends } = gathered
  const endOf = (side: Side): Day => (side === 'this' ? ends.this : (ends.last ?? yearBefore(ends.this)))
  const writer = (subject: string, child: string): Writer => ({
    subject,
    child,
    recorded: tell.recorded,
    author: tell.author,
    yearOf: side => yearName(endOf(side)),
  })

  const byWorker = new Map<string, (typeof rows.sw_episodes)[number][]>()
  for (const row of rows.sw_episodes)
    byWorker.set(row.values.SW_ID, [...(byWorker.get(row.values.SW_ID) ?? []), row])
  const workerCodes = fileCodes(byWorker.keys())
  const workerId = (id: string) => tell.known('worker', workerCodes.get(id) ?? id) ?? returnId(['worker', id])
  for (const [id, list] of [...byWorker].sort(([a], [b]) => compare(a, b))) {
    const subject = workerId(id)
    yield {
      subject: { id: subject, kind: 'worker', code: workerCodes.get(id) ?? id },
      entries: workerEntry(writer(subject, id), list),
    }
  }

  const of = {
    episodes: byChild(rows.episodes),
    reviews: byChild(rows.reviews),
    missing: byChild(rows.missing),
    oc2: byChild(rows.oc2),
    oc3: byChild(rows.oc3),
    ad1: byChild(rows.ad1),
    placed: byChild(rows.placed_for_adoption),
    dolo: byChild(rows.dolo),
    permanence: byChild(rows.previous_permanence),
    uasc: byChild(rows.uasc),
    workers: byChild(rows.sw_episodes),
  }
  const codes = fileCodes(children.keys())

  const ofChild = (name: string, child: Child): PlannedFile => {
    const code = codes.get(name) ?? name
    const subject = tell.known('child', code) ?? returnId(['child', name])
    const w = writer(subject, name)
    const episodes = of.episodes.get(name) ?? []
    const dayIn = (side: Side) => yearDay(endOf(side), tell.today, child.values.DOB)
    const years = sides.flatMap(side => {
      const header = child.side === side ? child : undefined
      const [oc2, oc3, permanence, uasc] = [of.oc2, of.oc3, of.permanence, of.uasc] as const
      const [health] = ofSide(oc2.get(name), side)
      const told = {
        header,
        oc2: health,
        oc3: ofSide(oc3.get(name), side)[0],
        permanence: ofSide(permanence.get(name), side)[0],
        uasc: ofSide(uasc.get(name), side)[0],
        workers: ofSide(of.workers.get(name), side),
      }
      return [
        ...(health ? healthEntries(w, health, dayIn(side)) : []),
        ...yearNote(w, told, code, dayIn(side)),
      ]
    })
    const entries = [
      details(w, child, episodes.at(-1)?.values.HOME_POST ?? null, dayIn(child.side)),
      ...careEntries(w, episodes),
      ...allocationEntries(w, of.workers.get(name) ?? [], workerId),
      ...reviewEntries(w, of.reviews.get(name) ?? []),
      ...missingEntries(w, of.missing.get(name) ?? []),
      ...datedNotes(w, {
        ad1: of.ad1.get(name) ?? [],
        placed: of.placed.get(name) ?? [],
        dolo: of.dolo.get(name) ?? [],
      }),
      ...years,
    ]
    // On one day the order above stands: care ends before it begins again, and a child is missing before they return.
    return {
      subject: { id: subject, kind: 'child', code },
      entries: entries.sort((a, b) => compare(a.entry.happened, b.entry.happened)),
    }
  }
  for (const [name, child] of [...children].sort(([a], [b]) => compare(a, b))) yield ofChild(name, child)
}

/** Who the child is, as of the last day of the return's year. */
function details(w: Writer, child: Child, home: string | null, asOf: Day): PlannedEntry {
  const { SEX, DOB, ETHNIC, UPN } = child.values
  const answers = { asOf, unborn: false, born: DOB, sex: SEX, ethnicity: ETHNIC, upn: UPN, address: home }
  return makeEntry(w, 'person-details', w.yearOf(child.side), answers, sourceOf(w, [child]))
}

/** Notes of children whose ID in the return can't be their code here. */
export function codeNotes(gathered: Gathered): RowProblem[] {
  const codes = fileCodes(gathered.children.keys())
  return [...gathered.children].flatMap(([name, row]) =>
    codes.get(name) === name
      ? []
      : [
          note(
            row,
            'CHILD',
            name,
            'CHILD is not 1 to 10 letters and digits',
            `The file’s ID here is ${codes.get(name)}; the return’s is kept in it.`,
          ),
        ],
  )
}
