import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { givenFile } from '../../test/support/children.ts'
import { oneAddress } from '../../test/support/one-address.ts'
import { cast } from '../../test/support/people.ts'
import { openServerCopy } from '../../test/support/server-copy.ts'
import { openStore } from './connection.ts'
import { readEntries } from './ledger.ts'
import { isAway, ServerAway } from './server-away.ts'
import { verify } from './verify.ts'

test.each([
  ['57P01', true],
  ['57P03', true],
  ['53100', true],
  ['08006', true],
  ['25006', true],
  ['ECONNREFUSED', true],
  ['ENOSPC', true],
  ['23505', false],
  ['42P01', false],
  ['', false],
])('a fault %s goes by itself: %s', (code, away) =>
  expect(isAway(Object.assign(new Error('It said so.'), { code }))).toBe(away),
)

test('a connection that broke is one that may be had again, whoever wrapped it', () => {
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isAway(new Error('Fault', { cause: new Error('Connection terminated') }))).toBe(true)
  expect(isAway('Connection terminated')).toBe(false)
})

describe('a database that is away, and comes back', () => {
  let app: App
  let copy: Awaited<ReturnType<typeof openServerCopy>>
  let road: Awaited<ReturnType<typeof oneAddress>>
  const file = givenFile()
  const note = `/child/${file.code}/record/case-note`
  const typed = { what: 'call', about: 'Rang the nursery', note: 'Spoke', on: 'today', significant: 'no' }
  const written = async () =>
    (await readEntries(copy.db, file.subject.id)).filter(e => e.answers.about === typed.about)
  const there = () => Number(new URL(copy.url).port)

  beforeAll(async () => {
    copy = await openServerCopy(inject('databaseUrl'))
    road = await oneAddress(there())
    const url = new URL(copy.url)
    url.port = String(road.port)
    app = await appWith([file.subject], file.entries, () =>
      openStore({ url: url.href }, { connections: 4, patience: 2 }),
    )
  })
  afterAll(async () => {
    await app.close()
    road.close()
    await copy.close()
  })

  test('is told of kindly, loses no word, and is written to once when it is there again', async () => {
    const me = await app.signInAs(cast.worker)
    const page = await me.get(note)
    road.leadTo(1)
    const away = await me.send(page, note, typed)
    expect(away.status).toBe(503)
    expect(away.headers['retry-after']).toBe('30')
    expect(away.text).toContain('The record can’t be reached just now')
    expect(away.text).toContain('Rang the nursery')
    const read = await me.get(note)
    expect(read.status).toBe(503)
    expect(read.text).toContain('Nothing is lost')
    expect(await written()).toEqual([])

    road.leadTo(there())
    const again = await me.send(away, note, { about: typed.about })
    expect(again.status).toBe(303)
    expect((await me.send(away, note, { about: typed.about })).status).toBe(303)
    expect(await written()).toHaveLength(1)
    expect((await me.get(note)).status).toBe(200)
    expect((await verify(copy.db)).faults).toEqual([])
  })

  test('is told of too where it is there and does not answer, and where all connections are in use', async () => {
    const me = await app.signInAs(cast.worker)
    const open: Socket[] = []
    const silent = createServer(socket => void open.push(socket))
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    road.leadTo(port)
    expect((await me.get(note)).status).toBe(503)
    const opened = openStore({ url: `postgres://ada:secret@127.0.0.1:${port}/x` }, { patience: 1 })
    await expect(opened).rejects.toThrow(ServerAway)
    await expect(opened).rejects.toThrow(/did not answer in the time that GOLDEN_THREAD_CONNECT_SECONDS/)
    await expect(opened).rejects.not.toThrow(/secret/)
    for (const socket of open) socket.destroy()
    silent.close()

    road.leadTo(there())
    expect((await me.get(note)).status).toBe(200)
    let free: () => void = () => {}
    const until = new Promise<void>(resolve => {
      free = resolve
    })
    const busy = Array.from({ length: 4 }, () => app.store.db.transaction().execute(() => until))
    expect((await me.get(note)).text).toContain('The record can’t be reached just now')
    free()
    await Promise.all(busy)
    expect((await me.get(note)).status).toBe(200)
  })
})
