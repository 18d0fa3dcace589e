import { answersOf } from '../improvement/answers.ts'
import type { Entry } from '../records/entry.ts'
import {
  type ActionState,
  type AgencyAnswer,
  type Challenged,
  challengeViews,
  isRating,
  type Round,
  type StandardAnswer,
} from './section-11.ts'

const views = Object.keys(challengeViews) as readonly (keyof typeof challengeViews)[]

/** What stands of each standard after some entries: the last that was saved of it. */
export function standardsAfter(entries: readonly Entry[]): ReadonlyMap<string, StandardAnswer> {
  const made = new Map<string, StandardAnswer>()
  for (const e of entries) {
    if (e.type !== 'agency-standard') continue
    const a = answersOf(e.answers)
    const standard = a.text('standard')
    made.set(standard, {
      standard,
      rating: isRating(e.answers.rating) ? e.answers.rating : null,
      evidence: a.maybeText('evidence') ?? null,
      action: a.maybeText('action') ?? null,
      owner: a.maybeText('owner') ?? null,
      by: a.maybeDay('due') ?? null,
    })
  }
  return made
}

function challengesOf(entries: readonly Entry[]): ReadonlyMap<string, Challenged> {
  return new Map(
    entries
      .filter(e => e.type === 'agency-challenged')
      .map(e => {
        const a = answersOf(e.answers)
        const { agreed } = e.answers
        const made: Challenged = {
          view: a.choice('view', views),
          agreed: isRating(agreed) ? agreed : 'no',
          why: a.text('why'),
          who: a.text('who'),
          by: e.author,
          on: e.happened,
        }
        return [a.text('standard'), made] as const
      }),
  )
}

function actionsOf(
  entries: readonly Entry[],
  answers: ReadonlyMap<string, StandardAnswer>,
): ReadonlyMap<string, ActionState> {
  const made = new Map<string, ActionState>()
  for (const s of answers.values())
    if (s.action !== null) made.set(s.standard, { state: 'open', words: null, on: null, again: null })
  for (const e of entries) {
    const a = answersOf(e.answers)
    const before = made.get(a.maybeText('standard') ?? '')
    if (!before) continue
    const said = { words: a.maybeText('what') ?? null, on: e.happened }
    if (e.type === 'agency-action-said') made.set(a.text('standard'), { ...before, ...said, state: 'said' })
    if (e.type === 'agency-action-seen')
      made.set(a.text('standard'), {
        ...said,
        state: e.answers.done === true ? 'done' : 'open',
        again: a.maybeDay('again') ?? before.again,
      })
  }
  return made
}

const keyIn = (e: Entry | undefined): string | null =>
  typeof e?.answers.key === 'string' ? e.answers.key : null

/** Folds the file of an agency's answer, its entries in order; null where it was never asked. */
export function foldAgency(code: string, entries: readonly Entry[]): AgencyAnswer | null {
  const asked = entries.find(e => e.type === 'agency-asked')
  if (!asked) return null
  const a = answersOf(asked.answers)
  const finished = entries.findLast(e => e.type === 'agency-finished')
  const left = entries.findLast(e => e.type === 'agency-left')
  const answers = standardsAfter(entries)
  const written = entries.findLast(e => e.type === 'agency-standard' || e.type === 'agency-documents')
  const text = (e: Entry | undefined, name: string) => (e ? (answersOf(e.answers).maybeText(name) ?? '') : '')
  return {
    id: asked.subject,
    code,
    round: a.text('round'),
    agency: a.text('agency'),
    contact: a.text('contact'),
    email: a.maybeText('email') ?? null,
    key: left
      ? null
      : keyIn(entries.findLast(e => e.type === 'agency-asked' || e.type === 'agency-new-code')),
    chased: entries
      .filter(e => e.type === 'agency-chased')
      .map(e => ({ on: e.happened, how: text(e, 'how'), by: e.author })),
    answers,
    documents: entries
      .filter(e => e.type === 'agency-documents')
      .flatMap(e =>
        (answersOf(e.answers).list('documents') ?? []).map(value => ({
          value,
          by: text(e, 'by'),
          on: e.happened,
        })),
      ),
    lastBy: written ? text(written, 'by') : null,
    finished: finished ? { by: text(finished, 'by'), on: finished.happened } : null,
    challenges: challengesOf(entries),
    actions: actionsOf(entries, answers),
    left: left ? { on: left.happened, why: text(left, 'why') } : null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}

/** Folds the file of a round; null where it was never begun. */
export function foldRound(code: string, entries: readonly Entry[]): Round | null {
  const begun = entries.find(e => e.type === 'agency-round')
  if (!begun) return null
  const a = answersOf(begun.answers)
  return {
    id: begun.subject,
    code,
    title: a.text('title'),
    sent: begun.happened,
    due: a.day('due'),
    board: a.maybeText('board') ?? null,
    closed: entries.findLast(e => e.type === 'agency-round-closed')?.happened ?? null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}
