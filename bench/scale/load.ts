import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** Somebody at work: their session, and the pages that they open, each with how often and the addresses it has. */
export interface Worker {
  readonly token: string
  readonly pages: readonly {
    readonly name: string
    readonly weight: number
    readonly paths: readonly string[]
  }[]
}

/** What the load is told: the address, how long, how long people think between two pages, and who they are. */
export interface Load {
  readonly port: number
  readonly seconds: number
  /** Milliseconds on average; 0 asks as fast as answers come. */
  readonly think: number
  /** Each asks one page, and that is all. */
  readonly once?: boolean
  readonly workers: readonly Worker[]
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

const get = (port: number, path: string, name: string, token: string) =>
  new Promise<number>((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, agent, headers: { cookie: `gt=${token}`, 'x-bench': name } },
      answer => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.once('error', reject)
    asked.end()
  })

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function work(load: Load, worker: Worker, until: number, seen: Map<string, number>): Promise<void> {
  const total = worker.pages.reduce((sum, p) => sum + p.weight, 0)
  if (load.think > 0) await wait(Math.random() * load.think)
  for (let first = true; first || (!load.once && performance.now() < until); first = false) {
    let left = Math.random() * total
    const page = worker.pages.find(p => {
      left -= p.weight
      return left <= 0
    })
    const path = page?.paths[Math.floor(Math.random() * page.paths.length)]
    if (page && path) {
      const status = await get(load.port, path, page.name, worker.token)
      if (status !== 200)
        seen.set(`${status} ${page.name} ${path}`, (seen.get(`${status} ${page.name} ${path}`) ?? 0) + 1)
    }
    // As people do: often soon, sometimes long after.
    if (load.think > 0) await wait(-Math.log(1 - Math.random()) * load.think)
  }
}

// A process of its own: what it does takes no turn of the server’s.
const file = process.argv[2]
if (file) {
  const load: Load = JSON.parse(readFileSync(file, 'utf8'))
  const until = performance.now() + load.seconds * 1000
  const seen = new Map<string, number>()
  await Promise.all(load.workers.map(w => work(load, w, until, seen)))
  agent.destroy()
  console.log(JSON.stringify([...seen]))
}
