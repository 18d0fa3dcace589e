import { connect, createServer, type Socket } from 'node:net'

/**
 * One address in front of two servers, as a manager of PostgreSQL (Patroni with HAProxy, a moved IP address) keeps it: it
 * leads to the one that takes writing.
 */
export async function oneAddress(
  first: number,
): Promise<{ port: number; leadTo(port: number): void; close(): void }> {
  let to = first
  const open = new Set<Socket>()
  const server = createServer(here => {
    const there = connect(to, '127.0.0.1')
    for (const [a, b] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(a)
      a.on('error', () => b.destroy())
      a.on('close', () => {
        open.delete(a)
        b.destroy()
      })
      a.pipe(b)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const end = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    leadTo: port => {
      to = port
      end()
    },
    close: () => {
      end()
      server.close()
    },
  }
}
