import type { Instant } from '../../domain/kernel/day.ts'
import { payloadOf } from '../../domain/returns/daily/due.ts'
import { childPayload } from '../../domain/returns/daily/payload.ts'
import { queriesOf } from '../../domain/returns/daily/queries.ts'
import { plain, type SaidBlock } from '../../domain/returns/daily/said.ts'
import { refusalsOf } from '../../domain/returns/daily/validate.ts'
import type { Db } from '../../store/connection.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { eachCaseFile } from '../../store/queries/return-files.ts'
import { hashOf, standOf, workerNumbers } from '../../store/returns/daily/feed.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'

/** Where the feed stands with a child. */
export interface Feed {
  /** When the Department last took something of the child. */
  readonly sent: Instant | null
  readonly receipt: string | null
  /** It holds what is so now. */
  readonly same: boolean
  /** What came back when this was last sent, where nothing has changed since. */
  readonly refused: readonly string[]
}

/** The whole file decides whether something is still to go, though this viewer may not see all of it. */
async function feedOf(ctx: ChildCtx<Db>, workers: ReadonlyMap<string, string>) {
  const stand = await standOf(ctx.tx, ctx.child.id)
  let feed: Feed = { sent: null, receipt: null, same: false, refused: [] }
  let refusals = 0
  await eachCaseFile(ctx.tx, [ctx.child], ({ id, code, file }) => {
    const payload = payloadOf({ id, code, file, workers }, ctx.today)
    const hash = payload && hashOf(payload)
    refusals = payload ? refusalsOf(payload).length : 0
    feed = {
      sent: stand?.sent ?? null,
      receipt: stand?.receipt ?? null,
      same: hash !== null && hash === stand?.hash,
      refused: stand?.refused && stand.refused_hash === hash ? stand.refused : [],
    }
  })
  return { feed, refusals }
}

/** Signatures and the like have no page of their own: the entry that they are about has. */
function rootsOf(entries: readonly { readonly id: string; readonly amends: string | null }[]) {
  const about = new Map(entries.flatMap(e => (e.amends === null ? [] : [[e.id, e.amends] as const])))
  return (id: string): string => about.get(id) ?? id
}

export async function loadDepartment(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const workers = await workerNumbers(ctx.tx)
  const child = { id: ctx.child.id, code: ctx.child.code, file: view.file, workers }
  const said: SaidBlock | null = childPayload(child, ctx.today)
  const payload = said && plain(said)
  const { feed, refusals } = await feedOf(ctx, workers)
  const seen = payload ? refusalsOf(payload) : []
  return found({
    view,
    said,
    feed,
    refusals: seen,
    /** Refusals by reason of entries that are kept from this viewer. */
    unseen: Math.max(0, refusals - seen.length),
    queries: payload ? queriesOf(payload) : [],
    root: rootsOf(view.entries),
  })
}
export type DepartmentData = DataOf<typeof loadDepartment>
