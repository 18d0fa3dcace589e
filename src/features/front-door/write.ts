import { letterSubject } from '../../domain/front-door/letter.ts'
import { type Following, firstDetails, inChildsFile } from '../../domain/front-door/outcome.ts'
import type { Entry, NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { contactDecided, contactLetter, contactMatched } from '../../domain/records/types/contact.ts'
import { differentChild } from '../../domain/records/types/identity.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft } from '../../store/drafts.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newChildCode, newId } from '../../store/ids.ts'
import { shareDocuments } from '../../store/kept.ts'
import { append, holdFile, readEntries, startFile } from '../../store/ledger.ts'
import { post } from '../../store/outgoing.ts'
import type { Subject } from '../../store/project.ts'
import type { Ctx } from '../../web/page.ts'
import { FORM } from './asked.ts'
import type { ContactData } from './load.ts'
import type { Chosen } from './who.ts'

export type Decided =
  | { readonly done: string }
  | { readonly before: string }
  /** Somebody decided it while this form was open: theirs stands. */
  | { readonly theirs: Entry }
  | { readonly broken: string }

interface Placed {
  readonly chosen: Chosen
  readonly subject: Subject
  readonly fresh: Answers | null
  readonly open: boolean
}

const by = (ctx: Ctx<Db>, subject: string, type: RecordType, answers: Answers, amends?: string): NewEntry => {
  const { viewer, now, today } = ctx
  return newEntry({ id: newId(now), subject, type, answers, author: viewer.id, now, today, amends })
}

/** The files of the children: those that are there, and new ones with a child ID of their own. */
async function place(ctx: Ctx<Db>, chosen: readonly Chosen[]): Promise<readonly Placed[]> {
  const all: Placed[] = []
  for (const c of chosen) {
    if (c.file === null) continue
    if ('known' in c.file) {
      const { subject: id, code, open } = c.file.known
      all.push({ chosen: c, subject: { id, kind: 'child', code }, fresh: null, open })
      continue
    }
    const subject = { id: newId(ctx.now), kind: 'child', code: newChildCode() } as const
    await startFile(ctx.tx, subject, ctx.now)
    all.push({ chosen: c, subject, fresh: c.file.fresh, open: false })
  }
  // Files are held in one order, so that two who decide about the same children never wait for each other.
  return all.sort((a, b) => (a.subject.id < b.subject.id ? -1 : 1))
}

/**
 * Decides a contact in one transaction: the decision, whose files they are, what each file says of it, and the letter.
 * Once, however often the form is sent; and only by the first of two.
 */
export async function decide(
  ctx: Ctx<Db>,
  data: ContactData,
  {
    chosen,
    decided,
    told,
  }: { readonly chosen: readonly Chosen[]; readonly decided: Answers; readonly told: Answers },
): Promise<Decided> {
  const { tx, viewer, now, today, typed } = ctx
  const { subject, received } = data.view
  const id = textOf(typed, '_entry')
  if (!isId(id)) return { broken: BROKEN }
  await holdFile(tx, subject.id)
  const entries = await readEntries(tx, subject.id)
  if (entries.some(e => e.id === id)) return { before: id }
  const theirs = entries.findLast(e => e.type === contactDecided.code)
  if (theirs) return { theirs }

  const placed = await place(ctx, chosen)
  const letter = by(ctx, subject.id, contactLetter, told)
  await append(tx, subject, [
    ...placed.map(p => by(ctx, subject.id, contactMatched, { child: p.subject.id }, p.chosen.told.id)),
    newEntry({
      id,
      subject: subject.id,
      type: contactDecided,
      answers: decided,
      author: viewer.id,
      now,
      today,
    }),
    letter,
  ])
  const decision = { reference: subject.code, received: received.answers, decided }
  for (const p of placed) {
    const different = p.chosen.others.map(
      (o): Following => ({ type: differentChild, answers: { child: o.subject, why: p.chosen.why } }),
    )
    const all = [
      ...(p.fresh ? [firstDetails(p.fresh, today)] : []),
      ...inChildsFile(decision, p.open),
      ...different,
    ]
    await shareDocuments(tx, received.answers, { from: subject.id, to: p.subject.id, now })
    await append(
      tx,
      p.subject,
      all.map(f => by(ctx, p.subject.id, f.type, f.answers)),
    )
  }
  if (told.how === 'email' && data.emails) await send(ctx, data, letter)
  await dropDraft(tx, viewer.id, subject.id, FORM)
  return { done: id }
}

/** Puts a letter on its way by email. */
export async function send(
  ctx: Ctx<Db>,
  { view, house }: Pick<ContactData, 'view' | 'house'>,
  letter: NewEntry,
): Promise<void> {
  await post(
    ctx.tx,
    {
      id: newId(ctx.now),
      subject: view.subject.id,
      letter: letter.id,
      recipient: String(letter.answers.to),
      about: letterSubject(house.council, view.subject.code),
      body: String(letter.answers.letter),
    },
    ctx.now,
  )
}
