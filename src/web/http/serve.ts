import { type Decision, decide, NO_CHILD, reasonWouldHelp } from '../../domain/access/decide.ts'
import type { Look } from '../../domain/access/look.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { ChildCtx, Ctx, Page, Returned, Whom } from '../page.ts'
import { cookie } from './cookies.ts'
import { firstPage, missingPage, refusedPage, signedOutPage, stalePage } from './error-pages.tsx'
import { faultReply, html } from './frame.ts'
import type { House, Session } from './house.ts'
import { fileReply, go, type Reply, type Visit } from './visit.ts'

/** The browser does not say that another site sent it. */
const fromHere = (visit: Visit): boolean =>
  visit.site === undefined || visit.site === 'same-origin' || visit.site === 'none'

/** A form is ours when its token is the session's, and the browser does not say that another site sent it. */
const isOurs = (visit: Visit, session: Session): boolean =>
  visit.typed._csrf === session.csrf && fromHere(visit)

/** What a form of an earlier session needs to be sent again by whoever is signed in now. */
const again = (visit: Visit, { csrf, viewer }: Session) =>
  fromHere(visit) ? { path: visit.path, csrf, name: viewer.name } : null

/** Where to do what must be done before anything else. */
const MUST = { password: '/account/password', second: '/account' } as const

/** By what a request is found again in what the product said of it, and of a fault that came of it. */
export const newReference = (): string => Math.random().toString(36).slice(2, 10).toUpperCase()

/**
 * Answers one request: who asks, may they, and only then what the page reads. The log of the reading is written in the
 * same transaction as the reading.
 */
export async function serve<Tx>(house: House<Tx>, page: Page<Tx> | null, visit: Visit): Promise<Reply> {
  let session: Session | null = null
  try {
    return await house.inTransaction(async tx => {
      session = visit.token ? ((await house.session(tx, visit.token)) ?? null) : null
      if (!session && visit.method === 'POST')
        return await html(house, null, 401, signedOutPage(visit.path, visit.typed, fromHere(visit)))
      if (!session) return go(`/sign-in?then=${encodeURIComponent(visit.path)}`)
      if (!page)
        return await html(house, session, 404, missingPage('There is no page at this address.', visit.typed))
      if (visit.method === 'POST' && !isOurs(visit, session))
        return await html(house, session, 403, stalePage(visit.typed, again(visit, session)))
      const first = session.must && !page.path.startsWith('/account') ? MUST[session.must] : null
      if (first && visit.method === 'GET') return go(first)
      if (first) return await html(house, session, 403, firstPage(first, visit.typed))
      const signedIn = session
      return await logged(house, tx, kept => open(kept, page, visit, signedIn, tx))
    })
  } catch (error) {
    return await faultReply(house, session, visit, error)
  }
}

/**
 * Writes the log at the end of what is logged, still in its transaction: who writes a line holds their own chain of it
 * till the transaction ends, and a slow page would keep the next one of the same person waiting.
 */
async function logged<Tx>(
  house: House<Tx>,
  tx: Tx,
  work: (house: House<Tx>) => Promise<Reply>,
): Promise<Reply> {
  const looks: Look[] = []
  const reply = await work({ ...house, log: async (_, line) => void looks.push(line) })
  const { took } = reply
  for (const line of looks)
    await house.log(tx, took === undefined ? line : { ...line, detail: { ...line.detail, took } })
  return reply
}

/** The line that the log keeps of a reading, or of a reading refused. */
const look = <Tx>(
  house: House<Tx>,
  page: Page<Tx>,
  visit: Visit,
  session: Session,
  child: Whom | undefined,
  decision: Decision,
): Look => ({
  at: house.now(),
  viewer: session.viewer.id,
  action: page.permission,
  subject: child?.id ?? null,
  page: `${visit.method === 'POST' ? 'send: ' : ''}${page.audit}`,
  allowed: decision.allow,
  because: decision.because,
  ...(Object.keys(visit.query).length > 0 ? { detail: visit.query } : {}),
})

