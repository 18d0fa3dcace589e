import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeEach } from 'vitest'
import { appWith } from '../../test/support/app.ts'
import { details, given, givenChild } from '../../test/support/given.ts'
import { cast } from '../../test/support/people.ts'
import { day } from '../domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import { rawSql } from '../store/connection.ts'
import { standOf } from '../store/returns/daily/feed.ts'
import { sendDaily } from './daily-feed.ts'
import { type Department, department } from './department.ts'

// A Department that answers as it is told and remembers what it was sent, and children to send to it.

export const KEY = 'a-key-that-nobody-says'
export const RECEIPT = '11111111-2222-4333-8444-555555555555'

interface Child {
  readonly la_child_id: string
  readonly purge?: true
}
interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly children: readonly Child[]
}
type Reply = (response: ServerResponse, children: readonly Child[]) => void

export const say =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Reply =>
  response => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(status === 204 ? undefined : JSON.stringify(body))
  }

/** What is written of a child who is in social care. */
export const inNeed = (subject: NewSubject, more: Record<string, unknown> = {}): NewEntry[] => [
  given(subject.id, 'person-details', details('2014-05-06', more)),
  given(subject.id, 'referral-received', { receivedOn: day('2026-01-05'), source: '2A', concern: 'Alone' }),
  given(subject.id, 'referral-decided', {
    decidedOn: day('2026-01-06'),
    decision: 'assess',
    need: 'N1',
    reasons: 'Why',
    next: 'Visit',
  }),
  given(subject.id, 'allocation', {
    from: day('2026-01-06'),
    as: 'worker',
    worker: cast.worker.id,
    team: 'Oak',
  }),
]
/** Opening a database is slow beside emptying it: only the owner may, and only here. */
const EMPTY = `reset role; truncate daily_feed, daily_run, access_log, happening, spell, clock, person;
  delete from entry where subject in (select id from subject where kind = 'child');
  delete from subject where kind = 'child'; set role golden_thread_app`

/** A Department and a product of their own, both as new before each test. */
export async function dailyFeed() {
  const asked: Asked[] = []
  /** What it answers next, one by one, and then to everything. */
  const answers: { next: Reply[]; usual: Reply; tokens: number } = {
    next: [],
    usual: say(200, RECEIPT),
    tokens: 0,
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (c: Buffer) => chunks.push(c))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      if (request.url === '/token') {
        answers.tokens += 1
        return say(200, { access_token: `token-${answers.tokens}` })(response, [])
      }
      const children: readonly Child[] = JSON.parse(body)
      asked.push({ path: request.url ?? '', headers: request.headers, children })
      return (answers.next.shift() ?? answers.usual)(response, children)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  const to: Department = {
    url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/api`,
    laCode: '999',
    key: KEY,
    token: null,
  }
  const app = await appWith()
  afterAll(async () => {
    await app.close()
    await new Promise(resolve => server.close(resolve))
  })
  beforeEach(async () => {
    asked.length = 0
    answers.next = []
    answers.usual = say(200, RECEIPT)
    answers.tokens = 0
    app.at('2026-03-10T12:00:00.000Z')
    for (const statement of EMPTY.split(';')) await rawSql(app.store.db, statement)
  })

  const waits: number[] = []
  const patience = {
    wait: async (ms: number) => waits.push(ms),
    answer: 20_000,
    tries: 4,
  }
  const run = (more: Partial<Department> = {}, answer = patience.answer) =>
    sendDaily({
      store: app.store,
      now: app.now,
      ask: department({ ...to, ...more }, { ...patience, answer }),
    })

  async function children(n: number): Promise<readonly NewSubject[]> {
    const all = Array.from({ length: n }, (_, i) => givenChild(`C${String(i).padStart(4, '0')}`))
    await app.write(
      all,
      all.flatMap(c => inNeed(c)),
    )
    return all
  }
  const stand = async (c: NewSubject | undefined) => await standOf(app.store.db, c?.id ?? '')
  const codes = () => asked.map(a => a.children.map(c => c.la_child_id))

  return { app, to, asked, answers, waits, run, children, stand, codes }
}
