import { cpus, release, type as system, totalmem } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openStore } from '../src/store/connection.ts'
import { oneAddress } from '../test/support/one-address.ts'
import { PAIR, promote, standbyOf } from './failover/pair.ts'
import { pointInTime } from './failover/point-in-time.ts'
import { check } from './lasting/check.ts'
import { binaries, cluster, freePort } from './lasting/cluster.ts'
import { command, start } from './lasting/product.ts'
import { type Acknowledged, makeWriters, writing } from './lasting/writers.ts'

/**
 * Two PostgreSQL servers, the second of which has every commit before it is answered. Kills the first in the midst of
 * people’s writing, has the second take its place, and looks whether anything acknowledged is gone and how long nobody
 * could write. Then brings a server back to a moment in its past.
 *
 *   npm run bench:failover -- --rounds 5
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'without-moment': { type: 'boolean', default: false },
  },
})
const ROUNDS = Number(values.rounds)

async function childrenIn(url: string): Promise<readonly string[]> {
  const store = await openStore({ url })
  const rows = await store.db.selectFrom('person').select('code').orderBy('code').limit(24).execute()
  await store.close()
  return rows.map(r => r.code)
}

async function failover(home: string): Promise<number> {
  let primary = await cluster(home, 'node0', { settings: PAIR })
  await primary.start()
  await command({ DATABASE_URL: primary.url }, 'seed', '--profile', 'small')
  const children = await childrenIn(primary.url)
  const address = await oneAddress(primary.port)
  const env = { DATABASE_URL: `postgres://postgres@127.0.0.1:${address.port}/postgres` }
  const product = await start(env, await freePort())
  const writers = await makeWriters(product.address, children, 8)
  const told: Acknowledged = new Map()
  let wrong = 0
  console.log(
    '| round | acknowledged | lost | broken links | folded otherwise | standby takes over | people write again |',
  )
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
  for (let round = 1; round <= ROUNDS; round += 1) {
    const standby = await standbyOf(home, primary, `node${round}`)
    const before = told.size
    const stop = writing(product.address, writers, told)
    await wait(3000)
    await primary.crash()
    const from = Date.now()
    const had = told.size
    await promote(standby)
    const took = (Date.now() - from) / 1000
    address.leadTo(standby.port)
    while (told.size === had && Date.now() - from < 60_000) await wait(20)
    const again = (Date.now() - from) / 1000
    await wait(1000)
    await stop()
    primary = standby
    const store = await openStore({ url: primary.url })
    const found = await check(store.db, told)
    await store.close()
    wrong += found.lost + found.faults + found.otherwise.length
    console.log(
      `| ${round} | ${told.size - before} | ${found.lost} | ${found.faults} | ${found.otherwise.length} | ${took.toFixed(1)} s | ${again.toFixed(1)} s |`,
    )
  }
  await product.stop()
  address.close()
  await primary.stop()
  return wrong
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()} ${release()}, Node ${process.version}; 8 people write at once`,
)
const home = binaries()
let wrong = await failover(home)
if (!values['without-moment']) wrong += await pointInTime(home, await freePort(), childrenIn)
process.exit(wrong === 0 ? 0 : 1)
