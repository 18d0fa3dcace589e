import { type Grade, isGrade } from '../../../domain/quality/grades.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { readForm, without } from '../../../domain/records/read-form.ts'
import { auditAgreed, auditHandedBack, auditResponse } from '../../../domain/records/types/audit.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { ChildCtx, Outcome } from '../../../web/page.ts'
import { writeAudit } from '../write.ts'
import { differs } from './differs.ts'
import { type AuditData, addressOf } from './load.ts'

const words = (ctx: ChildCtx<Db>, at: string) => ({
  typed: ctx.typed,
  at,
  namesOf: (ids: readonly string[]) => namesOf(ctx.tx, ids),
})

/** The worker or the manager says what they make of it. */
export async function respond(ctx: ChildCtx<Db>, data: AuditData): Promise<Outcome> {
  const as = data.posts.find(p => p === 'worker' || p === 'manager')
  if (!as || data.mine || !data.audit.parts.first.grading)
    return { refused: 'The child’s worker and the worker’s manager answer an audit, once it is finished.' }
  const read = readForm(ctx, without(auditResponse, 'as'), ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const tried = await writeAudit(ctx, data, auditResponse.code, { as, ...read.value }, { stale: () => false })
  return (await notWritten(tried, words(ctx, 'will'))) ?? { go: `${addressOf(ctx, data.code)}?done=answered` }
}

/** Two auditors say what they settled on. */
export async function agree(ctx: ChildCtx<Db>, data: AuditData): Promise<Outcome> {
  if (!data.graded || !data.audit.compared || data.audit.agreed)
    return { refused: 'The two auditors agree the grades, when both have graded and until they have agreed.' }
  const read = readForm(ctx, auditAgreed, ctx.typed)
  const first = data.audit.parts.first.grading?.found ?? []
  const grades: Record<string, Grade> = {}
  const faults: Record<string, string> = {}
  for (const f of first) if (f.grade) grades[f.standard] = f.grade
  for (const { standard, title } of differs(data)) {
    const chosen = textOf(ctx.typed, `agreed_${standard}`)
    if (isGrade(chosen)) grades[standard] = chosen
    else faults[`agreed_${standard}`] = `Choose the grade you agreed: ${title.toLowerCase()}`
  }
  if (!read.ok || Object.keys(faults).length > 0)
    return { again: { typed: ctx.typed, faults: { ...faults, ...(read.ok ? {} : read.error) } } }
  const tried = await writeAudit(
    ctx,
    data,
    auditAgreed.code,
    { ...read.value, grades },
    { stale: e => e.type === auditAgreed.code },
  )
  return (await notWritten(tried, words(ctx, 'reason'))) ?? { go: '/audits/mine' }
}

/** An auditor gives a file back: somebody else must have it. */
export async function handBack(ctx: ChildCtx<Db>, data: AuditData): Promise<Outcome> {
  if (!data.mine) return { refused: 'This audit is not with you, so there is nothing to hand back.' }
  const read = readForm(ctx, without(auditHandedBack, 'part'), ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const tried = await writeAudit(
    ctx,
    data,
    auditHandedBack.code,
    { part: data.mine, ...read.value },
    { stale: () => false },
  )
  return (await notWritten(tried, words(ctx, 'why'))) ?? { go: '/audits/mine?back=yes' }
}