async function open<Tx>(
  house: House<Tx>,
  page: Page<Tx>,
  visit: Visit,
  session: Session,
  tx: Tx,
): Promise<Reply> {
  const { viewer } = session
  const child = page.about === 'child' ? await house.child(tx, visit.params.child ?? '', viewer) : undefined
  if (page.about === 'child' && !child)
    return await html(
      house,
      session,
      404,
      missingPage(`No child has the ID ${visit.params.child}. Check it, or search by name.`, visit.typed),
    )
  const decision = decide(viewer, page.permission, child?.target ?? NO_CHILD)
  await house.log(tx, look(house, page, visit, session, child, decision))
  if (!decision.allow) {
    const helps = child !== undefined && reasonWouldHelp(viewer, page.permission, child.target)
    return await html(
      house,
      session,
      403,
      refusedPage(
        decision.because,
        helps ? `/child/${child.code}/reason?then=${encodeURIComponent(visit.path)}` : null,
        visit.typed,
      ),
    )
  }
  const ctx = context(house, visit, session, tx, decision.because, child)
  return await answer(house, page, ctx, visit, session)
}

function context<Tx>(
  house: House<Tx>,
  visit: Visit,
  session: Session,
  tx: Tx,
  because: string,
  child: Whom | undefined,
): Ctx<Tx> | ChildCtx<Tx> {
  const now = house.now()
  const uploads = visit.uploads.map(u => ({ ...u, scan: () => house.scan(u.bytes) }))
  const target = child?.target ?? NO_CHILD
  return {
    tx,
    viewer: session.viewer,
    because,
    now,
    today: londonDay(now),
    params: visit.params,
    query: visit.query,
    typed: visit.typed,
    upload: uploads[0] ?? null,
    uploads,
    csrf: session.csrf,
    path: visit.path,
    demonstration: house.demonstration !== null,
    can: action => decide(session.viewer, action, target),
    ...(child ? { child } : {}),
  }
}

/** The cookie of a session that goes on under another token, where it is to. */
async function renewed<Tx>(
  house: House<Tx>,
  tx: Tx,
  outcome: { readonly renew?: true },
  visit: Visit,
): Promise<Pick<Reply, 'cookies'>> {
  if (!outcome.renew || visit.token === undefined) return {}
  return { cookies: [cookie('gt', await house.renew(tx, visit.token), visit.secure)] }
}

async function answer<Tx>(
  house: House<Tx>,
  page: Page<Tx>,
  ctx: Ctx<Tx> | ChildCtx<Tx>,
  visit: Visit,
  session: Session,
): Promise<Reply> {
  // A page about a child was given one above; the union can't say so.
  const given = ctx as ChildCtx<Tx>
  const loaded = await page.load(given)
  if (!('found' in loaded)) {
    if ('refused' in loaded) {
      await house.log(
        ctx.tx,
        look(house, page, visit, session, given.child, { allow: false, because: loaded.refused }),
      )
      return await html(house, session, 403, refusedPage(loaded.refused, null, visit.typed))
    }
    if ('missing' in loaded) return await html(house, session, 404, missingPage(loaded.missing, visit.typed))
    return 'file' in loaded ? fileReply(loaded.file) : go(loaded.go)
  }
  let returned: Returned | null = null
  let status = 200
  if (visit.method === 'POST' && page.submit) {
    const outcome = await page.submit(given, loaded.found)
    if ('go' in outcome) return { ...go(outcome.go), ...(await renewed(house, ctx.tx, outcome, visit)) }
    if ('file' in outcome) return fileReply(outcome.file)
    if ('refused' in outcome) {
      await house.log(
        ctx.tx,
        look(house, page, visit, session, given.child, { allow: false, because: outcome.refused }),
      )
      return await html(house, session, 403, refusedPage(outcome.refused, null, visit.typed))
    }
    if ('shown' in outcome)
      return {
        ...(await html(house, session, 200, outcome.shown)),
        ...(await renewed(house, ctx.tx, outcome, visit)),
      }
    if ('said' in outcome) return { status: 200, type: 'text/plain; charset=utf-8', body: outcome.said }
    returned = outcome.again
    status = outcome.status ?? 422
  }
  return await html(house, session, status, page.render(loaded.found, given, returned))
}
