import type { Server } from 'node:http'

/** Lets a server listen on loopback. @returns its address */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The server listens nowhere.')
  return `http://127.0.0.1:${at.port}`
}
