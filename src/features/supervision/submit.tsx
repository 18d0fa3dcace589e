import { londonTime } from '../../domain/kernel/london.ts'
import { readsAsTasks } from '../../domain/oversight/reflection.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { caseSupervision, supervision } from '../../domain/records/types/supervision.ts'
import { type Db, rawSql } from '../../store/connection.ts'
import { dropDraft, keepDraft } from '../../store/drafts.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { namesOf } from '../../store/people.ts'
import type { Subject } from '../../store/project.ts'
import type { Ctx, Outcome } from '../../web/page.ts'
import { partOf, prefixOf, type ReadForm, readForm } from './blocks.ts'
import type { Data } from './load.ts'
import { Conflicts, Gentle } from './notices.tsx'

/** What one of the files is to be given, and where in the form its hidden parts stand. */
interface Part {
  readonly subject: Subject
  readonly type: RecordType
  readonly answers: Answers
  readonly typed: Typed
  readonly prefix: string
}

function partsOf(typed: Typed, data: Data, read: ReadForm): readonly Part[] {
  const { worker } = data
  const parts: Part[] = [
    {
      subject: { id: worker.id, kind: 'worker', code: worker.code },
      type: supervision,
      answers: read.worker,
      typed,
      prefix: '',
    },
    ...read.blocks.map(b => ({
      subject: { id: b.of.id, kind: 'child' as const, code: b.of.code },
      type: caseSupervision,
      answers: b.answers,
      typed: partOf(typed, b.of.code),
      prefix: prefixOf(b.of.code),
    })),
  ]
  // Every writer takes the files in one order, so that two who write at once never wait for each other.
  return parts.toSorted((a, b) => (a.subject.id < b.subject.id ? -1 : 1))
}

async function writePart(ctx: Ctx<Db>, p: Part): Promise<Written> {
  const entry = newEntry({
    id: textOf(p.typed, '_entry'),
    subject: p.subject.id,
    type: p.type,
    answers: p.answers,
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
  })
  // What another holds as confidential is not told as a conflict.
  const stale = (e: Entry) =>
    e.type === p.type.code && e.happened === entry.happened && e.sensitivity === 'ordinary'
  return await writeOnce(ctx.tx, p.subject, p.typed, entry, { stale })
}

/** Another’s words of the same day, in a file of this form. */
export interface Clash {
  readonly prefix: string
  readonly code: string
  readonly seq: number
  readonly type: RecordType
  readonly theirs: readonly Entry[]
}

/** Writes all parts, or none: what one file does not bear keeps the others unwritten too. */
async function writeAll(
  ctx: Ctx<Db>,
  parts: readonly Part[],
): Promise<
  { readonly entry: string } | { readonly clashes: readonly Clash[] } | { readonly broken: string }
> {
  await rawSql(ctx.tx, 'savepoint supervision')
  const tried: (readonly [Part, Written])[] = []
  for (const p of parts) tried.push([p, await writePart(ctx, p)])
  const broken = tried.flatMap(([, w]) => ('broken' in w ? [w.broken] : []))[0]
  const clashes = tried.flatMap(([p, w]) =>
    'theirs' in w
      ? [{ prefix: p.prefix, code: p.subject.code, seq: w.seq, type: p.type, theirs: w.theirs }]
      : [],
  )
  if (broken !== undefined || clashes.length > 0) {
    await rawSql(ctx.tx, 'rollback to savepoint supervision')
    return broken === undefined ? { clashes } : { broken }
  }
  await rawSql(ctx.tx, 'release savepoint supervision')
  return { entry: textOf(parts.find(p => p.prefix === '')?.typed ?? {}, '_entry') }
}

/** The form of a supervision, sent: to be kept, or to be recorded on the worker’s file and on each child’s. */
export async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed, tx } = ctx
  const { worker } = data
  const here = `/supervision/${worker.code}`
  const kept = await keepDraft(
    ctx,
    worker.id,
    'supervision',
    data.history.map(h => ({ id: h.entry })),
  )
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: here }
  const form = readForm(typed, data.cases, ctx.today)
  if ('faults' in form) return { again: { typed, faults: form.faults } }
  const { read } = form
  if (textOf(typed, '_told') === '' && readsAsTasks(String(read.worker.reflection ?? '')))
    return { again: { typed, faults: {}, conflict: Gentle() } }
  const written = await writeAll(ctx, partsOf(typed, data, read))
  if ('broken' in written) return { again: { typed, faults: { on: written.broken } } }
  if ('clashes' in written) {
    const names = await namesOf(
      tx,
      written.clashes.flatMap(c => c.theirs.map(e => e.author)),
    )
    return {
      again: { typed, faults: {}, conflict: Conflicts({ clashes: written.clashes, names }) },
      status: 409,
    }
  }
  await dropDraft(tx, ctx.viewer.id, worker.id, 'supervision')
  return { go: `${here}/${written.entry}?done=yes` }
}
