import type { Viewer } from '../domain/access/roles.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { type Typed, textOf } from '../domain/records/parse.ts'
import { mayDo } from './access.ts'
import type { Db } from './connection.ts'

export interface Draft {
  readonly typed: Typed
  /** How far the file went when the form was opened. */
  readonly basis: number
  readonly saved: Instant
}

/** What somebody has typed into a form and not sent yet. Only ever their own. */
export async function readDraft(
  db: Db,
  owner: string,
  subject: string,
  form: string,
): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(['typed', 'basis', 'saved'])
    .where('owner', '=', owner)
    .where('subject', '=', subject)
    .where('form', '=', form)
    .executeTakeFirst()
  return row ? { typed: row.typed as Typed, basis: row.basis, saved: row.saved } : undefined
}

export async function saveDraft(
  db: Db,
  owner: string,
  subject: string,
  form: string,
  draft: Draft,
): Promise<void> {
  const row = {
    owner,
    subject,
    form,
    typed: JSON.stringify(draft.typed),
    basis: draft.basis,
    saved: draft.saved,
  }
  await db
    .insertInto('draft')
    .values(row)
    .onConflict(c => c.columns(['owner', 'subject', 'form']).doUpdateSet(row))
    .execute()
}

/**
 * Keeps what was typed, where the form was sent to be kept and not recorded: by the script as it is typed (`?keep=script`),
 * or by the button *Keep for later* (`_keep`). A late copy of a form that has been sent would bring it back, so what
 * stands in the file already (`entries`) is not kept.
 * @returns who asked for it; undefined where the form was sent to be recorded
 */
export async function keepDraft(
  sent: {
    readonly tx: Db
    readonly viewer: Viewer
    readonly now: Instant
    readonly typed: Typed
    readonly query: Readonly<Record<string, string | undefined>>
  },
  subject: string,
  form: string,
  entries: readonly { readonly id: string }[],
): Promise<'script' | 'hand' | undefined> {
  const { _csrf, _keep, ...typed } = sent.typed
  const by = sent.query.keep === 'script' ? 'script' : textOf(sent.typed, '_keep') === '' ? undefined : 'hand'
  if (by && !entries.some(e => e.id === textOf(typed, '_entry')))
    await saveDraft(sent.tx, sent.viewer.id, subject, form, { typed, basis: basisOf(typed), saved: sent.now })
  return by
}

const basisOf = (typed: Typed): number => {
  const basis = Number(textOf(typed, '_basis'))
  return Number.isInteger(basis) && basis >= 0 && basis < 2 ** 31 ? basis : 0
}

export async function dropDraft(db: Db, owner: string, subject: string, form: string): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('owner', '=', owner)
    .where('subject', '=', subject)
    .where('form', '=', form)
    .execute()
}

/** Everything somebody has begun and not sent, but for children who have since been closed to them. */
export async function draftsOf(db: Db, owner: Viewer, now: Instant) {
  return await db
    .selectFrom('draft')
    .innerJoin('subject', 'subject.id', 'draft.subject')
    .leftJoin('person as p', 'p.subject', 'draft.subject')
    .select([
      'draft.form',
      'draft.saved',
      'subject.kind',
      'subject.code',
      'p.given_name as givenName',
      'p.family_name as familyName',
      'p.unborn',
    ])
    .where('draft.owner', '=', owner.id)
    .where(eb => eb.or([eb('p.subject', 'is', null), mayDo(owner, 'list', now)]))
    .orderBy('draft.saved', 'desc')
    .limit(50)
    .execute()
}

/** What was begun in a file that is read as part of another from now on goes on in that one, where nothing like it is. */
export async function moveDrafts(db: Db, from: string, to: string): Promise<void> {
  await db
    .updateTable('draft')
    .set({ subject: to })
    .where('subject', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('draft as there')
            .select('there.form')
            .where('there.subject', '=', to)
            .whereRef('there.owner', '=', 'draft.owner')
            .whereRef('there.form', '=', 'draft.form'),
        ),
      ),
    )
    .execute()
}
