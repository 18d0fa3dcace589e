import type { Day, Instant } from '../../kernel/day.ts'
import type { Entry } from '../../records/entry.ts'
import { answersOf } from '../answers.ts'
import type { Paper } from '../paper.ts'
import { isPaperKind, type PaperKind, paperKinds } from '../paper-kinds.ts'
import type { Choice } from './compose.ts'

/** The author's words in one place, as they stand. */
export interface Words {
  readonly text: string
  /** The entry that holds them, for who wrote them and when. */
  readonly entry: Entry
}

/** A paper made final. */
export interface Final {
  readonly entry: string
  readonly by: string
  readonly on: Instant
  readonly title: string
  readonly hash: string
  /** What it says; undefined where the file was read without its finals. */
  readonly paper?: Paper
  /** The figures it states, by what they are known by. */
  readonly figures: ReadonlyMap<string, number>
}

/** One paper with all that was ever written in it. */
export interface PaperFile {
  readonly id: string
  /** "P3" */
  readonly code: string
  readonly kind: PaperKind
  readonly body: string
  readonly meeting: Day
  readonly asAt: Day
  readonly since?: Day
  /** The report it is about, by the id of its file. */
  readonly inspection?: string
  readonly written: ReadonlyMap<string, Words>
  readonly choices: readonly Choice[]
  readonly state: 'draft' | 'final'
  /** Each time that it was made final, the last one last. */
  readonly finals: readonly Final[]
  readonly reopened: readonly { readonly by: string; readonly on: Instant; readonly why: string }[]
  /** The place of the last entry. */
  readonly seq: number
}

const WHATS = ['out', 'in', 'up', 'down'] as const

/** A paper out of the ledger: what composePaper made, and canonical JSON gave back. */
const isPaper = (value: unknown): value is Paper =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  'parts' in value &&
  Array.isArray(value.parts)

function figuresIn(value: unknown): ReadonlyMap<string, number> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([k, v]) => (typeof v === 'number' ? [[k, v] as const] : [])))
}

function begun(file: PaperFile | undefined, entry: Entry, code: string): PaperFile | undefined {
  const a = answersOf(entry.answers)
  const kind = a.text('kind')
  const made = { body: a.text('body'), meeting: a.day('meeting'), asAt: a.day('asAt') }
  if (!isPaperKind(kind) || a.missing.length > 0) return file
  const {
    since: _s,
    inspection: _i,
    ...kept
  } = file ?? {
    id: entry.subject,
    code,
    written: new Map(),
    choices: [],
    state: 'draft' as const,
    finals: [],
    reopened: [],
  }
  const since = a.maybeDay('since')
  const inspection = a.maybeText('inspection')
  return {
    ...kept,
    ...made,
    kind,
    seq: entry.seq,
    ...(since ? { since } : {}),
    ...(inspection ? { inspection } : {}),
  }
}

function finished(file: PaperFile, entry: Entry): PaperFile {
  const { title, hash, paper, figures } = entry.answers
  const final: Final = {
    entry: entry.id,
    by: entry.author,
    on: entry.recorded,
    title: typeof title === 'string' ? title : paperKinds[file.kind].title,
    hash: typeof hash === 'string' ? hash : '',
    figures: figuresIn(figures),
    ...(isPaper(paper) ? { paper } : {}),
  }
  return { ...file, state: 'final', finals: [...file.finals, final] }
}

function step(file: PaperFile, entry: Entry): PaperFile {
  const a = answersOf(entry.answers)
  switch (entry.type) {
    case 'paper-section-written': {
      const words = { text: a.maybeText('text') ?? '', entry }
      return { ...file, written: new Map([...file.written, [a.text('section'), words]]) }
    }
    case 'paper-part-chosen':
      return {
        ...file,
        choices: [...file.choices, { part: a.text('part'), what: a.choice('what', WHATS) }],
      }
    case 'paper-finished':
      return finished(file, entry)
    case 'paper-reopened':
      return {
        ...file,
        state: 'draft',
        reopened: [...file.reopened, { by: entry.author, on: entry.recorded, why: a.text('why') }],
      }
    default:
      return file
  }
}

/** Folds the entries of one file, in their order; undefined where no paper was begun. */
export function foldPaper(code: string, entries: readonly Entry[]): PaperFile | undefined {
  let file: PaperFile | undefined
  for (const entry of entries) {
    if (entry.type === 'paper-begun') file = begun(file, entry, code)
    else if (file) file = { ...step(file, entry), seq: entry.seq }
  }
  return file
}
