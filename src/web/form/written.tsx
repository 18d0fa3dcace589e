import type { ComponentChildren } from 'preact'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { type Entry, OUTSIDE } from '../../domain/records/entry.ts'
import { keptDocument } from '../../domain/records/kinds/documents.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, printed, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { Button, SummaryList } from '../govuk/index.ts'
import type { Outcome } from '../page.ts'

/** People (and other children) by the id of their file. */
export type Names = ReadonlyMap<string, string>

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Every id that answers name, before an amendment and after: of staff, or of another child’s file. */
export const idsIn = (answers: Answers): readonly string[] => JSON.stringify(answers).match(IDS) ?? []

const named = (words: string, names: Names): string => {
  const ids = words.match(IDS) ?? []
  return ids.length > 0 && words.replace(IDS, '').trim() === ''
    ? ids.map(id => names.get(id) ?? id).join(', ')
    : words
}

interface AnswerListProps {
  readonly type: RecordType
  readonly answers: Answers
  readonly names: Names
  /** Under which address files are found, each by its hash; where not said they are named alone. */
  readonly files?: string | undefined
}

/** Links to the files of an answer. */
export function Files({ answer, at }: { answer: unknown; at: string }) {
  const all = Array.isArray(answer) ? answer.flatMap(a => keptDocument(String(a)) ?? []) : []
  return (
    <ul class="govuk-list gt-files">
      {all.map(({ hash, name }) => (
        <li>
          <a class="govuk-link" href={`${at}/${hash}`} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Answers in words, question by question; people by name, children only those who are among the names, files to be opened. */
export function AnswerList({ type, answers, names, files }: AnswerListProps) {
  // Another child who was not named to the reader is left out: no id stands for them.
  const told = printed(type, answers).filter(
    a => type.fields[a.name]?.kind.name !== 'person' || names.has(String(answers[a.name])),
  )
  const rows = told.map(a => ({
    key: a.label,
    value:
      files && type.fields[a.name]?.kind.name === 'documents' ? (
        <Files answer={answers[a.name]} at={files} />
      ) : (
        <span class="gt-prose">{named(a.words, names)}</span>
      ),
  }))
  return <SummaryList rows={rows} />
}

/** Who wrote an entry, when, and where it came from when no person did. */
export function WrittenBy({ entry, names }: { entry: Entry; names: Names }) {
  return (
    <p class="govuk-body-s gt-quiet">
      {entry.author === OUTSIDE
        ? 'Sent in from outside'
        : `Recorded by ${names.get(entry.author) ?? 'somebody who has left'}`}{' '}
      on {longDay(londonDay(entry.recorded))} at {londonTime(entry.recorded)}
      {entry.source ? `. From: ${entry.source}` : ''}
    </p>
  )
}

interface ConflictProps {
  readonly theirs: readonly Entry[]
  readonly seq: number
  readonly names: Names
  /** What amendments among them are amendments of. */
  readonly amended?: RecordType
  /** What an entry says, where it is not said question by question. */
  readonly words?: (e: Entry) => ComponentChildren
  readonly files?: string | undefined
}

/** True of the answers that an amendment carries. */
export const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null

/** What another wrote meanwhile, beside what is waiting to be sent: the writer chooses, and no word is lost. */
function Conflict({ theirs, seq, names, amended, words, files }: ConflictProps): ComponentChildren {
  return (
    <section class="gt-conflict" role="alert">
      <h2 class="govuk-heading-m">Somebody wrote this while you were writing</h2>
      <p class="govuk-body">
        Yours is not recorded yet, and every word of it is below. Read theirs. Then send yours as well, change
        it, or leave it.
      </p>
      {theirs.map(e => {
        const { becomes } = e.answers
        return (
          <div class="gt-conflict__theirs">
            <h3 class="govuk-heading-s">{knownRecordType(e.type).title}</h3>
            <WrittenBy entry={e} names={names} />
            {words ? (
              words(e)
            ) : (
              <AnswerList type={knownRecordType(e.type)} answers={e.answers} names={names} files={files} />
            )}
            {amended && isAnswers(becomes) && (
              <AnswerList type={amended} answers={becomes} names={names} files={files} />
            )}
          </div>
        )
      })}
      <input type="hidden" name="_seen" value={seq} />
      <Button variant="warning">Record mine as well</Button>
    </section>
  )
}

/** What may come of trying to write: see `store/guarded.ts`. */
type Tried =
  | { readonly done: string }
  | { readonly before: string }
  | { readonly theirs: readonly Entry[]; readonly seq: number }
  | { readonly faults: Faults }
  | { readonly broken: string }

interface Answering {
  readonly typed: Typed
  /** The question beside which a fault of the whole form is said. */
  readonly at: string
  readonly namesOf: (ids: readonly string[]) => Promise<Names>
  readonly amended?: RecordType
  readonly words?: (e: Entry) => ComponentChildren
  /** Under which address files are found. */
  readonly files?: string
}

/** What a form is answered where nothing was written, with every word kept; undefined where it was. */
export async function notWritten(
  tried: Tried,
  { typed, at, namesOf, ...shown }: Answering,
): Promise<Outcome | undefined> {
  if ('faults' in tried) return { again: { typed, faults: tried.faults } }
  if ('broken' in tried) return { again: { typed, faults: { [at]: tried.broken } } }
  if (!('theirs' in tried)) return undefined
  const names = await namesOf(tried.theirs.flatMap(e => [e.author, ...idsIn(e.answers)]))
  return { again: { typed, faults: {}, conflict: Conflict({ ...tried, names, ...shown }) }, status: 409 }
}
