import type { Config } from '../config.ts'
import type { Job } from '../jobs/every.ts'
import { freeIn } from '../running/disk.ts'
import { serveMetrics } from '../running/metrics-server.ts'
import { readiness } from '../running/ready.ts'
import type { Level, Say } from '../running/say.ts'
import { watch } from '../running/watch.ts'
import { readGauges, standing } from '../store/standing.ts'
import type { Answered, Running } from '../web/http/running.ts'
import type { World } from '../world.ts'

/** What is asked all day by machines, or comes with every page. */
const QUIET: ReadonlySet<string> = new Set(['/health', '/ready', '/assets/*'])

const levelOf = ({ route, status }: Answered): Level =>
  status >= 500 && route !== '/ready' ? 'warn' : QUIET.has(route) ? 'debug' : 'info'

/** Milliseconds for which counts of the database are told again without counting. */
const KEPT = 5000
/** Milliseconds that counting may take: metrics without it are better than none. */
const PATIENCE = 3000

/** Counts what the database keeps; null where it does not answer soon. */
function counting({ store, now }: World) {
  let counted: {
    readonly at: number
    readonly answer: Promise<Readonly<Record<string, number | null>> | null>
  } | null = null
  return async () => {
    if (counted === null || Date.now() - counted.at > KEPT) {
      const late = new Promise<null>(resolve => setTimeout(resolve, PATIENCE, null).unref())
      const answer = readGauges(store.db, now()).then(gauges =>
        // The embedded database does not count what is written.
        store.kind === 'embedded' ? { ...gauges, entries: null, looks: null } : { ...gauges },
      )
      counted = { at: Date.now(), answer: Promise.race([answer.catch(() => null), late]) }
    }
    return await counted.answer
  }
}

/** Watches over a product that runs: its log, whether it is ready, its metrics. */
export function watchOver(world: World, config: Config, say: Say, jobs: () => readonly Job[]) {
  const { store } = world
  let stopping = false
  const open = new Set<string>()
  const folder = 'folder' in config.database ? config.database.folder : null
  const over = watch({
    pool: () => store.pool?.() ?? null,
    jobs,
    counted: counting(world),
  })
  const running: Running = {
    began: reference => void open.add(reference),
    answered: answer => {
      open.delete(answer.reference)
      over.answered(answer)
      const { reference, method, route, status, seconds } = answer
      say(levelOf(answer), 'Answered', {
        reference,
        method,
        route,
        status,
        ms: Math.round(seconds * 10_000) / 10,
      })
    },
    ready: readiness({
      database: () => standing(store.db),
      disk: async () => (folder === null ? null : await freeIn(folder)),
      stopping: () => stopping,
    }),
  }
  return {
    ...running,
    metrics: over.text,
    /** Requests that were begun and not answered. */
    underWay: () => open.size,
    stop: () => {
      stopping = true
    },
    /** Answers Prometheus, where it is to. */
    serve: async () => {
      if (config.running.metrics === null) return null
      const served = await serveMetrics(config.running.metrics, { metrics: over.text })
      say('info', `Metrics are at ${served.address}`)
      return {
        close: async () => {
          over.close()
          await served.close()
        },
      }
    },
  }
}
