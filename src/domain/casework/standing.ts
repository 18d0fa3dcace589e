import type { Day } from '../kernel/day.ts'
import type { Entry, Standing } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'
import { knownRecordType } from '../records/registry.ts'

/** Entries that speak of another entry rather than of the child. */
const ABOUT = new Set(['amendment', 'withdrawal', 'signature', 'sent-back', 'chronology-choice'])

const becomes = (amendment: Entry): Answers => {
  const inner = amendment.answers.becomes
  return typeof inner === 'object' && inner !== null ? (inner as Answers) : {}
}

function stand(root: Entry, about: readonly Entry[]): Standing {
  const amendments = about.filter(e => e.type === 'amendment')
  const last = amendments.at(-1)
  const answers = last ? becomes(last) : root.answers
  const happened: Day = last ? (knownRecordType(root.type).happened(answers) ?? root.happened) : root.happened
  // A signature holds for the words that were signed: an amendment after it must be signed again.
  const signedBy = about.findLast(e => e.type === 'signature' && e.seq > (last?.seq ?? 0)) ?? null
  const sentBack = about.findLast(e => e.type === 'sent-back' && e.seq > (last?.seq ?? 0)) ?? null
  return {
    ...root,
    answers,
    happened,
    amendments,
    withdrawn: about.some(e => e.type === 'withdrawal'),
    signedBy,
    sentBack: signedBy ? null : sentBack,
    chosen: about.findLast(e => e.type === 'chronology-choice') ?? null,
  }
}

/**
 * A file's entries as they stand after their amendments, in the order things happened; on one day, in the order they
 * were recorded. Takes the entries of one subject in order of `seq`.
 */
export function standing(entries: readonly Entry[]): readonly Standing[] {
  const about = new Map<string, Entry[]>()
  for (const e of entries) {
    if (e.amends === null || !ABOUT.has(e.type)) continue
    const list = about.get(e.amends)
    if (list) list.push(e)
    else about.set(e.amends, [e])
  }
  return entries
    .filter(e => !ABOUT.has(e.type))
    .map(e => stand(e, about.get(e.id) ?? []))
    .sort((a, b) => (a.happened === b.happened ? a.seq - b.seq : a.happened < b.happened ? -1 : 1))
}
