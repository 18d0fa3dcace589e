import { decide } from '../../../domain/access/decide.ts'
import { startAnswers } from '../../../domain/assessment/gathered.ts'
import type { Typed } from '../../../domain/records/parse.ts'
import { writes } from '../../../domain/records/record-type.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'

import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { writeLog } from '../../../store/log.ts'
import { siblingsOf } from '../../../store/queries/assessment-siblings.ts'
import { singleFrom } from '../../../store/queries/assessment-switch.ts'
import { type FileView, fileOf } from '../../../store/queries/file-of.ts'
import { listable } from '../../../store/queries/listable.ts'
import { findWhom } from '../../../store/whom.ts'
import { type ChildCtx, type DataOf, found, type Whom } from '../../../web/page.ts'

/** What the form is called among drafts, which are kept with the child from whose file it was opened. */
export const TOGETHER = 'assess-together'

/** The names of a child's own questions begin with their child ID. */
export const prefixOf = (child: Whom): string => `${child.code}-`

/** The questions that are each child's own, and those that are answered once for all of them. */
const isOwn = (name: string): boolean => assessment.fields[name]?.options.own === true
export const ownQuestions: readonly string[] = Object.keys(assessment.fields).filter(isOwn)
export const sharedQuestions: readonly string[] = Object.keys(assessment.fields).filter(n => !isOwn(n))

/** A brother or sister, and whether this viewer may write in their file. */
export interface Sibling {
  readonly child: Whom
  readonly may: boolean
  readonly because: string
}

async function siblings(ctx: ChildCtx<Db>): Promise<readonly Sibling[]> {
  const ids = await siblingsOf(ctx.tx, ctx.child.id, ctx.today)
  const all: Sibling[] = []
  for (const { code } of (await listable(ctx.tx, ctx.viewer, ctx.now, ids)).values()) {
    const child = await findWhom(ctx.tx, code, ctx.viewer, ctx.now)
    if (!child) continue
    const decision = decide(ctx.viewer, assessment.permission, child.target)
    all.push({ child, may: decision.allow, because: decision.because })
  }
  return all.sort((a, b) => a.child.called.localeCompare(b.child.called, 'en'))
}

/** The child IDs that were chosen: by the form, by the address, or by the draft. */
function chosenIn(ctx: ChildCtx<Db>, draft: Typed | undefined): readonly string[] {
  const list = (raw: Typed[string]) => (raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw)
  const posted = list(ctx.typed._with)
  if (posted.length > 0) return posted
  const asked = Object.keys(ctx.query).flatMap(name => (name.startsWith('with-') ? [name.slice(5)] : []))
  return asked.length > 0 || ctx.query.choose !== undefined ? asked : list(draft?._with)
}

/** One child of those who are assessed together, with their file. */
export interface Assessed {
  readonly child: Whom
  readonly view: FileView
}

/** Reading a brother's or sister's file is reading it, and stands in its log. */
async function opened(ctx: ChildCtx<Db>, { child, because }: Sibling): Promise<Assessed> {
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: ctx.viewer.id,
    action: assessment.permission,
    subject: child.id,
    page: 'assess brothers and sisters together',
    allowed: true,
    because,
  })
  return { child, view: await fileOf(ctx.tx, child, ctx.viewer) }
}

/** What is filled in beforehand: the shared from the first child's file, each own part from that child's. */
function startOf(
  ctx: ChildCtx<Db>,
  children: readonly Assessed[],
  from: Parameters<typeof startAnswers>[2],
): Typed {
  const known = children.map(c => ({ c, start: startAnswers(c.view.file, ctx.today, from) }))
  const shared = sharedQuestions.map(name => [name, known.find(k => k.start[name])?.start[name]])
  const own = known.flatMap(({ c, start }) =>
    ownQuestions.map(name => [`${prefixOf(c.child)}${name}`, start[name]]),
  )
  return Object.fromEntries([...shared, ...own].filter(([, raw]) => raw !== undefined))
}

/** The brothers and sisters who may be chosen; once some are, all their files. */
export async function loadTogether(ctx: ChildCtx<Db>) {
  if (!writes(assessment, ctx.viewer.role))
    return { refused: 'Your role does not record this: assessment. Ask the child’s manager.' }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const draft = await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, TOGETHER)
  const all = await siblings(ctx)
  const codes = chosenIn(ctx, draft?.typed)
  const chosen = all.filter(s => codes.includes(s.child.code))
  const closed = chosen.find(s => !s.may)
  if (closed) return { refused: `${closed.child.called}: ${closed.because}` }
  if (chosen.length < codes.length && ctx.typed._with !== undefined)
    return {
      refused: 'One of these children is not known as a brother or sister here any more. Choose again.',
    }
  const children: Assessed[] = [{ child: ctx.child, view }]
  for (const s of chosen) children.push(await opened(ctx, s))
  const from = await singleFrom(ctx.tx)
  // Children who were not in it when the draft was kept are filled in all the same.
  const typed = draft && { ...startOf(ctx, children, from), ...draft.typed }
  return found({
    view,
    all,
    children,
    draft: draft && { ...draft, typed: typed ?? {} },
    start: startOf(ctx, children, from),
  })
}

export type TogetherData = DataOf<typeof loadTogether>
