import { standing } from '../../casework/standing.ts'
import { londonDay } from '../../kernel/london.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import type { Answers } from '../../records/kinds/field.ts'
import { importedYear, isImported, NOT_SAID } from './make-entry.ts'
import { returnId } from './name-id.ts'
import { contents } from './row.ts'

/** The id of an amendment holds what the return said, so that the same row again is known without being kept twice. */
const amendmentId = (root: string, before: string, said: Answers) =>
  returnId([root, 'becomes', before, contents(said)])

function becomesOf(e: Entry): Answers {
  const becomes: unknown = e.answers.becomes
  return typeof becomes === 'object' && becomes !== null ? Object.fromEntries(Object.entries(becomes)) : {}
}

/** A blank takes nothing away: a return that begins later may not know why a child moved. */
const saysTheSame = (root: Entry, said: Answers) =>
  Object.entries(said).every(([name, value]) => root.answers[name] === value)

/** Types of which one answer rules out another, so that what is not said any more is gone. */
const EITHER_OR = new Set(['sdq', 'immunisation'])

/**
 * The answers as they stand, with what the return now says otherwise. What a worker wrote since is kept, unless the
 * return itself changed there.
 */
function merged(root: Entry, before: Answers, now: Answers, said: Answers): Answers {
  const changed = Object.entries(said).filter(([name, v]) => v !== NOT_SAID && v !== before[name])
  const gone = EITHER_OR.has(root.type) ? Object.keys(now).filter(name => !(name in said)) : []
  const kept = Object.entries(now).filter(([name]) => !gone.includes(name))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) }
}

/**
 * The amendment that brings an entry up to what the return now says of it; null where the return says what it said
 * the last time it was brought in, or where a later year's return has spoken since.
 * @param held the file's entries, in order of `seq`
 */
export function correction(root: Entry, planned: NewEntry, held: readonly Entry[]): NewEntry | null {
  const said = planned.answers
  const past = held.filter(e => e.type === 'amendment' && e.amends === root.id && isImported(e))
  const last = past.at(-1)
  const sameAgain = last
    ? last.id === amendmentId(root.id, past.at(-2)?.id ?? root.id, said)
    : saysTheSame(root, said)
  if (sameAgain || importedYear(planned.source) < importedYear((last ?? root).source)) return null
  const now = standing(held).find(e => e.id === root.id)?.answers ?? root.answers
  const becomes = merged(root, last ? becomesOf(last) : root.answers, now, said)
  if (contents(becomes) === contents(now)) return null
  return {
    ...planned,
    id: amendmentId(root.id, last?.id ?? root.id, said),
    type: 'amendment',
    happened: londonDay(planned.recorded),
    answers: {
      why: `The return now says otherwise: ${planned.source ?? 'SSDA903'}`.slice(0, 300),
      becomes,
    },
    amends: root.id,
    sensitivity: root.sensitivity,
  }
}
