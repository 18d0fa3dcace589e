import { calledBy } from '../../domain/casework/person.ts'
import type { AccessRequest } from '../../domain/rights/request.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import { namesOf, staff } from '../../store/people.ts'
import type { Subject } from '../../store/project.ts'
import { listable } from '../../store/queries/listable.ts'
import { requestClocks } from '../../store/rights/clocks.ts'
import { type Gathered, gather, openTo } from '../../store/rights/gather.ts'
import { notHere, requestByCode } from '../../store/rights/read.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'

/** The file of a request, to be written in. */
export const fileOfRequest = (r: AccessRequest): Subject => ({
  id: r.id,
  kind: 'access-request',
  code: r.code,
})

const NONE = { missing: 'There is no request of that code. Open the list of requests, and choose one.' }

/** A request, as far as whoever asks may see that the child has a file. */
export async function requestAsked(ctx: Ctx<Db>) {
  const request = await requestByCode(ctx.tx, ctx.params.request ?? '')
  if (!request) return NONE
  const child = (await listable(ctx.tx, ctx.viewer, ctx.now, [request.child])).get(request.child)
  // A restricted child, or a file that was disposed of: of the first nothing is told.
  if (!child && !(await notHere(ctx.tx, [request.child])).has(request.child)) return NONE
  return { request, child: child ? calledBy(child, child.code) : null, code: child?.code ?? null }
}

/** A request with all that its page tells. */
export async function loadRequest(ctx: Ctx<Db>) {
  const asked = await requestAsked(ctx)
  if ('missing' in asked) return asked
  const { request } = asked
  const people = [
    request.by,
    request.identity?.by,
    request.marked?.by,
    request.checked?.by,
    request.sentBack?.by,
    request.answered?.by,
    request.marker?.id,
    ...request.redactions.flatMap(r => [r.by, r.lifted?.by]),
  ].filter(id => id !== undefined)
  return found({
    ...asked,
    clock: (await requestClocks(ctx.tx, ctx.today)).get(request.id),
    names: await namesOf(ctx.tx, people),
    auditors: (await staff(ctx.tx)).filter(s => s.role === 'auditor'),
    opens: await openTo(ctx, request),
  })
}

export type RequestData = DataOf<typeof loadRequest>

/** The file that was asked for, opened to mark it or to give it: refused to whoever may not open it, and logged as opened. */
export async function gatherAsked(
  ctx: Ctx<Db>,
  request: AccessRequest,
  what: string,
): Promise<{ readonly gathered: Gathered } | { readonly refused: string }> {
  const opens = await openTo(ctx, request)
  if (!opens.allow) return { refused: opens.because }
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: ctx.viewer.id,
    action: 'open',
    subject: request.child,
    page: `${what} for request ${request.code}`,
    allowed: true,
    because: 'Somebody asked for this file, and it is marked for them',
  })
  return { gathered: await gather(ctx, request, opens.target) }
}
