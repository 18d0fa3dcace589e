import { addDays } from '../../domain/kernel/day.ts'
import { prepare } from '../../domain/oversight/prepare.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft } from '../../store/drafts.ts'
import { writeLog } from '../../store/log.ts'
import { isStaff, supervisee, supervisionsOf } from '../../store/queries/supervision.ts'
import { casesOf } from '../../store/queries/supervision-cases.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'

/** Where there was no supervision yet, this many days are looked back on. */
const BACK = 31

const HISTORY = 12

/** Who is asked for and not the viewer's to supervise: refused where there is such a person, else not found. */
export const notYours = async (ctx: Ctx<Db>) =>
  (await isStaff(ctx.tx, ctx.params.worker ?? ''))
    ? {
        refused:
          'You do not supervise this person. A manager supervises their own team, and a director anybody; ask them.',
      }
    : { missing: 'Nobody works here by that code. Go to Supervision, and choose from the list.' }

/** A supervision, prepared from the record; what of it is a child’s is on the log of that child. */
export async function load(ctx: Ctx<Db>) {
  const worker = await supervisee(ctx.tx, ctx.viewer, ctx.params.worker ?? '', ctx.today)
  if (!worker) return await notYours(ctx)
  const since = worker.last ?? addDays(ctx.today, -BACK)
  const cases = await casesOf(ctx.tx, ctx.viewer, worker.id, ctx)
  if (Object.keys(ctx.typed).length === 0)
    for (const c of cases)
      await writeLog(ctx.tx, {
        at: ctx.now,
        viewer: ctx.viewer.id,
        action: 'open',
        subject: c.id,
        page: 'supervision, prepared from the record',
        allowed: true,
        because: ctx.because,
      })
  const seq = await ctx.tx
    .selectFrom('entry')
    .select(e => e.fn.max('seq').as('seq'))
    .where('subject', '=', worker.id)
    .executeTakeFirst()
  return found({
    worker,
    since,
    cases,
    prepared: new Map(cases.map(c => [c.id, prepare(c, since, ctx.today)])),
    history: await supervisionsOf(ctx.tx, worker.id, HISTORY),
    draft: await readDraft(ctx.tx, ctx.viewer.id, worker.id, 'supervision'),
    seq: seq?.seq ?? 0,
  })
}

export type Data = DataOf<typeof load>
