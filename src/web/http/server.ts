import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { prepareAssets } from '../assets/prepare.ts'
import { document } from '../layout/layout.tsx'
import type { Page, PublicPage } from '../page.ts'
import { faultPage, unreadPage } from './error-pages.tsx'
import { frameFor } from './frame.ts'
import type { House } from './house.ts'
import { newReference, serve } from './serve.ts'
import { serveAnybody } from './serve-anybody.ts'
import { signInRoutes } from './sign-in.tsx'
import { LARGEST, readForm } from './typed.ts'
import type { Visit } from './visit.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export interface WebSettings {
  /** Cookies go only over TLS, except where the product stands on loopback. */
  readonly secureCookies: boolean
  /** Answers only to a loopback name: a demonstration put behind a public address lets nobody in. */
  readonly loopbackOnly: boolean
  /** The address of who asks is in a header, put there by the proxy in front. */
  readonly behindProxy: boolean
}

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
  415: 'This kind of form is not known here. Open the page again, and send it from there.',
}

function visitOf(request: FastifyRequest, settings: WebSettings): Omit<Visit, 'typed' | 'uploads'> {
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: request.url,
    params: single(request.params),
    query: single(request.query),
    token: request.cookies.gt,
    device: request.cookies.gt_device,
    step: request.cookies.gt_step,
    ask: request.cookies.gt_ask,
    agent: request.headers['user-agent'] ?? '',
    site: request.headers['sec-fetch-site'],
    secure: settings.secureCookies,
    address: request.ip,
  }
}

/** Answers a request that no page was asked of: it could not be read, or a fault came before any page. */
async function answerUnread<Tx>(house: House<Tx>, error: unknown, reply: FastifyReply): Promise<void> {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const say = UNREAD[status]
  const reference = newReference()
  if (!say) house.report(reference, error)
  const value = say ? unreadPage(say) : faultPage(reference, {})
  const body = await document(value, frameFor(house, null, true))
  await reply
    .code(say ? status : 500)
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
  const app = fastify({
    bodyLimit: LARGEST,
    trustProxy: settings.behindProxy,
    routerOptions: { maxParamLength: 200 },
    // An address that can't be read comes past no hook.
    frameworkErrors: (error, _request, reply) => void answerUnread(house, error, reply.headers(HEADERS)),
  })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, { limits: { fileSize: LARGEST, files: 20, parts: 400 } })
  app.addHook('onRequest', async (request, reply) => {
    if (!settings.loopbackOnly || LOOPBACK.has(request.hostname.replace(/:\d+$/, ''))) return
    await reply
      .code(403)
      .type('text/plain')
      .send('The demonstration lets anybody in, so it answers only on the machine it runs on.')
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    reply.headers(HEADERS)
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
  app.get('/health', async (_request, reply) => await reply.type('text/plain').send('ok'))

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    handle: (visit: Visit) => Promise<Awaited<ReturnType<typeof serve>>>,
  ) => {
    const form = await readForm(request)
    const made = await handle({ ...visitOf(request, settings), ...form })
    for (const c of made.cookies ?? []) reply.setCookie(c.name ?? 'gt', c.value, c.options)
    reply.headers(made.headers ?? {})
    if (made.to !== undefined) return await reply.redirect(made.to, 303)
    return await reply.code(made.status).type(made.type).send(made.body)
  }

  for (const page of pages) {
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      answer(request, reply, visit => serve(house, page, visit))
    app.get(page.path, handler)
    if (page.submit) app.post(page.path, handler)
  }
  for (const page of open) {
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      answer(request, reply, visit => serveAnybody(house, page, visit))
    app.get(page.path, handler)
    if (page.submit) app.post(page.path, handler)
  }
  for (const [path, handle] of signInRoutes(house)) {
    app.get(path, (request, reply) => answer(request, reply, handle))
    app.post(path, (request, reply) => answer(request, reply, handle))
  }
  app.setErrorHandler((error, _request, reply) => answerUnread(house, error, reply))
  app.setNotFoundHandler((request, reply) => answer(request, reply, visit => serve(house, null, visit)))
  return app
}
