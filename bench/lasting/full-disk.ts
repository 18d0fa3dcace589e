import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../src/store/connection.ts'
import { check } from './check.ts'
import { type Cluster, freePort } from './cluster.ts'
import { command, start } from './product.ts'
import { type Acknowledged, ask, makeWriters, writing } from './writers.ts'

/** What a person who writes meets, by the status of the answer. */
async function met(address: string, cookie: string, child: string): Promise<string> {
  try {
    const reply = await ask(address, `/child/${child}`, cookie)
    const text = await reply.text()
    const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1]?.trim() ?? ''
    return `${reply.status} “${title}”`
  } catch (error) {
    return `no answer (${error instanceof Error ? error.message : error})`
  }
}

/**
 * Fills the disk under a product that people write in, gives the room back, and looks whether writing goes on, and
 * whether anything acknowledged is gone.
 * @param small a folder on a disk of its own, of some hundred megabytes; what is in it is not kept
 */
export async function fullDisk(
  small: string,
  server: Cluster | null,
  childrenIn: (where: { url: string } | { folder: string }) => Promise<readonly string[]>,
): Promise<number> {
  const folder = join(small, 'data')
  const where = server ? { url: server.url } : { folder }
  const env: Record<string, string> = server ? { DATABASE_URL: server.url } : { GOLDEN_THREAD_DATA: folder }
  await command(env, 'seed', '--profile', 'small')
  const children = await childrenIn(where)
  const port = await freePort()
  let product = await start(env, port)
  const writers = await makeWriters(product.address, children, 4)
  const [first] = writers
  if (!first) throw new Error('Nobody may write.')
  const told: Acknowledged = new Map()
  const stop = writing(product.address, writers, told)
  await wait(2000)
  const before = told.size
  const filler = join(small, 'filler')
  const { bavail, bsize } = statfsSync(small)
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize + 4096))
  } catch {
    // It took all there was.
  }
  await wait(6000)
  const while_ = await met(product.address, first.cookie, first.children[0] ?? '')
  const full = told.size
  rmSync(filler)
  if (server) {
    // A server that found no room for its log has stopped: its own manager starts it again.
    await wait(1000)
    await server.stop().catch(() => {})
    await server.start()
  }
  const from = Date.now()
  let restarted = ''
  while (told.size === full && Date.now() - from < 20_000) await wait(50)
  if (told.size === full) {
    await product.crash()
    product = await start(env, port)
    restarted = ', after the product was started again'
    const again = Date.now()
    while (told.size === full && Date.now() - again < 30_000) await wait(50)
  }
  await wait(2000)
  await stop()
  await product.stop()
  const store = await openStore(where)
  const found = await check(store.db, told)
  await store.close()
  console.log(
    `Disk full (${server ? 'server' : 'embedded'}): ${before} acknowledged before, ${full - before} while there was no room, ${told.size - full} after${restarted}; ${found.lost} lost, ${found.faults} broken links, ${found.otherwise.length} folded otherwise. Meanwhile people met ${while_}.`,
  )
  return found.lost + found.faults + found.otherwise.length
}
