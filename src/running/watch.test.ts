import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { BUCKETS, counter, exposed, histogram } from './metrics.ts'
import { serveMetrics } from './metrics-server.ts'
import { type Looked, type Watch, watch } from './watch.ts'

/** The samples of a text, by series. Throws where a line is not of the format. */
function samples(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const described = new Set<string>()
  for (const line of text.trimEnd().split('\n')) {
    const type = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line)
    if (type?.[1]) {
      if (described.has(type[1])) throw new Error(`${type[1]} is described twice`)
      described.add(type[1])
      continue
    }
    if (/^# HELP \w+ \S.*\.$/.test(line)) continue
    const [, series, value] = /^([a-z_]+(?:\{(?:\w+="(?:[^"\\]|\\.)*",?)+\})?) (\S+)$/.exec(line) ?? []
    if (series === undefined || !Number.isFinite(Number(value))) throw new Error(`No sample: ${line}`)
    if (found.has(series)) throw new Error(`${series} is told twice`)
    found.set(series, Number(value))
  }
  return found
}

const still: Looked = { pool: () => null, jobs: () => [], counted: async () => null }
const open: Watch[] = []
const watched = (looked: Partial<Looked> = {}) => {
  const made = watch({ ...still, ...looked })
  open.push(made)
  return made
}
afterEach(() => {
  for (const w of open.splice(0)) w.close()
})

describe('the metrics', () => {
  test('count requests by pattern and status, and how long each took', async () => {
    const over = watched()
    const route = '/child/:child'
    over.answered({ method: 'GET', route, status: 200, seconds: 0.02 })
    over.answered({ method: 'GET', route, status: 200, seconds: 0.3 })
    over.answered({ method: 'PROPFIND', route, status: 404, seconds: 99 })
    const told = samples(await over.text())
    expect(told.get(`golden_thread_requests_total{method="GET",route="${route}",status="200"}`)).toBe(2)
    expect(told.get(`golden_thread_requests_total{method="other",route="${route}",status="404"}`)).toBe(1)
    const under = (le: string) =>
      told.get(`golden_thread_request_seconds_bucket{route="${route}",le="${le}"}`)
    expect([under('0.01'), under('0.025'), under('0.5'), under('10'), under('+Inf')]).toEqual([0, 1, 2, 2, 3])
    expect(told.get(`golden_thread_request_seconds_sum{route="${route}"}`)).toBeCloseTo(99.32)
  })

  test('tell of the pool, the jobs and what the database counted', async () => {
    const over = watched({
      pool: () => ({ open: 7, idle: 3, waiting: 2 }),
      jobs: () => [
        {
          name: 'letters',
          state: () => ({ since: null, done: 5000, runs: 4, failures: 1, elsewhere: 2, stuck: true }),
        },
      ],
      counted: async () => ({ drafts: 5, letters: 2, entries: null, feedDone: null }),
    })
    const told = samples(await over.text())
    const db = (state: string) => told.get(`golden_thread_database_connections{state="${state}"}`)
    expect([db('busy'), db('idle'), db('wanted')]).toEqual([4, 3, 2])
    const job = (what: string) => told.get(`golden_thread_job_${what}{job="letters"}`)
    expect([job('runs_total'), job('failures_total'), job('done_timestamp_seconds'), job('stuck')]).toEqual([
      4, 1, 5, 1,
    ])
    expect(told.get('golden_thread_drafts')).toBe(5)
    expect(told.get('golden_thread_letters_waiting')).toBe(2)
    expect(told.get('golden_thread_database_up')).toBe(1)
    expect(told.has('golden_thread_entries_written_total')).toBe(false)
  })

  test('say that the database did not answer, and tell the rest', async () => {
    const told = samples(await watched().text())
    expect(told.get('golden_thread_database_up')).toBe(0)
    expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
    expect(told.has('golden_thread_drafts')).toBe(false)
  })

  test('are of the format, whatever a label holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), values => {
        const metric = counter('n', 'How many.')
        for (const value of values) metric.add({ value })
        const told = samples(exposed([metric]))
        expect([...told.values()].reduce((a, b) => a + b, 0)).toBe(values.length)
        expect(told.size).toBe(new Set(values).size)
      }),
    )
  })

  test('a histogram never falls from one bound to the next, and ends at its count', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true })), seconds => {
        const metric = histogram('t', 'How long.')
        for (const s of seconds) metric.add({}, s)
        const counts = [...samples(exposed([metric]))]
          .filter(([s]) => s.startsWith('t_bucket'))
          .map(([, n]) => n)
        expect(counts).toEqual(counts.toSorted((a, b) => a - b))
        expect(counts.length).toBe(seconds.length === 0 ? 0 : BUCKETS.length + 1)
        if (seconds.length > 0) expect(counts.at(-1)).toBe(seconds.length)
      }),
    )
  })
})

describe('where the metrics are asked for', () => {
  test('they are told, and nothing else is; a fault is one of this answer only', async () => {
    let fails = false
    const served = await serveMetrics(
      { host: '127.0.0.1', port: 0 },
      {
        metrics: async () => {
          if (fails) throw new Error('Away')
          return 'golden_thread_x 1\n'
        },
      },
    )
    const ask = async (path: string, method = 'GET') => {
      const reply = await fetch(new URL(path, served.address), { method })
      return [reply.status, await reply.text()] as const
    }
    expect(await ask('/metrics')).toEqual([200, 'golden_thread_x 1\n'])
    expect((await ask('/child/1'))[0]).toBe(404)
    expect((await ask('/metrics', 'POST'))[0]).toBe(404)
    fails = true
    expect(await ask('/metrics')).toEqual([500, 'The metrics could not be read.\n'])
    await served.close()
  })

  test('an address that is taken is a fault of the start', async () => {
    const first = await serveMetrics({ host: '127.0.0.1', port: 0 }, { metrics: async () => '' })
    const port = Number(new URL(first.address).port)
    await expect(
      serveMetrics({ host: '127.0.0.1', port }, { metrics: async () => '' }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await first.close()
  })
})
