import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../test/support/children.ts'
import { cast } from '../../test/support/people.ts'
import { dropDatabase, openServerCopy } from '../../test/support/server-copy.ts'
import { storeContract } from '../../test/support/store-contract.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { openStore } from './connection.ts'
import { appendAll, readEntries } from './ledger.ts'
import { writeLog } from './log.ts'
import { projectionDigests } from './rebuild.ts'
import { verify } from './verify.ts'

const server = () => openServerCopy(inject('databaseUrl'))
type Copy = Awaited<ReturnType<typeof server>>

describe('the store on a PostgreSQL server', () => storeContract(server))

describe('somebody with the owner’s rights', () => {
  let store: Copy
  let owner: pg.Client
  const files = Array.from({ length: 6 }, () => givenFile())
  const fileAt = (n: number): GivenFile => {
    const file = files[n]
    if (!file) throw new Error('no such file')
    return file
  }
  const faultsOf = async (f: GivenFile) =>
    (await verify(store.db)).faults.filter(x => x.subject === f.code).map(x => [x.seq, x.what])

  beforeAll(async () => {
    store = await server()
    owner = new pg.Client({ connectionString: store.url })
    await owner.connect()
    await store.db.transaction().execute(tx => appendAll(tx, subjectsOf(files), entriesOf(files)))
  })
  afterAll(async () => {
    await owner.end()
    await store.close()
  })

  test('who has changed nothing is told that every chain holds', async () =>
    expect((await verify(store.db)).faults).toEqual([]))

  test('who changes an answer is found out', async () => {
    const file = fileAt(0)
    await owner.query(
      `update entry set answers = jsonb_set(answers, '{need}', '"N8"') where subject = $1 and seq = 2`,
      [file.subject.id],
    )
    expect(await faultsOf(file)).toEqual([[2, 'It is not as it was written.']])
  })

  test.each([
    ['author', 'author = subject'],
    ['moment', `recorded = recorded - interval '1 day'`],
    ['day', 'happened = happened - 1'],
    ['sensitivity', `sensitivity = 'confidential'`],
  ])('who changes the %s is found out', async (_, change) => {
    const file = fileAt(1)
    await owner.query('begin')
    await owner.query(`update entry set ${change} where subject = $1 and seq = 3`, [file.subject.id])
    await owner.query('commit')
    expect(await faultsOf(file)).toContainEqual([3, 'It is not as it was written.'])
  })

  test('who takes an entry out is found out', async () => {
    const file = fileAt(2)
    await owner.query('delete from entry where subject = $1 and seq = 2', [file.subject.id])
    expect((await faultsOf(file))[0]).toEqual([3, 'An entry before this one is gone.'])
  })

  test('who takes the last entry out is found out by where the file ended', async () => {
    const file = fileAt(3)
    const last = file.entries.length
    await owner.query('delete from entry where subject = $1 and seq = $2', [file.subject.id, last])
    expect(await faultsOf(file)).toEqual([[last, 'The end of the file is gone: 1 of its last entries.']])
  })

  test('who swaps two entries is found out', async () => {
    const file = fileAt(4)
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await owner.query('update entry set seq = $2 where subject = $1 and seq = $3', [
        file.subject.id,
        to,
        from,
      ])
    expect((await faultsOf(file)).map(([seq]) => seq)).toEqual(expect.arrayContaining([2, 3]))
  })

  describe('and the log', () => {
    const viewer = '0198c1f0-0000-7000-8000-00000000000a'
    const other = '0198c1f0-0000-7000-8000-00000000000b'
    const chain = `looks by ${viewer}`
    const look = (n: number, by: string | null = viewer) => ({
      at: `2026-03-10T0${n}:00:00.123Z` as Instant,
      viewer: by,
      action: 'open',
      subject: null,
      page: `page ${n}`,
      allowed: true,
      because: 'Your team’s child',
      detail: { q: 'Möwe', n: String(n) },
    })
    const inLog = async () =>
      (await verify(store.db)).faults
        .filter(f => f.subject.startsWith('looks by'))
        .map(f => [f.subject, f.seq, f.what])

    beforeAll(async () => {
      for (const n of [1, 2, 3, 4]) await writeLog(store.db, look(n))
      await writeLog(store.db, look(5, other))
      await writeLog(store.db, look(6, null))
    })

    test('holds as it was written', async () => expect(await inLog()).toEqual([]))

    test.each([
      ['changes a line', `update access_log set page = 'another' where chain = $1 and seq = 2`, [2]],
      ['says that it was refused', 'update access_log set allowed = false where chain = $1 and seq = 3', [3]],
      [
        'moves a line to somebody else',
        `update access_log set viewer = null where chain = $1 and seq = 1`,
        [1],
      ],
      ['takes a line out', 'delete from access_log where chain = $1 and seq = 2', [3]],
      ['takes the last line out', 'delete from access_log where chain = $1 and seq = 4', [4]],
      [
        'swaps two lines',
        'update access_log set seq = 5 - seq + 10 where chain = $1 and seq in (2, 3)',
        [12, 13],
      ],
      ['changes the note of where it ends', 'update chain_head set n = n + 1 where chain = $1', [5]],
      ['takes the note of where it ends away', 'delete from chain_head where chain = $1', [4]],
    ])('who %s is found out', async (_, change, at) => {
      await owner.query('begin')
      await owner.query(change, [chain])
      await owner.query('commit')
      const found = (await inLog()).filter(([c]) => c === chain)
      expect(found.map(([, seq]) => seq)).toEqual(expect.arrayContaining(at))
      // What follows tries another change on lines that hold.
      await owner.query('begin')
      await owner.query('delete from access_log where chain = $1', [chain])
      await owner.query('delete from chain_head where chain = $1', [chain])
      await owner.query('commit')
      for (const n of [1, 2, 3, 4]) await writeLog(store.db, look(n))
      expect(await inLog()).toEqual([])
    })

    test('two who look at the same moment as one person come one after the other', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, n) => writeLog(store.db, look(n % 10, other))))
      expect(await inLog()).toEqual([])
    })
  })

  test('who changes the words that were asked is found out', async () => {
    await owner.query(
      `update words set words = jsonb_set(words, '{title}', '"Other"') where words ->> 'title' = 'Case note'`,
    )
    expect((await verify(store.db)).faults.filter(f => f.subject === 'words')).toHaveLength(1)
  })

  test('the file left alone still holds', async () => expect(await faultsOf(fileAt(5))).toEqual([]))
})

