import { addDays } from '../../../domain/kernel/day.ts'
import { differing } from '../../../domain/quality/audit.ts'
import { foldAudit } from '../../../domain/quality/fold-audit.ts'
import { barred } from '../../../domain/quality/independence.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { readForm, without } from '../../../domain/records/read-form.ts'
import type { Db } from '../../../store/connection.ts'
import { dropDraft, keepDraft } from '../../../store/drafts.ts'
import { readEntries } from '../../../store/ledger.ts'
import { namesOf } from '../../../store/people.ts'
import { GRACE } from '../../../store/queries/audit-draw.ts'
import { auditTies } from '../../../store/queries/audit-ties.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { ChildCtx, Outcome } from '../../../web/page.ts'
import { addToAudit, writeAudit } from '../write.ts'
import { agree, handBack, respond } from './answers.ts'
import { readActions } from './grade-read.ts'
import { type AuditData, addressOf } from './load.ts'

const again = (ctx: ChildCtx<Db>, faults: Readonly<Record<string, string>>): Outcome => ({
  again: { typed: ctx.typed, faults },
})

/** Why the viewer may not audit this file after all: looked up again when they finish, as things move. */
async function independent(ctx: ChildCtx<Db>, { audit }: AuditData): Promise<string | null> {
  const tied = await auditTies(ctx.tx, [ctx.viewer.id], [ctx.child.id], audit.from, ctx.today)
  return barred(ctx.viewer.id, ctx.child.id, tied, false)?.because ?? null
}

/** Where both have graded now: what they differ in, for them to talk about. */
async function compare(ctx: ChildCtx<Db>, data: AuditData): Promise<void> {
  const audit = foldAudit(await readEntries(ctx.tx, data.id))
  const [first, second] = [audit?.parts.first.grading, audit?.parts.second.grading]
  if (!audit || !first || !second || audit.compared) return
  const differ = differing(first, second).length + (first.overall === second.overall ? 0 : 1)
  await addToAudit(ctx, data, 'audit-compared', {
    child: audit.child,
    first: first.auditor,
    second: second.auditor,
    differ,
    until: addDays(ctx.today, GRACE),
  })
}

async function grade(ctx: ChildCtx<Db>, data: AuditData): Promise<Outcome> {
  const { mine, type, audit } = data
  const home = '/audits/mine'
  const id = textOf(ctx.typed, '_entry')
  if (data.entries.some(e => e.id === id)) return { go: `${home}?done=${data.code}` }
  if (!mine)
    return {
      refused:
        'This audit is not yours to grade any more: it was finished, withdrawn or given to somebody else. Copy what you typed.',
    }
  const kept = await keepDraft(ctx, data.id, type.code, data.entries)
  if (kept) return kept === 'script' ? { said: '' } : { go: home }
  const read = readForm(ctx, without(type, 'part', 'child'), ctx.typed)
  const { actions, faults } =
    mine === 'first' ? readActions(ctx.typed, ctx.today) : { actions: [], faults: {} }
  if (!read.ok || Object.keys(faults).length > 0)
    return again(ctx, { ...(read.ok ? {} : read.error), ...faults })
  const why = await independent(ctx, data)
  if (why) return again(ctx, { overall: `${why} Hand it back, and say so.` })
  const written = await writeAudit(
    ctx,
    data,
    type.code,
    { part: mine, child: audit.child, ...read.value },
    { stale: () => false, after: actions.map(a => ['audit-action', { ...a, child: audit.child }] as const) },
  )
  const not = await notWritten(written, {
    typed: ctx.typed,
    at: 'overall',
    namesOf: ids => namesOf(ctx.tx, ids),
  })
  if (not) return not
  await compare(ctx, data)
  await dropDraft(ctx.tx, ctx.viewer.id, data.id, type.code)
  return { go: `${home}?done=${data.code}` }
}

/** Every form on the page of an audit says what it does. */
export async function submit(ctx: ChildCtx<Db>, data: AuditData): Promise<Outcome> {
  switch (textOf(ctx.typed, '_do')) {
    case 'grade':
      return await grade(ctx, data)
    case 'respond':
      return await respond(ctx, data)
    case 'agree':
      return await agree(ctx, data)
    case 'back':
      return await handBack(ctx, data)
    default:
      return { go: addressOf(ctx, data.code) }
  }
}
