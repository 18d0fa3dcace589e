import type { ComponentChildren } from 'preact'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
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

/** Answers in words, question by question; people by name. */
export function AnswerList({ type, answers, names }: { type: RecordType; answers: Answers; names: Names }) {
  const rows = printed(type, answers).map(a => ({
    key: a.label,
    value: <span class="gt-prose">{named(a.words, names)}</span>,
  }))
  return <SummaryList rows={rows} />
}

/** Who wrote an entry, when, and where it came from when no person did. */
export function WrittenBy({ entry, names }: { entry: Entry; names: Names }) {
  return (
    <p class="govuk-body-s gt-quiet">
      Recorded by {names.get(entry.author) ?? 'somebody who has left'} on {longDay(londonDay(entry.recorded))}{' '}
      at {londonTime(entry.recorded)}
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
}

const isAnswers = (value: unknown): value is Answers => typeof value === 'object' && value !== null

/** What another wrote meanwhile, beside what is waiting to be sent: the writer chooses, and no word is lost. */
function Conflict({ theirs, seq, names, amended, words }: ConflictProps): ComponentChildren {
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
              <AnswerList type={knownRecordType(e.type)} answers={e.answers} names={names} />
            )}
            {amended && isAnswers(becomes) && <AnswerList type={amended} answers={becomes} names={names} />}
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