describe('several at once', () => {
  let app: App
  let copy: Copy
  const file = givenFile()
  const path = `/child/${file.code}/record/statutory-visit`
  const visit = { visitedOn: '9/3/2026', seen: 'alone', views: 'Glad', next: 'Again' }
  const count = async () => (await readEntries(app.store.db, file.subject.id)).length

  beforeAll(async () => {
    copy = await server()
    app = await appWith([file.subject], file.entries, async () => copy)
  })
  afterAll(async () => await app.close())

  test('two who record the same visit in the same moment: one is taken, one is asked', async () => {
    const [a, b] = [await app.signInAs(cast.worker), await app.signInAs(cast.colleague)]
    const pages = [await a.get(path), await b.get(path)] as const
    const before = await count()
    const sent = await Promise.all([a.send(pages[0], path, visit), b.send(pages[1], path, visit)])
    expect(sent.map(s => s.status).sort()).toEqual([303, 409])
    expect(await count()).toBe(before + 1)
  })

  test('one form sent five times in the same moment is one entry', async () => {
    const me = await app.signInAs(cast.worker)
    const note = `/child/${file.code}/record/case-note`
    const page = await me.get(note)
    const before = await count()
    const typed = { what: 'call', about: 'Rang', note: 'Spoke', on: 'today', significant: 'no' }
    const sent = await Promise.all(Array.from({ length: 5 }, () => me.send(page, note, typed)))
    expect(sent.map(s => s.status)).toEqual([303, 303, 303, 303, 303])
    expect(await count()).toBe(before + 1)
  })

  test('many who write in one file all get their place, and the chain holds', async () => {
    const people = await Promise.all(
      [cast.worker, cast.colleague, cast.manager, cast.nights].map(v => app.signInAs(v)),
    )
    const note = `/child/${file.code}/record/case-note`
    const before = await count()
    const typed = { what: 'call', note: 'Spoke', on: 'today', significant: 'no' }
    const sent = await Promise.all(
      people.flatMap((p, i) => [1, 2, 3].map(n => p.post(note, { ...typed, about: `Note ${i}.${n}` }))),
    )
    expect(sent.every(s => s.status === 303)).toBe(true)
    expect(await count()).toBe(before + 12)
    expect((await verify(app.store.db)).faults).toEqual([])
  })

  test('processes that start together bring an empty database up to this version once', async () => {
    const admin = new pg.Client({ connectionString: copy.url })
    await admin.connect()
    const name = `${new URL(copy.url).pathname.slice(1)}_b`
    await admin.query(`create database ${name}`)
    const own = new URL(copy.url)
    own.pathname = `/${name}`
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ url: own.href })))
    const [first] = stores
    const steps = await first?.db.selectFrom('migration').select('name').execute()
    const folds = await projectionDigests(first?.db ?? app.store.db)
    await Promise.all(stores.map(s => s.close()))
    await admin.end()
    await dropDatabase(copy.url, name)
    expect(new Set(steps?.map(s => s.name)).size).toBe(steps?.length)
    expect(Object.values(folds).every(d => d === '')).toBe(true)
  })
})
