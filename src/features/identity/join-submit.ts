import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { merged, unmerged } from '../../domain/records/types/identity.ts'
import type { Db } from '../../store/connection.ts'
import { moveDrafts } from '../../store/drafts.ts'
import { readLedger } from '../../store/entries.ts'
import { writeOnce } from '../../store/guarded.ts'
import { holdFile } from '../../store/ledger.ts'
import type { Subject } from '../../store/project.ts'
import { joinedFiles } from '../../store/queries/joined-files.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { ChildCtx, Outcome } from '../../web/page.ts'
import { type JoinData, otherFile, seenAs } from './join-load.ts'

const GONE =
  'Somebody changed one of these files while this page was open. Open the page again, and see how they stand.'

const fault = (ctx: ChildCtx<Db>, at: string, text: string): Outcome => ({
  again: { typed: ctx.typed, faults: { [at]: text } },
})

/** Writes what joins or parts a file into that file’s own ledger, once. */
async function write(ctx: ChildCtx<Db>, file: Subject, type: RecordType, answers: Answers) {
  const { tx, viewer, now, today } = ctx
  const id = textOf(ctx.typed, '_entry')
  const entry = newEntry({ id, subject: file.id, type, answers, author: viewer.id, now, today })
  return await writeOnce(tx, file, ctx.typed, entry, { stale: () => false })
}

const read = (ctx: ChildCtx<Db>, type: RecordType, typed: Typed) =>
  parse(type, typed, { today: ctx.today, born: null, unborn: false })

async function join(ctx: ChildCtx<Db>): Promise<Outcome> {
  const { tx, child, typed } = ctx
  const code = (ctx.query.with ?? '').trim()
  const before = await otherFile(ctx, code)
  if (before.is !== 'pair') return fault(ctx, 'why', 'why' in before ? before.why : GONE)
  // Both are held in one order, and then looked at again: somebody else may have joined or parted one meanwhile.
  for (const id of [child.id, before.pair.other.subject].sort()) await holdFile(tx, id)
  const now = await otherFile(ctx, code)
  if (now.is !== 'pair' || seenAs(now.pair) !== textOf(typed, '_seen')) return fault(ctx, 'why', GONE)
  const into = now.pair.other
  const answers = read(ctx, merged, { into: into.subject, why: textOf(typed, 'why') })
  if (!answers.ok) return { again: { typed, faults: answers.error } }
  const written = await write(ctx, { id: child.id, kind: 'child', code: child.code }, merged, answers.value)
  if (!('done' in written)) return fault(ctx, 'why', 'broken' in written ? written.broken : GONE)
  await moveDrafts(tx, child.id, into.subject)
  return { go: `/child/${into.code}?done=${written.done}` }
}

/** Sent twice: what the first sending wrote stands. */
async function isParted(ctx: ChildCtx<Db>, code: string): Promise<boolean> {
  const file = await subjectByCode(ctx.tx, 'child', code)
  const id = textOf(ctx.typed, '_entry')
  return file !== undefined && (await readLedger(ctx.tx, file.id)).some(e => e.id === id)
}

async function part(ctx: ChildCtx<Db>, code: string): Promise<Outcome> {
  const { tx, child, typed } = ctx
  const [at, parted] = [`why-${code}`, { go: `/child/${child.code}/join?parted=${code}` }]
  await holdFile(tx, child.id)
  const file = (await joinedFiles(tx, child.id)).find(f => f.code === code)
  if (!file)
    return (await isParted(ctx, code))
      ? parted
      : fault(ctx, 'joined', 'That file is a file of its own already.')
  const answers = read(ctx, unmerged, { why: textOf(typed, at) })
  if (!answers.ok) return fault(ctx, at, answers.error.why ?? GONE)
  const subject: Subject = { id: file.subject, kind: 'child', code: file.code }
  const written = await write(ctx, subject, unmerged, answers.value)
  if (!('done' in written)) return fault(ctx, at, 'broken' in written ? written.broken : GONE)
  return parted
}

/** Joins this file to the one it is shown beside, or parts one that was joined to it: once, however often it is sent. */
export async function submitJoin(ctx: ChildCtx<Db>, data: JoinData): Promise<Outcome> {
  const id = textOf(ctx.typed, '_entry')
  const code = textOf(ctx.typed, '_part')
  if (data.view.entries.some(e => e.id === id)) return { go: `/child/${ctx.child.code}?done=${id}&again=yes` }
  return code === '' ? await join(ctx) : await part(ctx, code)
}
