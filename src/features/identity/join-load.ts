import { decide } from '../../domain/access/decide.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { whyNotJoined } from '../../domain/matching/joining.ts'
import { scoreAsked } from '../../domain/matching/score.ts'
import { wordsIn } from '../../domain/matching/words.ts'
import { writes } from '../../domain/records/record-type.ts'
import { merged } from '../../domain/records/types/identity.ts'
import { targetOf } from '../../store/access.ts'
import type { Db } from '../../store/connection.ts'
import { type Candidate, candidates } from '../../store/queries/candidates.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import {
  type Beside,
  fileBeside,
  joinable,
  joinedFiles,
  type SaidDifferent,
  saidDifferent,
} from '../../store/queries/joined-files.ts'
import { logClosed } from '../../store/queries/likeness.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'

/** What the log calls the page. */
export const AUDIT = 'join files of one child'

/** The two files side by side, and what speaks for their being one child’s. */
export interface Pair {
  readonly this: Beside
  readonly other: Beside
  readonly called: string
  readonly why: readonly string[]
  readonly different: readonly SaidDifferent[]
}

/** Which two files a person has before them: an ID may lead to another file by the time the form comes. */
export const seenAs = (pair: Pair): string => `${pair.this.code} ${pair.other.code}`

/** The file that was asked for beside this one. */
export type Other =
  | { readonly is: 'none' }
  | { readonly is: 'unknown'; readonly code: string }
  | { readonly is: 'refused'; readonly called: string; readonly code: string; readonly why: string }
  /** A file of somebody else’s work, which a reason opens first. */
  | { readonly is: 'closed'; readonly called: string; readonly code: string; readonly why: string }
  | { readonly is: 'pair'; readonly pair: Pair }

const asAsked = (b: Beside) => ({ ...b, siblings: b.siblings.filter(s => wordsIn(s).length > 0) })

/** The file of a child ID beside this one; a restricted file one is not named on is as if not there, and it is logged. */
export async function otherFile(ctx: ChildCtx<Db>, code: string): Promise<Other> {
  const { tx, viewer, now, child } = ctx
  if (code === '') return { is: 'none' }
  const subject = await subjectByCode(tx, 'child', code.toUpperCase())
  const named = subject && (await listable(tx, viewer, now, [subject.id])).get(subject.id)
  if (subject && !named) await logClosed(tx, viewer, now, AUDIT, [{ subject: subject.id }])
  if (!subject || !named) return { is: 'unknown', code }
  const who = { called: calledBy(named, subject.code), code: subject.code }
  const target = await targetOf(tx, subject.id, viewer, now)
  const may = target && decide(viewer, 'decide', target)
  if (!may?.allow) return { is: 'closed', ...who, why: may?.because ?? '' }
  const why = whyNotJoined(await joinable(tx, child.id), await joinable(tx, subject.id))
  if (why !== null) return { is: 'refused', ...who, why }
  const [one, other] = [await fileBeside(tx, child.id), await fileBeside(tx, subject.id)]
  if (!one || !other) return { is: 'unknown', code }
  const different = await saidDifferent(tx, child.id, subject.id)
  const pair = {
    this: one,
    other,
    called: who.called,
    why: scoreAsked(asAsked(one), other).why,
    different,
  }
  return { is: 'pair', pair }
}

/** Children who may be this one, without those with whom it may never be joined: an adoption would show. */
async function likely(ctx: ChildCtx<Db>): Promise<readonly Candidate[]> {
  const { tx, viewer, now, child } = ctx
  const self = await fileBeside(tx, child.id)
  if (!self) return []
  const all = await candidates(tx, viewer, now, asAsked(self), { page: AUDIT, of: child.id })
  const own = await joinable(tx, child.id)
  const checked = await Promise.all(
    all.map(async c => (c.twin || whyNotJoined(own, await joinable(tx, c.subject)) === null ? [c] : [])),
  )
  return checked.flat()
}

export async function loadJoin(ctx: ChildCtx<Db>) {
  if (!writes(merged, ctx.viewer.role))
    return { refused: 'Team managers join the files of one child. Ask the child’s team manager.' }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const other = await otherFile(ctx, (ctx.query.with ?? '').trim())
  return found({
    view,
    other,
    joined: await joinedFiles(ctx.tx, ctx.child.id),
    likely: other.is === 'none' || other.is === 'unknown' ? await likely(ctx) : [],
  })
}

export type JoinData = DataOf<typeof loadJoin>
