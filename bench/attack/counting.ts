import { createServer, request, type Server } from 'node:http'

export interface Counted {
  /** Answers by their status. */
  readonly statuses: Map<number, number>
  /** What was answered as a fault of ours, each place once: method, path without its query, status. */
  readonly faults: Map<string, string>
}

/** A proxy on loopback that passes everything on and counts what comes back. What is attacked is told nothing of it. */
export async function counting(
  to: URL,
  port: number,
): Promise<{ readonly server: Server; readonly take: () => Counted }> {
  let counted: Counted = { statuses: new Map(), faults: new Map() }
  const server = createServer((asked, answer) => {
    // Whoever is signed in stays so: a scanner presses every button.
    if (asked.url?.startsWith('/sign-out')) return void answer.writeHead(204).end()
    const on = request(
      { host: to.hostname, port: to.port, method: asked.method, path: asked.url, headers: asked.headers },
      reply => {
        const status = reply.statusCode ?? 0
        counted.statuses.set(status, (counted.statuses.get(status) ?? 0) + 1)
        if (status >= 500) {
          const place = `${asked.method} ${(asked.url ?? '').split('?')[0]} ${status}`
          if (!counted.faults.has(place)) counted.faults.set(place, asked.url ?? '')
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
      counted = { statuses: new Map(), faults: new Map() }
      return before
    },
  }
}
