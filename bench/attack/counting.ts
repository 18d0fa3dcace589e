import { createServer, type IncomingMessage, request, type Server } from 'node:http'

export interface Counted {
  /** Answers by their status; 0 where the connection broke. */
  readonly statuses: Map<number, number>
  /** What was answered as it should not be, each place once: what and where, and the address. */
  readonly faults: Map<string, string>
}

const empty = (): Counted => ({ statuses: new Map(), faults: new Map() })

/** What is wrong with an answer, whatever was asked. */
function wrongWith(path: string, reply: IncomingMessage): readonly string[] {
  const { 'cache-control': cache, 'content-security-policy': policy, location, server } = reply.headers
  const status = reply.statusCode ?? 0
  return [
    ...(status >= 500 ? [String(status)] : []),
    ...(path.startsWith('/assets/') || cache === 'no-store' ? [] : ['may be kept by a browser']),
    ...(policy === undefined ? ['says nothing of what may run'] : []),
    ...(location === undefined || /^\/(?![/\\])/.test(location) ? [] : ['leads elsewhere']),
    ...(server === undefined ? [] : ['says what it runs on']),
  ]
}

export interface Counting {
  readonly server: Server
  /** What was counted since it was last taken. */
  take(): Counted
  /** Has words of our own stand at `/`, under the headers of the product, for a scanner to begin at; null gives it back. */
  begin(html: string | null): void
}

/** A proxy on loopback that passes everything on and counts what comes back. What is attacked is told nothing of it. */
export async function counting(to: URL, port: number): Promise<Counting> {
  let counted = empty()
  let own: string | null = null
  const server = createServer((asked, answer) => {
    const [path = ''] = (asked.url ?? '').split('?')
    // Whoever is signed in stays so: a scanner presses every button.
    if (path.startsWith('/sign-out')) return void answer.writeHead(204).end()
    const on = request(
      { host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers: asked.headers },
      reply => {
        const status = reply.statusCode ?? 0
        counted.statuses.set(status, (counted.statuses.get(status) ?? 0) + 1)
        for (const wrong of wrongWith(path, reply)) {
          const place = `${wrong}: ${asked.method} ${path}`
          if (!counted.faults.has(place)) counted.faults.set(place, asked.url ?? '')
        }
        if (own !== null && asked.url === '/') {
          reply.resume()
          const { 'content-length': _, location: __, ...headers } = reply.headers
          return void answer.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(own)
        }
        answer.writeHead(status, reply.headers)
        reply.pipe(answer)
      },
    )
    on.on('error', () => {
      counted.statuses.set(0, (counted.statuses.get(0) ?? 0) + 1)
      answer.destroy()
    })
    asked.pipe(on)
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    server,
    take: () => {
      const before = counted
      counted = empty()
      return before
    },
    begin: html => {
      own = html
    },
  }
}
