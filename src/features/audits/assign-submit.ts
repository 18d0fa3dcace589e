import { addDays } from '../../domain/kernel/day.ts'
import { barred } from '../../domain/quality/independence.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { auditWithdrawn } from '../../domain/records/types/audit.ts'
import type { Db } from '../../store/connection.ts'
import { survivorOf } from '../../store/joined.ts'
import { namesOf } from '../../store/people.ts'
import { dueFor, GRACE } from '../../store/queries/audit-draw.ts'
import { readAudit } from '../../store/queries/audit-files.ts'
import { opensRestricted } from '../../store/queries/audit-share.ts'
import { auditTies } from '../../store/queries/audit-ties.ts'
import { listable } from '../../store/queries/listable.ts'
import { notWritten } from '../../web/form/written.tsx'
import { type Ctx, type DataOf, found, type Outcome } from '../../web/page.ts'
import { choicesFor } from './samples/asking.ts'
import { writeAudit } from './write.ts'

/** The audit, which gradings of it are open, and who could make them. */
export async function load(ctx: Ctx<Db>) {
  const missing = { missing: `There is no audit ${ctx.params.audit}. Open it from its sample.` }
  const file = await readAudit(ctx.tx, ctx.params.audit ?? '')
  if (!file) return missing
  const id = await survivorOf(ctx.tx, file.audit.child)
  const child = (await listable(ctx.tx, ctx.viewer, ctx.now, [id])).get(id)
  const tool = auditTool(file.audit.tool)
  if (!child || !tool) return missing
  const { first, second } = file.audit.parts
  const open = file.audit.withdrawn
    ? []
    : [
        ...(first.grading ? [] : (['first'] as const)),
        ...(file.audit.second && !second.grading ? (['second'] as const) : []),
      ]
  return found({
    ...file,
    child,
    tool,
    open,
    choices: await choicesFor(ctx),
    names: await namesOf(ctx.tx, [
      ...[first.auditor, second.auditor].flatMap(a => a ?? []),
      ...[...first.back, ...second.back].map(b => b.by),
    ]),
  })
}

export type AssignData = DataOf<typeof load>

/** Why somebody may not have this file: decided here, on the server, whatever the page offered. */
async function inTheWay(
  ctx: Ctx<Db>,
  data: AssignData,
  auditor: AssignData['choices']['all'][number],
  part: 'first' | 'second',
) {
  const { audit, child } = data
  const other = audit.parts[part === 'first' ? 'second' : 'first']
  if (other.auditor === auditor.id)
    return 'They make the other grading of this file: a second grading is another person’s.'
  const row = await ctx.tx
    .selectFrom('person')
    .select(['restricted', 'named'])
    .where('subject', '=', child.subject)
    .executeTakeFirst()
  const tied = await auditTies(ctx.tx, [auditor.id], [child.subject], audit.from, ctx.today)
  const closed = row?.restricted === true && !opensRestricted(auditor, row.named)
  return barred(auditor.id, child.subject, tied, closed)?.because
}

/** Gives a grading to somebody whom nothing bars, or withdraws the audit. */
export async function submit(ctx: Ctx<Db>, data: AssignData): Promise<Outcome> {
  const { typed } = ctx
  const wrong = (name: string, fault: string): Outcome => ({ again: { typed, faults: { [name]: fault } } })
  const to = data.audit.sample ? `/audits/sample/${data.audit.sample}` : '/audits/samples'
  const words = { typed, namesOf: (ids: readonly string[]) => namesOf(ctx.tx, ids) }
  if (textOf(typed, '_do') === 'withdraw') {
    if (data.audit.parts.first.grading) return { refused: 'This audit is finished: what it found stands.' }
    const read = readForm(ctx, auditWithdrawn, typed)
    if (!read.ok) return { again: { typed, faults: read.error } }
    const tried = await writeAudit(ctx, data, auditWithdrawn.code, read.value, { stale: () => false })
    return (await notWritten(tried, { ...words, at: 'why' })) ?? { go: to }
  }
  const part = data.open.find(p => p === textOf(typed, 'part'))
  if (!part) return wrong('part', 'Choose which grading. One that is finished stays with who made it.')
  const auditor = data.choices.all.find(p => p.id === textOf(typed, 'auditor'))
  if (!auditor) return wrong('auditor', 'Choose who audits it.')
  const because = await inTheWay(ctx, data, auditor, part)
  if (because) return wrong('auditor', `${auditor.name}: ${because} Choose somebody else.`)
  const due = dueFor(data.tool, ctx.today)
  const answers = { part, auditor: auditor.id, child: data.audit.child, due, until: addDays(due, GRACE) }
  const tried = await writeAudit(ctx, data, 'audit-assigned', answers, {
    stale: e => e.type === 'audit-assigned' && e.answers.part === part,
  })
  return (await notWritten(tried, { ...words, at: 'auditor' })) ?? { go: to }
}
