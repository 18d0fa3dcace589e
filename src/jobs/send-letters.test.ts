import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { given, givenSubject } from '../../test/support/given.ts'
import { day, type Instant } from '../domain/kernel/day.ts'
import { newId } from '../store/ids.ts'
import { readEntries } from '../store/ledger.ts'
import { post, takeNext } from '../store/outgoing.ts'
import { every } from './every.ts'
import { type Notify, token } from './notify.ts'
import { sendLetters } from './send-letters.ts'

const SERVICE = '11111111-2222-4333-8444-555555555555'
const SECRET = '99999999-8888-4777-8666-555555555555'
const KEY = `thimble-${SERVICE}-${SECRET}`

interface Asked {
  readonly method: string
  readonly path: string
  readonly auth: string
  readonly body: string
}

/** A GOV.UK Notify that answers as it is told, and remembers what was asked and what it sent. */
const asked: Asked[] = []
const sent = new Map<string, string>()
let answer: { readonly status: number; readonly body?: unknown; readonly hangUp?: true } = { status: 201 }
let server: Server
let notify: Notify

let app: App
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (c: Buffer) => chunks.push(c))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const path = request.url ?? ''
      asked.push({ method: request.method ?? '', path, auth: request.headers.authorization ?? '', body })
      const reply = (status: number, value: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(value))
      }
      if (request.method === 'GET') {
        const id = sent.get(new URL(path, 'http://localhost').searchParams.get('reference') ?? '')
        return reply(200, { notifications: id ? [{ id }] : [] })
      }
      const { reference } = JSON.parse(body)
      if (answer.status === 201) sent.set(reference, `notify-${sent.size + 1}`)
      if (answer.hangUp) return response.destroy()
      return reply(answer.status, answer.body ?? { id: sent.get(reference) })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  notify = {
    key: KEY,
    template: SERVICE,
    url: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
  }
  app = await appWith()
})
afterAll(async () => {
  await app.close()
  await new Promise(resolve => server.close(resolve))
})
beforeEach(() => {
  asked.length = 0
  answer = { status: 201 }
})
afterEach(() => vi.restoreAllMocks())

let made = 0
/** A contact that was decided, with its letter on the way. */
async function onItsWay() {
  made += 1
  const subject = givenSubject('contact', `L${String(made).padStart(6, '0')}`)
  const letter = given(subject.id, 'contact-letter', {
    on: day('2026-03-10'),
    how: 'email',
    to: 'jo@example.org',
    letter: 'Dear Jo,',
  })
  const received = given(subject.id, 'contact-received', {
    receivedOn: day('2026-03-10'),
    sort: 'worry',
    danger: false,
    concern: 'Alone',
    source: '2A',
  })
  await app.write([subject], [received, letter])
  const out = {
    id: newId(app.now()),
    subject: subject.id,
    letter: letter.id,
    recipient: 'jo@example.org',
    about: 'Thimble',
    body: 'Dear Jo,',
  }
  await post(app.store.db, out, app.now())
  return out
}

const run = () => sendLetters(app.store, notify, app.now)
const deliveries = async (out: { subject: string }) =>
  (await readEntries(app.store.db, out.subject)).filter(e => e.type === 'letter-delivery')
const row = async (out: { id: string }) =>
  await app.store.db.selectFrom('outgoing').selectAll().where('id', '=', out.id).executeTakeFirstOrThrow()
const later = (minutes: number) => app.at(new Date(Date.parse(app.now()) + minutes * 60_000).toISOString())

test('a letter is sent once, under its own id, and that it was is written in the contact', async () => {
  const out = await onItsWay()
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
  const [request] = asked
  expect(asked).toHaveLength(1)
  expect(request?.path).toBe('/v2/notifications/email')
  expect(JSON.parse(request?.body ?? '')).toEqual({
    email_address: 'jo@example.org',
    template_id: SERVICE,
    reference: out.letter,
    personalisation: { subject: 'Thimble', body: 'Dear Jo,' },
  })
  const [said] = await deliveries(out)
  expect(said).toMatchObject({
    amends: out.letter,
    answers: { state: 'sent', detail: sent.get(out.letter) },
    source: 'GOV.UK Notify',
  })
  expect(await row(out)).toMatchObject({ next: null, tries: 1 })
})

