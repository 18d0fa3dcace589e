import { heldBy } from '../../domain/rights/hold.ts'
import type { Db } from '../../store/connection.ts'
import { looksAt, writeLog } from '../../store/log.ts'
import { namesOf } from '../../store/people.ts'
import { allegationByCode, sameAdult } from '../../store/queries/allegations.ts'
import { readDisposals, readHolds } from '../../store/rights/read.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'

/** Lines of the log that a file shows of itself. */
const LOOKS = 15

/** The allegation of a page's address; that its file was opened stands in the log with the file. */
export async function loadAllegation(ctx: Ctx<Db>) {
  const allegation = await allegationByCode(ctx.tx, ctx.params.file ?? '')
  if (!allegation) return { missing: 'There is no allegation of that code. Open the list, and choose one.' }
  const looks = await looksAt(ctx.tx, allegation.id, LOOKS, 0)
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: ctx.viewer.id,
    action: 'open',
    subject: allegation.id,
    page: 'the file of an allegation',
    allowed: true,
    because: ctx.because,
  })
  return found({
    allegation,
    looks,
    // What keeps it whatever the rules say, and what was proposed last of it.
    hold: heldBy(await readHolds(ctx.tx, 'allegations'), [allegation.id]),
    disposal: (await readDisposals(ctx.tx, 'allegations')).find(d => d.child === allegation.id),
    same: await sameAdult(ctx.tx, allegation),
    names: await namesOf(
      ctx.tx,
      allegation.entries.flatMap(e => [e.author, ...e.amendments.map(x => x.author)]),
    ),
  })
}

export type AllegationData = DataOf<typeof loadAllegation>
