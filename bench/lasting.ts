import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, release, type as system, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openStore } from '../src/store/connection.ts'
import { type Checked, check } from './lasting/check.ts'
import { binaries, type Cluster, cluster, freePort } from './lasting/cluster.ts'
import { fullDisk } from './lasting/full-disk.ts'
import { command, type Running, start } from './lasting/product.ts'
import { type Acknowledged, ask, makeWriters, type Writer, writing } from './lasting/writers.ts'

/**
 * Kills the product, its database, or both in the midst of people’s writing, again and again, and looks whether anything
 * that somebody was told is recorded is gone: on the embedded database and on a PostgreSQL server.
 *
 *   npm run bench:lasting -- --rounds 50 [--only embedded,product,database,both] [--writers 8]
 *   npm run bench:lasting -- --disk FOLDER    where FOLDER is on a disk of its own that may be filled (mount -t tmpfs -o size=200m …)
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    only: { type: 'string' },
    writers: { type: 'string', default: '8' },
    disk: { type: 'string' },
  },
})
const ROUNDS = Number(values.rounds)
const WRITERS = Number(values.writers)

const KINDS = {
  embedded: 'embedded: the one process killed',
  product: 'server: the product killed',
  database: 'server: the database killed',
  both: 'server: both killed',
} as const
type Kind = keyof typeof KINDS

interface Place {
  readonly env: Readonly<Record<string, string>>
  readonly cluster: Cluster | null
  /** Looks at what is there after the kill. */
  check(told: Acknowledged): Promise<Checked>
}

async function childrenIn(where: { url: string } | { folder: string }): Promise<readonly string[]> {
  const store = await openStore(where)
  const rows = await store.db
    .selectFrom('person')
    .select('code')
    .where('merged', 'is', null)
    .orderBy('code')
    .limit(24)
    .execute()
  await store.close()
  return rows.map(r => r.code)
}

async function embedded(home: string): Promise<Place> {
  const folder = join(home, 'data')
  return {
    env: { GOLDEN_THREAD_DATA: folder },
    cluster: null,
    // A copy as the kill left it: both this and the product have to recover it.
    check: async told => {
      const copy = join(home, 'copy')
      cpSync(folder, copy, { recursive: true })
      const store = await openStore({ folder: copy })
      const found = await check(store.db, told)
      await store.close()
      rmSync(copy, { recursive: true })
      return found
    },
  }
}

async function onServer(bin: string, name: string): Promise<Place> {
  const server = await cluster(bin, name)
  await server.start()
  return {
    env: { DATABASE_URL: server.url },
    cluster: server,
    check: async told => {
      const store = await openStore({ url: server.url })
      const found = await check(store.db, told)
      await store.close()
      return found
    },
  }
}

/** Seconds until a page is given to somebody who is signed in. */
async function until(product: Running, writer: Writer, from: number): Promise<number> {
  for (;;) {
    try {
      const reply = await ask(product.address, '/', writer.cookie)
      if (reply.status === 200) return (Date.now() - from) / 1000
    } catch {
      // Not yet.
    }
    if (!product.alive()) throw new Error(`The product ended:\n${product.said().slice(-3000)}`)
    if (Date.now() - from > 60_000) throw new Error('The product did not come back in a minute.')
    await wait(20)
  }
}

const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0

async function trial(kind: Kind, bin: string) {
  const home = mkdtempSync(join(tmpdir(), 'golden-thread-lasting-'))
  const place = kind === 'embedded' ? await embedded(home) : await onServer(bin, kind)
  await command(place.env, 'seed', '--profile', 'small')
  const children = await childrenIn(
    place.cluster ? { url: place.cluster.url } : { folder: join(home, 'data') },
  )
  const port = await freePort()
  let product: Running = await start(place.env, port)
  const { address } = product
  const writers = await makeWriters(address, children, WRITERS)
  const [first] = writers
  if (!first) throw new Error('Nobody may write.')
  const told: Acknowledged = new Map()
  const away: number[] = []
  const sum = { lost: 0, faults: 0, otherwise: 0, refused: 0 }
  let last: Checked | null = null
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = told.size
    const stop = writing(address, writers, told)
    await wait(1000 + Math.random() * 2000)
    const killed = kind === 'database' ? [] : [product.crash()]
    if (place.cluster && kind !== 'product') killed.push(place.cluster.crash())
    await Promise.all(killed)
    // Long enough for every browser to notice.
    await wait(100)
    sum.refused += kind === 'database' ? 0 : await stop()
    const from = Date.now()
    if (place.cluster && kind !== 'product') await place.cluster.start()
    if (kind !== 'embedded' && kind !== 'database') product = await start(place.env, port)
    if (kind !== 'embedded') away.push(await until(product, first, from))
    // Where only the database went, people write on as it comes back.
    if (kind === 'database') sum.refused += await stop()
    last = await place.check(told)
    if (kind === 'embedded') {
      const again = Date.now()
      product = await start(place.env, port)
      away.push(await until(product, first, again))
    }
    sum.lost += last.lost
    sum.faults += last.faults
    sum.otherwise += last.otherwise.length
    console.error(
      `${KINDS[kind]}, round ${round}: ${told.size - before} acknowledged, ${last.lost} lost, ${last.faults} faults${last.otherwise.map(t => `, ${t} otherwise`)}, back in ${away.at(-1)?.toFixed(1)} s`,
    )
  }
  const saying = product.said()
  await product.stop()
  await place.cluster?.stop()
  rmSync(home, { recursive: true, force: true })
  if (process.env.SAID) console.error(saying.slice(-4000))
  console.log(
    `| ${KINDS[kind]} | ${ROUNDS} | ${told.size} | ${sum.lost} | ${sum.faults} | ${sum.otherwise} | ${middle(away).toFixed(1)} s | ${Math.max(...away).toFixed(1)} s |`,
  )
  if (sum.refused > 0) console.log(`(${sum.refused} forms were refused, as pages do.)`)
  return sum.lost + sum.faults + sum.otherwise
}

if (values.disk !== undefined) {
  const alone = await fullDisk(values.disk, null, childrenIn)
  rmSync(join(values.disk, 'data'), { recursive: true, force: true })
  const home = binaries(values.disk)
  const server = await cluster(home, 'server')
  await server.start()
  const wrong = alone + (await fullDisk(values.disk, server, childrenIn))
  await server.stop()
  process.exit(wrong === 0 ? 0 : 1)
}

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text)
const asked = values.only === undefined ? Object.keys(KINDS) : values.only.split(',')
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()} ${release()}, Node ${process.version}; ${WRITERS} people write at once`,
)
console.log(
  '| what is killed | rounds | acknowledged | lost | broken links | folded otherwise | back in, middle | most |',
)
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
const bin = binaries()
let wrong = 0
for (const kind of asked.filter(isKind)) wrong += await trial(kind, bin)
process.exitCode = wrong === 0 ? 0 : 1
process.exit()
