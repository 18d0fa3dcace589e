import { decide } from '../../../domain/access/decide.ts'
import { nowOf } from '../../../domain/casework/now.ts'
import { waitsForCheck } from '../../../domain/quality/audit.ts'
import { auditTool, gradingType } from '../../../domain/quality/tools.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import type { AuditPost } from '../../../domain/records/types/audit.ts'
import type { GradingPart } from '../../../domain/records/types/audit-grading.ts'
import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { survivorOf } from '../../../store/joined.ts'
import { namesOf } from '../../../store/people.ts'
import { readAudit } from '../../../store/queries/audit-files.ts'
import { fileOf } from '../../../store/queries/file-of.ts'
import { type ChildCtx, type DataOf, found } from '../../../web/page.ts'

/** What the viewer is to the child now: who does what an audit asks. */
async function postsOf(
  ctx: ChildCtx<Db>,
  view: Awaited<ReturnType<typeof fileOf>>,
): Promise<readonly AuditPost[]> {
  const { worker, reviewing } = nowOf(view.file, ctx.today)
  const { viewer } = ctx
  return [
    ...(worker?.facts.worker === viewer.id ? (['worker'] as const) : []),
    ...(viewer.role === 'team-manager' && viewer.team !== null && worker?.facts.team === viewer.team
      ? (['manager'] as const)
      : []),
    ...(reviewing?.facts.worker === viewer.id ? (['reviewing'] as const) : []),
  ]
}

/**
 * One audit, for whoever may open the child's file. Who has still to grade it sees nothing of the other grading: the
 * second is blind, and so is the first.
 */
export async function load(ctx: ChildCtx<Db>) {
  const missing = {
    missing: 'There is no such audit of this child. Open it from your work, or from the child.',
  }
  if (!decide(ctx.viewer, 'audit-read').allow)
    return { refused: 'Your role does not read audits. Ask whoever leads on quality here.' }
  const file = await readAudit(ctx.tx, ctx.params.audit ?? '')
  if (!file || (await survivorOf(ctx.tx, file.audit.child)) !== ctx.child.id) return missing
  const tool = auditTool(file.audit.tool)
  if (!tool) return missing
  const { audit } = file
  const has = (part: GradingPart) => audit.parts[part].auditor === ctx.viewer.id && !audit.parts[part].grading
  const mine: GradingPart | null = audit.withdrawn
    ? null
    : has('first')
      ? 'first'
      : has('second')
        ? 'second'
        : null
  const type = knownRecordType(gradingType(tool.code))
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const graded = [audit.parts.first, audit.parts.second].some(p => p.grading?.auditor === ctx.viewer.id)
  return found({
    ...file,
    tool,
    type,
    mine,
    view,
    /** Graded it already, first or second. */
    graded,
    posts: await postsOf(ctx, view),
    draft: mine ? await readDraft(ctx.tx, ctx.viewer.id, file.id, type.code) : undefined,
    names: await namesOf(ctx.tx, [
      ...file.entries.map(e => e.author),
      ...[audit.parts.first.auditor, audit.parts.second.auditor, audit.worker].flatMap(id => id ?? []),
      ...view.file.spells.flatMap(s => (typeof s.facts.worker === 'string' ? [s.facts.worker] : [])),
    ]),
    /** May look whether what was asked has happened. */
    checks: audit.actions.some(waitsForCheck) && (graded || decide(ctx.viewer, 'audit-draw').allow),
  })
}

export type AuditData = DataOf<typeof load>

/** Where an audit stands. */
export const addressOf = (ctx: ChildCtx<unknown>, audit: string): string =>
  `/child/${ctx.child.code}/audit/${audit}`
