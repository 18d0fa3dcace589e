import type { Day, Instant } from '../../kernel/day.ts'
import { londonDay } from '../../kernel/london.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { SubjectKind } from '../../records/entry.ts'
import type { EpisodeDays } from './every-episode.ts'
import { type Accepted, type FileCount, type Gathered, gather } from './gather.ts'
import type { FolderFault, ReturnFolder } from './raw.ts'
import type { RowProblem, Side } from './row.ts'
import { codeNotes, type PlannedFile, plannedFiles } from './to-entries.ts'
import { yearName } from './years.ts'

export interface ImportInput {
  /** The return to bring in. */
  readonly this: ReturnFolder
  /** The return of the year before, where it is given too: the two are made one. */
  readonly last?: ReturnFolder
  /** The moment of the import: nothing after its day can have happened. */
  readonly recorded: Instant
  /** The id of the member of staff who runs it. */
  readonly author: string
  /** The id of the file that already has this code, where one has: the return then adds to it. */
  readonly known?: (kind: SubjectKind, code: string) => string | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** All that an import would do, and all that there is to say of it. */
export interface ImportPlan {
  /** "2025-26": the collection year of each folder, told from the days on which its episodes begin. */
  readonly years: Readonly<Record<Side, string | null>>
  /** The last day of the collection year of the return. */
  readonly yearEnd: Day
  /** The day of the import. */
  readonly today: Day
  /** The files and their entries, social workers' first. */
  readonly files: readonly PlannedFile[]
  /** Rows that were left out (problem), and rows that are kept but odd (note). */
  readonly problems: readonly RowProblem[]
  /** What is to be said of the folders. */
  readonly notes: readonly string[]
  readonly counts: readonly FileCount[]
  /** The rows that stand, from which {@link countFiles} counts without looking at the entries. */
  readonly rows: Accepted
  /** The days of every episode, also of rows that were left out, so that a reader sees whether a child was lost. */
  readonly everyEpisode: readonly EpisodeDays[]
}

/** How often progress is told. */
const STEP = 200

/** Problems first, this year's before last year's, and file by file in the order of the return. */
function inOrder(problems: readonly RowProblem[], counts: readonly FileCount[]): readonly RowProblem[] {
  const place = (p: RowProblem) => counts.findIndex(c => c.side === p.side && c.file === p.file)
  const rank = (p: RowProblem) =>
    (p.level === 'problem' ? 0 : 1000) + (p.side === 'this' ? 0 : 100) + place(p)
  const ranked = problems.map(p => ({ p, rank: rank(p) }))
  return ranked.sort((a, b) => a.rank - b.rank || a.p.line - b.p.line).map(r => r.p)
}

function makeFiles(gathered: Gathered, input: ImportInput, today: Day): PlannedFile[] {
  const { recorded, author } = input
  const workers = new Set(gathered.rows.sw_episodes.map(r => r.values.SW_ID)).size
  const total = workers + gathered.children.size
  const files: PlannedFile[] = []
  for (const file of plannedFiles(gathered, {
    recorded,
    author,
    today,
    known: input.known ?? (() => undefined),
  })) {
    files.push(file)
    if (files.length % STEP === 0) input.onProgress?.(files.length, total)
  }
  input.onProgress?.(files.length, total)
  return files
}

/**
 * Plans the import of an SSDA903 return: which files to start, which entries to write, which rows were left out and
 * why. Pure: it writes nothing, and asks nothing of the clock.
 * @returns a fault where the return's year can't be told, or the two folders are the wrong way round
 */
export function planImport(input: ImportInput): Result<ImportPlan, FolderFault> {
  const today = londonDay(input.recorded)
  const gathered = gather({ this: input.this, last: input.last ?? null }, today)
  if (!gathered.ok) return gathered
  const { ends, rows, everyEpisode, counts, problems } = gathered.value
  const folders = input.last ? [input.this, input.last] : [input.this]
  return ok({
    years: { this: yearName(ends.this), last: ends.last === null ? null : yearName(ends.last) },
    yearEnd: ends.this,
    today,
    files: makeFiles(gathered.value, input, today),
    problems: inOrder([...problems, ...codeNotes(gathered.value)], counts),
    notes: folders.flatMap(f => f.notes.map(n => (folders.length > 1 ? `${f.name}/${n}` : n))),
    counts,
    rows,
    everyEpisode,
  })
}
