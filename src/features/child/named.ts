import { CLOSED, NOT_SAMPLED } from '../../domain/family/relatives.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import { peopleKnown } from '../../store/queries/relatives-known.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { ChildCtx } from '../../web/page.ts'

/** Another child named by an answer: what to type for them, and what they are called. */
export interface NamedChild {
  readonly code: string
  readonly called: string
}

const personFields = (type: RecordType): readonly string[] =>
  Object.entries(type.fields).flatMap(([name, f]) => (f.kind.name === 'person' ? [name] : []))

/** The ids of other children's files that answers name. */
const idsNamed = (type: RecordType, answers: Answers): readonly string[] =>
  personFields(type).flatMap(name => (typeof answers[name] === 'string' ? [answers[name]] : []))

/** That a restricted file would have been shown, and to whom it was not, stands in the log of that file. */
const logHidden = async (ctx: ChildCtx<Db>, subject: string): Promise<void> =>
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: ctx.viewer.id,
    action: 'list',
    subject,
    page: `an entry of ${ctx.child.code}`,
    allowed: false,
    because: 'The file is restricted, so it was left out as if it were not there',
  })

/**
 * Children whom answers name, by the ids that were written. Where the file is closed to the viewer nothing is told but
 * that there is one; a restricted one on which the viewer is not named is as if not there.
 */
export async function childrenNamed(
  ctx: ChildCtx<Db>,
  type: RecordType,
  versions: readonly Answers[],
): Promise<ReadonlyMap<string, NamedChild>> {
  const known = await peopleKnown(
    ctx,
    versions.flatMap(answers => idsNamed(type, answers)),
  )
  const told = new Map<string, NamedChild>()
  for (const [asked, child] of known) {
    if (child.seen === 'hidden') await logHidden(ctx, child.id)
    else if (child.seen === 'closed')
      told.set(asked, { code: asked, called: ctx.viewer.role === 'inspector' ? NOT_SAMPLED : CLOSED })
    else told.set(asked, { code: child.code, called: child.called })
  }
  return told
}

/**
 * Answers as they are typed turned into those that are kept: a child is typed by the child ID and kept by the id of the
 * file. An ID of a restricted file is that of no child for whoever is not named on it.
 * @param before the answers that stand, where they are changed: whom the writer could not see stays named
 */
export async function withChildren(
  ctx: ChildCtx<Db>,
  type: RecordType,
  typed: Typed,
  before: Answers = {},
): Promise<Typed> {
  const resolved: Record<string, Typed[string]> = { ...typed }
  const seen = await childrenNamed(ctx, type, [before])
  for (const name of personFields(type)) {
    const [code, stood] = [textOf(typed, name), before[name]]
    if (typeof stood === 'string' && (code === stood || (code === '' && !seen.has(stood)))) {
      resolved[name] = stood
      continue
    }
    if (code === '') continue
    const child = await subjectByCode(ctx.tx, 'child', code.toUpperCase())
    const known = child && (await peopleKnown(ctx, [child.id])).get(child.id)
    if (known?.seen === 'hidden') await logHidden(ctx, known.id)
    // The ID itself is no id of a file, so it is answered as that of no child.
    resolved[name] = child && known?.seen !== 'hidden' ? child.id : code.toUpperCase()
  }
  return resolved
}
