import type { Day } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Faults, parse, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { differentChild } from '../../domain/records/types/identity.ts'
import { personDetails } from '../../domain/records/types/person-details.ts'
import type { Db } from '../../store/connection.ts'
import { isId, newChildCode, newId } from '../../store/ids.ts'
import { append, findSubject, startFile } from '../../store/ledger.ts'
import { type Candidate, candidates } from '../../store/queries/candidates.ts'
import type { Ctx, Outcome } from '../../web/page.ts'
import { newChildHtml } from './new-child-form.tsx'
import { SameChild } from './same-child.tsx'

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)

/** Children here who may be the one who was just typed. */
async function likelySame(ctx: Ctx<Db>, a: Answers): Promise<readonly Candidate[]> {
  const asked = {
    givenName: words(a.givenName),
    familyName: words(a.familyName),
    otherNames: words(a.otherNames),
    born: (words(a.unborn ? a.expected : a.born) as Day | null) ?? null,
    address: words(a.address),
    nhsNumber: words(a.nhsNumber),
    upn: words(a.upn),
  }
  return await candidates(ctx.tx, ctx.viewer, ctx.now, asked, { page: 'start a file' })
}

/** What is missing of the answer about the children who were shown; all of it, where some were not shown yet. */
function unanswered(ctx: Ctx<Db>, likely: readonly Candidate[]): Faults | 'not-asked' | null {
  const shown = new Set(textOf(ctx.typed, '_shown').split(' '))
  if (likely.some(c => !shown.has(c.code))) return 'not-asked'
  const same = textOf(ctx.typed, 'same')
  if (same === 'unsure') return null
  if (same !== 'different')
    return { same: 'Open the file if it is one of these children. If it is none of them, say so here.' }
  return textOf(ctx.typed, 'why') === ''
    ? { why: 'Say how you know that it is a different child: it is kept in the new file.' }
    : null
}

/** Starts the file, with what was said of the children who look alike. */
async function start(
  ctx: Ctx<Db>,
  id: string,
  details: Answers,
  others: readonly Candidate[],
): Promise<string> {
  const { tx, viewer, now, today } = ctx
  const subject = { id, kind: 'child' as const, code: newChildCode() }
  const entry = (type: RecordType, answers: Answers) =>
    newEntry({ id: newId(now), subject: id, type, answers, author: viewer.id, now, today })
  const why = textOf(ctx.typed, 'why')
  await startFile(tx, subject, now)
  await append(tx, subject, [
    entry(personDetails, details),
    ...others.map(c => entry(differentChild, { child: c.subject, why })),
  ])
  return subject.code
}

/** True where whoever asks wrote the first entry of a file. */
async function isStartedBy({ tx, viewer }: Ctx<Db>, subject: string): Promise<boolean> {
  const first = await tx
    .selectFrom('entry')
    .select('author')
    .where('subject', '=', subject)
    .where('seq', '=', 1)
    .executeTakeFirst()
  return first?.author === viewer.id
}

/**
 * Starts a child's file, once however often the form is sent. Where children here may be the same, they are shown first,
 * and nothing is written until somebody has said that it is none of them.
 */
export async function submitNew(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed, today } = ctx
  const id = textOf(typed, '_subject')
  const before = isId(id) ? await findSubject(ctx.tx, id) : undefined
  const own = before && (await isStartedBy(ctx, id))
  // The same form again leads to the file that it started. Of another file it tells nobody so much as the child ID.
  if (before?.kind === 'child' && own) return { go: `/child/${before.code}` }
  if (!isId(id) || before)
    return {
      again: {
        typed: { ...typed, _subject: '' },
        faults: { asOf: 'This form was not whole when it came. Check it, and send it again.' },
      },
    }
  const read = parse(personDetails, typed, { today, born: null, unborn: false })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const likely = await likelySame(ctx, read.value)
  const open = likely.length > 0 ? unanswered(ctx, likely) : null
  if (open === 'not-asked') {
    const conflict = <SameChild likely={likely} typed={typed} faults={{}} on={today} />
    return { shown: newChildHtml(ctx, { typed, faults: {}, conflict }) }
  }
  if (open !== null) {
    const conflict = <SameChild likely={likely} typed={typed} faults={open} on={today} />
    return { again: { typed, faults: open, conflict } }
  }
  const others = textOf(typed, 'same') === 'different' ? likely : []
  return { go: `/child/${await start(ctx, id, read.value, others)}` }
}
