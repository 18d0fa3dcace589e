import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Action } from '../../domain/access/roles.ts'
import { prepareAssets } from '../assets/prepare.ts'
import { document } from '../layout/layout.tsx'
import type { Page, PublicPage } from '../page.ts'
import { wireName } from './cookies.ts'
import { awayPage, faultPage, unreadPage } from './error-pages.tsx'
import { floodGate, type Limits } from './flood.ts'
import { frameFor } from './frame.ts'
import { headersFor } from './headers.ts'
import type { House } from './house.ts'
import { type Running, watchRequests } from './running.ts'
import { newReference, serve } from './serve.ts'
import { serveAnybody } from './serve-anybody.ts'
import { signInRoutes } from './sign-in.tsx'
import { turns } from './turns.ts'
import { LARGEST, LONGEST, readForm } from './typed.ts'
import type { Reply, Visit } from './visit.ts'

export interface WebSettings {
  /** Cookies go only over TLS, except where the product stands on loopback. */
  readonly secureCookies: boolean
  /** Answers only to a loopback name: a demonstration put behind a public address lets nobody in. */
  readonly loopbackOnly: boolean
  /** The address of who asks is in a header, put there by the proxy in front. */
  readonly behindProxy: boolean
  /** Requests in a minute of an address and of a session, where not as usual. */
  readonly flood?: Limits
  /** Who runs the product, and is told how it goes. */
  readonly running?: Running
}

/**
 * What counts or lists a whole authority: so many of them at once hold a connection, and leave the others to those who open a
 * child or their own work.
 */
const COUNTS: ReadonlySet<Action> = new Set(['figures', 'children-behind', 'plan-read', 'desk', 'ready'])
const COUNTING = 2

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

// Of a name given twice the first is taken; PostgreSQL can't hold a NUL in text.
const single = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Object(given)).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value[0] : value).replaceAll('\u0000', ''),
    ]),
  )

const UNREAD: Readonly<Record<number, string>> = {
  400: 'The address or the form is not whole. Check the address, or open the page again.',
  413: `What was sent is too large. The most is ${LARGEST / 1024 / 1024} MB.`,
  414: 'The address is too long to be one of ours. Check it, or open the page again.',
  415: 'This kind of form is not known here. Open the page again, and send it from there.',
  503: 'Very much is being sent just now. Wait a minute, and send it again.',
}

/** How long, in ms, a browser may take to say what it asks, and to send the whole of it: 30 MB by a slow line. */
const HEAD_WITHIN = 20_000
const WHOLE_WITHIN = 180_000

/** An address as it stands after the host, whatever form it was asked in: it is shown, logged, and gone back to. */
const pathOf = (url: string): string =>
  url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/'

/** Whether somebody is signed in, asked before a large form is read for them. */
async function signedIn<Tx>(house: House<Tx>, token: string | undefined): Promise<boolean> {
  if (token === undefined) return false
  return await house.inTransaction(async tx => (await house.session(tx, token)) !== undefined)
}

function visitOf(request: FastifyRequest, settings: WebSettings): Omit<Visit, 'typed' | 'uploads'> {
  const of = (name: Parameters<typeof wireName>[0]) => request.cookies[wireName(name, settings.secureCookies)]
  return {
    reference: request.id,
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: pathOf(request.url),
    params: single(request.params),
    query: single(request.query),
    token: of('gt'),
    device: of('gt_device'),
    step: of('gt_step'),
    ask: of('gt_ask'),
    agent: request.headers['user-agent'] ?? '',
    site: request.headers['sec-fetch-site'],
    secure: settings.secureCookies,
    address: request.ip,
  }
}

/** Answers a request that no page was asked of: it could not be read, or a fault came before any page. */
async function answerUnread<Tx>(house: House<Tx>, error: unknown, reply: FastifyReply): Promise<void> {
  const reference = reply.request.id
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const say = UNREAD[status]
  if (!say) house.report(reference, error)
  const away = !say && house.isAway(error)
  const fault = away
    ? awayPage({ path: pathOf(reply.request.url), typed: {} }, reference)
    : faultPage(reference, {})
  const value = say ? unreadPage(say) : fault
  const body = await document(value, frameFor(house, null, true))
  await reply
    .code(say ? status : away ? 503 : 500)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(body)
}

