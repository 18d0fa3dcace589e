import { createServer } from 'node:http'

/** What may be asked where the metrics are. */
interface Offered {
  metrics(): Promise<string>
}

/**
 * Answers /metrics at an address of its own, apart from the pages: nobody who reaches the pages reaches it.
 * @throws where the address can't be had
 */
export async function serveMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  { metrics }: Offered,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const asks = (request.method === 'GET' || request.method === 'HEAD') && request.url === '/metrics'
    if (!asks) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end('There is /metrics here, and nothing else.\n')
      return
    }
    metrics().then(
      text =>
        response
          .writeHead(200, {
            'content-type': 'text/plain; version=0.0.4; charset=utf-8',
            'cache-control': 'no-store',
          })
          .end(text),
      () => response.writeHead(500, { 'content-type': 'text/plain' }).end('The metrics could not be read.\n'),
    )
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, resolve)
  })
  const at = server.address()
  const bound = typeof at === 'object' && at ? at.port : port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
