import type { FastifyInstance } from 'fastify'

/** A request that was answered: by its pattern, so that nobody's name or number is in it. */
export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
  readonly reference: string
}

/** What the web tells of itself to whoever runs it, and asks them. */
export interface Running {
  /** A request has come, and is answered next; one that was turned away at once only is answered. */
  began(reference: string): void
  answered(answer: Answered): void
  ready(): Promise<{ readonly ready: boolean; readonly says: string }>
}

/** No page has this address. */
const NONE = '(none)'

/**
 * Puts up /health, which says that the process is alive, and /ready, which says whether it can take work and if not why;
 * and tells of each request as it is answered. Where nobody listens, a process that answers is held to be ready.
 */
export function watchRequests(app: FastifyInstance, running: Running | undefined): void {
  app.get('/health', async (_request, reply) => await reply.type('text/plain').send('ok'))
  app.get('/ready', async (_request, reply) => {
    const { ready, says } = running ? await running.ready() : { ready: true, says: 'Ready.' }
    return await reply
      .code(ready ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(`${says}\n`)
  })
  if (!running) return
  app.addHook('onRequest', async request => running.began(request.id))
  app.addHook('onResponse', async (request, reply) => {
    running.answered({
      method: request.method,
      route: request.routeOptions.url ?? NONE,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
      reference: request.id,
    })
  })
}
