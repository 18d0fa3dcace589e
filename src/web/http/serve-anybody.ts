import { londonDay } from '../../domain/kernel/london.ts'
import type { PublicCtx, PublicPage, Returned } from '../page.ts'
import { missingPage, tooManyPage, unreadPage } from './error-pages.tsx'
import { faultReply, html } from './frame.ts'
import type { House } from './house.ts'
import { fileReply, go, type Reply, type Visit } from './visit.ts'

/** There is no session to steal; a form of another site is still not ours. */
const isOurs = (visit: Visit): boolean =>
  visit.site === undefined || visit.site === 'same-origin' || visit.site === 'none'

/**
 * Answers a request for a page that needs no account. What is sent is logged, with nobody as its viewer, in the same
 * transaction; who sends too often is asked to wait, and loses nothing.
 */
export async function serveAnybody<Tx>(house: House<Tx>, page: PublicPage<Tx>, visit: Visit): Promise<Reply> {
  try {
    return await house.inTransaction(async tx => {
      const now = house.now()
      const from = await house.whence(tx, visit.address)
      const ctx: PublicCtx<Tx> = {
        tx,
        now,
        today: londonDay(now),
        params: visit.params,
        query: visit.query,
        typed: visit.typed,
        uploads: visit.uploads.map(u => ({ ...u, scan: () => house.scan(u.bytes) })),
        from,
        council: house.council,
      }
      const sends = visit.method === 'POST' && page.submit !== undefined
      if (sends) {
        if (!isOurs(visit))
          return await html(
            house,
            null,
            403,
            unreadPage('The form came from another site, so it was not read.'),
          )
        const may = await house.maySend(tx, `${page.path} ${from}`, page.limit)
        const because = may ? 'Anybody may send this' : 'Too much was sent from one address'
        const audit = `send: ${page.audit}`
        await house.log(tx, {
          at: now,
          viewer: null,
          action: 'public',
          subject: null,
          page: audit,
          allowed: may,
          because,
        })
        if (!may) return await html(house, null, 429, tooManyPage(visit.typed))
      }
      return await answer(house, page, ctx, sends)
    })
  } catch (error) {
    return await faultReply(house, null, visit, error)
  }
}

async function answer<Tx>(
  house: House<Tx>,
  page: PublicPage<Tx>,
  ctx: PublicCtx<Tx>,
  sends: boolean,
): Promise<Reply> {
  const loaded = await page.load(ctx)
  if ('go' in loaded) return go(loaded.go)
  if ('file' in loaded) return fileReply(loaded.file)
  if ('missing' in loaded) return await html(house, null, 404, missingPage(loaded.missing, ctx.typed))
  if ('refused' in loaded) return await html(house, null, 403, missingPage(loaded.refused, ctx.typed))
  let returned: Returned | null = null
  let status = 200
  if (sends && page.submit) {
    const outcome = await page.submit(ctx, loaded.found)
    if ('go' in outcome) return go(outcome.go)
    if ('file' in outcome) return fileReply(outcome.file)
    if ('refused' in outcome) return await html(house, null, 403, missingPage(outcome.refused, ctx.typed))
    if ('shown' in outcome) return await html(house, null, 200, outcome.shown)
    if ('said' in outcome) return { status: 200, type: 'text/plain; charset=utf-8', body: outcome.said }
    returned = outcome.again
    status = outcome.status ?? 422
  }
  return await html(house, null, status, page.render(loaded.found, ctx, returned))
}
