import { sql } from 'kysely'
import { decide } from '../../../domain/access/decide.ts'
import { londonTime } from '../../../domain/kernel/london.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { faultsOf, partOf } from '../../../domain/records/parts.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { keepDraft } from '../../../store/drafts.ts'
import type { Written } from '../../../store/guarded.ts'
import { namesOf } from '../../../store/people.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { ChildCtx, Outcome } from '../../../web/page.ts'
import { readAnswers, sameThing, write } from '../write.ts'
import {
  type Assessed,
  ownQuestions,
  prefixOf,
  sharedQuestions,
  TOGETHER,
  type TogetherData,
} from './together-load.ts'

/** What was typed of one child: what is shared, and their own. */
export function typedOf(typed: Typed, { child }: Assessed): Typed {
  const own = partOf(typed, prefixOf(child))
  const shared = sharedQuestions.map(name => [name, typed[name]])
  return Object.fromEntries(
    [...shared, ...ownQuestions.map(name => [name, own[name]])].filter(([, r]) => r !== undefined),
  )
}

/** The page as it would be asked about one of the children. */
const ctxOf = (ctx: ChildCtx<Db>, { child }: Assessed, typed: Typed): ChildCtx<Db> => ({
  ...ctx,
  child,
  typed,
  can: action => decide(ctx.viewer, action, child.target),
})

/** The names of faults as the page has them: a question of a child's own stands in their part. */
const placed = (faults: Faults, assessed: Assessed): Faults => {
  const part = (own: boolean) =>
    Object.fromEntries(Object.entries(faults).filter(([name]) => ownQuestions.includes(name) === own))
  return { ...part(false), ...faultsOf(part(true), prefixOf(assessed.child)) }
}

/** What a form carries unseen for each child: the id of the entry, how far the file went, how far the writer saw. */
const unseen = (ctx: ChildCtx<Db>, { child }: Assessed): Typed => {
  const own = partOf(ctx.typed, prefixOf(child))
  return { _entry: own._entry, _basis: own._basis, _seen: own._seen, _confidential: ctx.typed._confidential }
}

/** Writes one child's assessment, naming those written with it by the ids of their entries. */
async function writeOne(
  ctx: ChildCtx<Db>,
  assessed: Assessed,
  answers: Answers,
  ids: readonly string[],
): Promise<Written> {
  const typed = unseen(ctx, assessed)
  const together = ids.filter(id => id !== textOf(typed, '_entry'))
  return await write(ctxOf(ctx, assessed, typed), {
    type: assessment,
    answers: { ...answers, together },
    form: TOGETHER,
    stale: sameThing(assessment),
  })
}

/** Writes all of them, or none: what one file does not bear is taken back from the others. */
async function writeAll(
  ctx: ChildCtx<Db>,
  read: readonly { readonly of: Assessed; readonly answers: Answers }[],
): Promise<Outcome> {
  const ids = read.map(r => textOf(unseen(ctx, r.of), '_entry'))
  await sql`savepoint together`.execute(ctx.tx)
  // In one order of files for everybody, so that no two writers wait for each other.
  for (const { of, answers } of read.toSorted((a, b) => (a.of.child.id < b.of.child.id ? -1 : 1))) {
    const tried = await writeOne(ctx, of, answers, ids)
    if ('done' in tried || 'before' in tried) continue
    await sql`rollback to savepoint together`.execute(ctx.tx)
    const theirs = 'theirs' in tried ? { [`${prefixOf(of.child)}_seen`]: String(tried.seq) } : {}
    const again = await notWritten('faults' in tried ? { faults: placed(tried.faults, of) } : tried, {
      typed: { ...ctx.typed, ...theirs },
      at: 'on',
      namesOf: who => namesOf(ctx.tx, who),
    })
    if (again) return again
  }
  return { go: `/child/${ctx.child.code}/entry/${ids[0]}` }
}

/** Keeps, or records for each of the children, an assessment of brothers and sisters. */
export async function submitTogether(ctx: ChildCtx<Db>, data: TogetherData): Promise<Outcome> {
  const at = `/child/${ctx.child.code}/${TOGETHER}`
  const first = partOf(ctx.typed, prefixOf(ctx.child))
  const kept = await keepDraft(
    { ...ctx, typed: { ...ctx.typed, _entry: first._entry, _basis: first._basis } },
    ctx.child.id,
    TOGETHER,
    data.view.entries,
  )
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: at }
  if (data.children.length < 2) return { go: at }
  let faults: Faults = {}
  const read: { of: Assessed; answers: Answers }[] = []
  for (const of of data.children) {
    const answers = await readAnswers(
      ctxOf(ctx, of, ctx.typed),
      assessment,
      of.view.file,
      typedOf(ctx.typed, of),
    )
    if (answers.ok) read.push({ of, answers: answers.value })
    else faults = { ...faults, ...placed(answers.error, of) }
  }
  if (Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  return await writeAll(ctx, read)
}