/** Puts every page at its path. What a page may do is decided in `serve`, the same for all. */
export async function buildServer<Tx>(
  house: House<Tx>,
  pages: readonly Page<Tx>[],
  open: readonly PublicPage<Tx>[],
  settings: WebSettings,
): Promise<FastifyInstance> {
  const headers = headersFor(settings.secureCookies)
  const app = fastify({
    bodyLimit: LONGEST,
    // The one proxy in front adds the address it was asked from at the end; what stands before it anybody may have said.
    trustProxy: settings.behindProxy && ((_address, hop) => hop === 0),
    requestTimeout: WHOLE_WITHIN,
    genReqId: newReference,
    requestIdHeader: false,
    routerOptions: { maxParamLength: 200 },
    // An address that can't be read comes past no hook.
    frameworkErrors: (error, _request, reply) => void answerUnread(house, error, reply.headers(headers)),
  })
  app.server.headersTimeout = HEAD_WITHIN
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: LARGEST, fieldSize: LONGEST, files: 20, parts: 400 } })
  // A form is what a browser's form sends.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  const held = floodGate(settings.flood)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return
    const token = request.cookies[wireName('gt', settings.secureCookies)]
    const wait = held(Date.now(), request.ip, token)
    if (wait === 0) return
    await reply
      .code(429)
      .header('retry-after', wait)
      .type('text/plain; charset=utf-8')
      .send(`Very much was asked in one minute. Wait ${wait} seconds, and go on: nothing is lost.`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const passedOn =
      request.headers['x-forwarded-for'] ?? request.headers['x-forwarded-host'] ?? request.headers.forwarded
    const here = passedOn === undefined && LOOPBACK.has(request.hostname.replace(/:\d+$/, ''))
    if (!settings.loopbackOnly || here) return
    await reply
      .code(403)
      .type('text/plain')
      .send('The demonstration lets anybody in, so it answers only on the machine it runs on.')
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(headers)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    return payload
  })

  const assets = prepareAssets()
  app.get('/assets/*', async (request, reply) => {
    const found = assets.get(String(Object(request.params)['*']))
    if (!found) return await reply.code(404).type('text/plain').send('No such file')
    return await reply
      .type(found.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(found.body)
  })
  watchRequests(app, settings.running)

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    handle: (visit: Visit) => Promise<Awaited<ReturnType<typeof serve>>>,
    files: 'anybody' | 'signed in' | 'nobody',
  ) => {
    const asked = visitOf(request, settings)
    const keeps =
      files === 'anybody' ||
      (files === 'signed in' && request.isMultipart() && (await signedIn(house, asked.token)))
    const form = await readForm(request, keeps)
    const made = await handle({ ...asked, ...form })
    for (const c of made.cookies ?? [])
      reply.setCookie(wireName(c.name ?? 'gt', settings.secureCookies), c.value, c.options)
    reply.headers(made.headers ?? {})
    if (made.to !== undefined) return await reply.redirect(made.to, 303)
    return await reply.code(made.status).type(made.type).send(made.body)
  }

  const counting = turns(COUNTING)
  const inTurn = (page: Page<Tx>, work: () => Promise<Reply>): Promise<Reply> =>
    COUNTS.has(page.permission) ? counting(work) : work()
  for (const page of pages) {
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      answer(request, reply, visit => inTurn(page, () => serve(house, page, visit)), 'signed in')
    app.get(page.path, handler)
    if (page.submit) app.post(page.path, handler)
  }
  for (const page of open) {
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      answer(request, reply, visit => serveAnybody(house, page, visit), 'anybody')
    app.get(page.path, handler)
    if (page.submit) app.post(page.path, handler)
  }
  for (const [path, handle] of signInRoutes(house)) {
    app.get(path, (request, reply) => answer(request, reply, handle, 'nobody'))
    app.post(path, (request, reply) => answer(request, reply, handle, 'nobody'))
  }
  app.setErrorHandler((error, _request, reply) => answerUnread(house, error, reply))
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, visit => serve(house, null, visit), 'nobody'),
  )
  return app
}