test('the token is of this service, signed with its secret, and the secret is not in it', () => {
  const made = token(KEY, '2026-03-10T12:00:00.000Z' as Instant)
  const [head = '', claims = '', signature] = made.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  expect(read(head)).toEqual({ typ: 'JWT', alg: 'HS256' })
  expect(read(claims)).toEqual({ iss: SERVICE, iat: 1_773_144_000 })
  expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url'))
  expect(made).not.toContain(SECRET)
})

test('a letter that Notify refuses is not tried again; the referrer waits to hear', async () => {
  const out = await onItsWay()
  answer = {
    status: 400,
    body: { errors: [{ error: 'ValidationError', message: 'Not a valid email address' }] },
  }
  await run()
  later(500)
  expect(await run()).toBe(0)
  expect(await deliveries(out)).toMatchObject([
    { answers: { state: 'failed', detail: 'Notify answered 400: Not a valid email address' } },
  ])
  const waiting = await app.store.db
    .selectFrom('spell')
    .select('kind')
    .where('subject', '=', out.subject)
    .where('kind', '=', 'contact-reply')
    .where('ends', 'is', null)
    .execute()
  expect(waiting).toHaveLength(1)
})

test.each([500, 429, 403])(
  '%i is tried again after 1, 5, 30 and 120 minutes, and then given up',
  async status => {
    const out = await onItsWay()
    answer = { status, body: { errors: [{ message: 'Busy' }] } }
    expect(await run()).toBe(1)
    for (const wait of [1, 5, 30, 120]) {
      expect(await run(), `${wait}`).toBe(0)
      expect(await deliveries(out)).toEqual([])
      later(wait)
      expect(await run(), `${wait}`).toBe(1)
    }
    expect(await deliveries(out)).toMatchObject([{ answers: { state: 'failed' } }])
    expect(String((await deliveries(out))[0]?.answers.detail)).toContain('Given up after 5 tries')
    later(1000)
    expect(await run()).toBe(0)
  },
)

test('a trouble that passes: the letter goes when Notify is back', async () => {
  const out = await onItsWay()
  answer = { status: 503 }
  await run()
  later(1)
  answer = { status: 201 }
  await run()
  expect(await deliveries(out)).toMatchObject([{ answers: { state: 'sent' } }])
})

test('a process that ends between sending and writing: another finds that it went, and sends nothing again', async () => {
  const out = await onItsWay()
  const taken = await app.store.db.transaction().execute(tx => takeNext(tx, app.now()))
  expect(taken?.id).toBe(out.id)
  sent.set(out.letter, 'notify-before')
  expect(await run()).toBe(0)
  later(11)
  expect(await run()).toBe(1)
  expect(asked.filter(a => a.method === 'POST')).toEqual([])
  expect(await deliveries(out)).toMatchObject([{ answers: { state: 'sent', detail: 'notify-before' } }])
})

test('an answer that never came is looked for before the letter is sent again', async () => {
  const out = await onItsWay()
  answer = { status: 201, hangUp: true }
  await run()
  answer = { status: 201 }
  later(1)
  await run()
  expect(asked.filter(a => a.method === 'POST')).toHaveLength(1)
  expect(await deliveries(out)).toHaveLength(1)
})

test('of two processes one gets a letter', async () => {
  const out = await onItsWay()
  const both = await Promise.all([run(), run()])
  expect(both[0] + both[1]).toBe(1)
  expect(await deliveries(out)).toHaveLength(1)
})

test('the key is in nothing that is kept or said', async () => {
  const said: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words))
  const out = await onItsWay()
  await sendLetters(app.store, { ...notify, url: 'http://127.0.0.1:1' }, app.now)
  const kept = JSON.stringify([await row(out), await readEntries(app.store.db, out.subject), said])
  expect(kept).toContain('Notify could not be reached')
  expect(kept).not.toContain(SECRET)
})

test('work that fails is said, and done again until it is stopped', async () => {
  const said = vi.fn()
  let times = 0
  const done = new Promise<void>(resolve => {
    const run = async () => {
      times += 1
      if (times === 1) throw new Error('Once')
      if (times === 3) void job.stop().then(resolve)
    }
    const job = every({ name: 'trying', title: 'Trying', seconds: 0.001, patience: 60, run }, said)
  })
  await done
  expect(times).toBe(3)
  expect(said).toHaveBeenCalledTimes(1)
})
