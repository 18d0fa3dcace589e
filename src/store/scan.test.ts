import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fakeScanner } from '../../test/support/scanner.ts'
import { scan } from './scan.ts'

const open: Server[] = []
afterEach(() => {
  for (const s of open.splice(0)) s.close()
})

describe('the scanner', () => {
  test('is sent every byte, and believed', async () => {
    const scanner = await fakeScanner()
    open.push(scanner.server)
    const large = new Uint8Array(200_000).fill(65)
    expect(await scan(scanner.at, large)).toBe('clean')
    expect(scanner.seen()).toBe(200_000)
    expect(await scan(scanner.at, Buffer.from('a test VIRUS b'))).toEqual({ infected: 'Test.Virus' })
  })

  test('that refuses is away, in its own words', async () => {
    const scanner = await fakeScanner('INSTREAM size limit exceeded. ERROR')
    open.push(scanner.server)
    expect(await scan(scanner.at, Buffer.from('a'))).toEqual({
      away: 'INSTREAM size limit exceeded. ERROR',
    })
  })

  test('that is not there, hangs up or says nothing is away', async () => {
    const gone = await fakeScanner()
    gone.server.close()
    expect(await scan(gone.at, Buffer.from('a'))).toMatchObject({ away: expect.stringContaining('ECONN') })
    const listen = async (server: Server) => {
      open.push(server)
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
      const at = server.address()
      return { host: '127.0.0.1', port: typeof at === 'object' && at ? at.port : 0 }
    }
    const hangsUp = await listen(createServer(s => s.on('data', () => s.end())))
    expect(await scan(hangsUp, Buffer.from('a'))).toHaveProperty('away')
    const silent = await listen(createServer(s => s.on('error', () => s.destroy())))
    expect(await scan(silent, Buffer.from('a'), 50)).toEqual({ away: 'it did not answer in time' })
  })
})
