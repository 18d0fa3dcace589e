import { monitorEventLoopDelay } from 'node:perf_hooks'
import { counter, exposed, gauge, histogram, type Metric } from './metrics.ts'

/** A request that was answered. */
export interface Answered {
  readonly method: string
  /** The pattern of the address, such as /child/:child: never the address. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

interface Pool {
  readonly open: number
  readonly idle: number
  readonly waiting: number
}

interface JobNow {
  readonly name: string
  state(): {
    readonly since: number | null
    readonly done: number | null
    readonly runs: number
    readonly failures: number
    readonly elsewhere: number
    readonly stuck: boolean
  }
}

/** What is kept and what waits, as the database counted it last; null where it could not be asked. */
export type Counted = Readonly<Record<string, number | null>> | null

/** What is looked at when somebody asks for the metrics. */
export interface Looked {
  pool(): Pool | null
  jobs(): readonly JobNow[]
  counted(): Promise<Counted>
}

export interface Watch {
  answered(answer: Answered): void
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>
  close(): void
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'HEAD'])
const NANO = 1e9
/** Milliseconds between two looks at the loop; the delay that is measured holds them. */
const LOOK = 20

const one = (name: string, help: string, read: () => number | null | undefined, type?: 'counter'): Metric =>
  gauge(name, help, () => [[{}, read()]], type)

/** What the database counted: its name there, the metric, and what it is. */
const COUNTED = [
  ['drafts', 'drafts', 'Forms that were begun and not sent.'],
  ['sessions', 'sessions', 'Sessions that have not run out.'],
  ['letters', 'letters_waiting', 'Letters that wait to be sent.'],
  ['lettersLate', 'letters_late_seconds', 'How long the letter that waits longest is overdue.'],
  ['uploads', 'library_uploads_waiting', 'Reports that wait to be read for the library.'],
  ['bytes', 'database_bytes', 'Size of the database.'],
  ['feedDone', 'daily_feed_done_timestamp_seconds', 'When the daily feed last ran to its end.'],
  ['entries', 'entries_written_total', 'Entries written, since the database server began to count.'],
  ['looks', 'log_lines_written_total', 'Lines of the log written, since the database server began to count.'],
] as const

const ofJobs = (jobs: Looked['jobs']): readonly Metric[] => {
  const each = (read: (state: ReturnType<JobNow['state']>) => number | null) => () =>
    jobs().map(j => [{ job: j.name }, read(j.state())] as const)
  const seconds = (ms: number | null) => (ms === null ? null : ms / 1000)
  const name = (what: string) => `golden_thread_job_${what}`
  return [
    gauge(
      name('runs_total'),
      'Times a job was begun.',
      each(s => s.runs),
      'counter',
    ),
    gauge(
      name('failures_total'),
      'Times a job failed.',
      each(s => s.failures),
      'counter',
    ),
    gauge(
      name('elsewhere_total'),
      'Times another process was at it.',
      each(s => s.elsewhere),
      'counter',
    ),
    gauge(
      name('done_timestamp_seconds'),
      'When it was last done here.',
      each(s => seconds(s.done)),
    ),
    gauge(
      name('running_seconds'),
      'How long it has been at work.',
      each(s => (s.since === null ? 0 : seconds(Date.now() - s.since))),
    ),
    gauge(
      name('stuck'),
      '1 where it takes longer than it should.',
      each(s => (s.stuck ? 1 : 0)),
    ),
  ]
}

const ofPool = (pool: Looked['pool']): Metric =>
  gauge(
    'golden_thread_database_connections',
    'Connections to the database, and requests that wait for one.',
    () => {
      const now = pool()
      if (!now) return []
      const { open, idle, waiting } = now
      return [
        [{ state: 'busy' }, open - idle],
        [{ state: 'idle' }, idle],
        [{ state: 'wanted' }, waiting],
      ]
    },
  )

/** Watches over one process: what it answered, what it waits for, and what waits in it. */
export function watch({ pool, jobs, counted }: Looked): Watch {
  const lag = monitorEventLoopDelay({ resolution: LOOK })
  lag.enable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / NANO - LOOK / 1000)
  const requests = counter('golden_thread_requests_total', 'Requests answered.')
  const took = histogram('golden_thread_request_seconds', 'How long a request took.')
  let known: Counted = null
  const metrics: readonly Metric[] = [
    gauge('nodejs_info', 'Always 1; the version stands in its label.', () => [
      [{ version: process.version }, 1],
    ]),
    requests,
    took,
    ofPool(pool),
    ...ofJobs(jobs),
    one('golden_thread_database_up', '1 where the database answered when it was asked for its counts.', () =>
      known === null ? 0 : 1,
    ),
    ...COUNTED.map(([from, name, help]) =>
      one(
        `golden_thread_${name}`,
        help,
        () => known?.[from],
        name.endsWith('_total') ? 'counter' : undefined,
      ),
    ),
    gauge(
      'golden_thread_event_loop_lag_seconds',
      'How late the process was to what it was to do, since it was last asked.',
      () => [
        [{ quantile: '0.5' }, late(lag.percentile(50))],
        [{ quantile: '0.99' }, late(lag.percentile(99))],
        [{ quantile: '1' }, late(lag.max)],
      ],
    ),
    one('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss()),
    one('nodejs_heap_used_bytes', 'Memory of it in use by values.', () => process.memoryUsage().heapUsed),
    one(
      'process_cpu_seconds_total',
      'Time of processors it took.',
      () => {
        const { user, system } = process.cpuUsage()
        return (user + system) / 1e6
      },
      'counter',
    ),
    one(
      'process_start_time_seconds',
      'When it began.',
      () => Math.round((Date.now() / 1000 - process.uptime()) * 1000) / 1000,
    ),
  ]
  return {
    answered: ({ method, route, status, seconds }) => {
      requests.add({ method: METHODS.has(method) ? method : 'other', route, status: String(status) })
      took.add({ route }, seconds)
    },
    text: async () => {
      known = await counted()
      const text = exposed(metrics)
      lag.reset()
      return text
    },
    close: () => lag.disable(),
  }
}
