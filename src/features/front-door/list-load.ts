import type { Db } from '../../store/connection.ts'
import { childrenTold, waitingAtTheDoor } from '../../store/queries/front-door.ts'
import { earlierContacts } from '../../store/queries/front-door-earlier.ts'
import { decidedContacts, referrersWaiting } from '../../store/queries/front-door-told.ts'
import { type Ctx, type DataOf, found, pageNumber } from '../../web/page.ts'

const SIZE = 30
export type Show = 'waiting' | 'reply' | 'decided'
const showOf = (asked: string | undefined): Show =>
  asked === 'reply' || asked === 'decided' ? asked : 'waiting'

/** One part of the front door’s list, and how much the others hold. */
export async function loadList(ctx: Ctx<Db>) {
  const { tx, viewer, now } = ctx
  const show = showOf(ctx.query.show)
  const number = pageNumber(ctx.query)
  const part = { limit: SIZE, offset: (number - 1) * SIZE }
  const first = { limit: SIZE, offset: 0 }
  const asked = (ctx.query.q ?? '').trim()
  const words = asked
    .split(/\s+/)
    .filter(w => w !== '')
    .slice(0, 6)
  const waiting = await waitingAtTheDoor(tx, viewer, ctx, show === 'waiting' ? part : first)
  const reply = await referrersWaiting(tx, viewer, ctx, show === 'reply' ? part : first)
  const decided = show === 'decided' ? await decidedContacts(tx, viewer, now, words, part) : null
  const rows = show === 'waiting' ? waiting.rows : show === 'reply' ? reply.rows : (decided?.rows ?? [])
  const ids = rows.map(r => r.subject)
  const total = show === 'waiting' ? waiting.total : show === 'reply' ? reply.total : (decided?.total ?? 0)
  return found({
    show,
    number,
    asked,
    waiting,
    reply,
    decided,
    told: await childrenTold(tx, ids),
    earlier: show === 'waiting' ? await earlierContacts(tx, viewer, now, ids) : new Map(),
    total,
    pages: Math.max(1, Math.ceil(total / SIZE)),
  })
}

export type ListData = DataOf<typeof loadList>
