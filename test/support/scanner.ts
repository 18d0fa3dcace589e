import { createServer, type Server } from 'node:net'

/** What speaks as clamd does: it reads INSTREAM to its end, and finds a virus where the bytes say VIRUS. */
export async function fakeScanner(
  says?: string,
): Promise<{ server: Server; at: { host: string; port: number }; seen: () => number }> {
  let seen = 0
  const server = createServer(socket => {
    let all = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', part => {
      all = Buffer.concat([all, part])
      const bytes = streamed(all)
      if (!bytes) return
      seen += bytes.length
      const found = bytes.includes('VIRUS') ? 'stream: Test.Virus FOUND' : 'stream: OK'
      socket.end(`${says ?? found}\0`)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  if (typeof at !== 'object' || !at) throw new Error('The scanner of the test has no port.')
  return { server, at: { host: '127.0.0.1', port: at.port }, seen: () => seen }
}

const COMMAND = 'zINSTREAM\0'

/** The bytes of the stream, once its empty chunk has come. */
function streamed(all: Buffer): Buffer | undefined {
  if (all.subarray(0, COMMAND.length).toString() !== COMMAND) return undefined
  const parts: Buffer[] = []
  let at = COMMAND.length
  while (at + 4 <= all.length) {
    const length = all.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(all.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
