import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { details, given, givenChild, givenSubject, HERE } from '../../test/support/given.ts'
import { cast, workerEntry, workerSubject } from '../../test/support/people.ts'
import { dropDatabase, openServerCopy } from '../../test/support/server-copy.ts'
import { day } from '../domain/kernel/day.ts'
import { main } from '../main.ts'
import { type Db, openAsIs, type Store } from '../store/connection.ts'
import { writeCopy } from '../store/copy/write.ts'
import { append, appendAll, readEntries } from '../store/ledger.ts'
import type { Subject } from '../store/project.ts'
import { allegationByCode } from '../store/queries/allegations.ts'
import { keepList, listBeside, readList } from '../store/rights/disposal-list.ts'
import { dispose } from '../store/rights/dispose.ts'
import { readDisposals } from '../store/rights/read.ts'
import { verify } from '../store/verify.ts'

// A copy from before two files were disposed of is brought back: what was decided is carried out again, once.

const file = (name: string) => {
  const subject = { ...givenChild(), kind: 'child' as const }
  const who = details('1985-02-01', { givenName: name, familyName: 'Pebble' })
  return { subject, entries: [given(subject.id, 'person-details', who)] }
}
const files = { gone: file('Wren'), held: file('Lark'), kept: file('Finch'), later: file('Rook') }
/** An allegation, apart from the children’s: its disposal has a file of its own kind. */
const allegation = { ...givenSubject('allegation', 'A-1'), kind: 'allegation' as const }
const told = {
  received: day('2001-03-01'),
  learned: day('2001-03-01'),
  from: 'employer',
  teller: 'The head',
  adult: 'Amberley Grimthwaite',
  born: day('1950-05-05'),
  sector: 'education',
  employer: 'Owlpen School',
  post: 'Porter',
  what: 'He shouted.',
}
const hold = givenSubject('hold', 'H1')
const held = {
  scope: 'file',
  child: files.held.subject.id,
  reason: 'inquiry',
  askedBy: 'An inquiry',
  from: day('2026-03-01'),
  words: 'Keep.',
}
const lifted = () => given(hold.id, 'hold-lifted', { why: 'It is over.' })

const disposeOf = async (tx: Db, code: string, subject: Subject) => {
  const apart = subject.kind === 'allegation'
  const disposal = givenSubject(apart ? 'allegation-disposal' : 'disposal', code)
  const due = day('2020-01-01')
  const rule = apart ? 'allegation' : 'known'
  const proposed = { child: subject.id, rule, due, because: 'x', why: 'y' }
  await appendAll(
    tx,
    [disposal],
    [
      given(disposal.id, 'disposal-proposed', proposed, { author: cast.auditor.id }),
      given(disposal.id, 'disposal-decided', { outcome: 'agreed', why: 'z' }, { author: cast.director.id }),
    ],
  )
  await dispose(tx, { disposal, files: [subject], rule, due, by: cast.director.id, now: HERE })
}

let folder: string
let source: Store
let url: string
const name = `d_${Math.random().toString(36).slice(2, 12)}`
const at = (name: string) => join(folder, name)
const said: string[] = []
const out = () => said.join('\n')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-disposals-'))
  const admin = new pg.Client({ connectionString: inject('databaseUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  url = Object.assign(new URL(inject('databaseUrl')), { pathname: `/${name}` }).href
  vi.stubEnv('GOLDEN_THREAD_DATA', '')
  vi.stubEnv('DATABASE_URL', url)
  source = await openServerCopy(inject('databaseUrl'))
  const { later, ...then } = files
  await source.db.transaction().execute(tx =>
    appendAll(
      tx,
      [
        hold,
        allegation,
        ...Object.values(then).map(f => f.subject),
        ...Object.values(cast).map(workerSubject),
      ],
      [
        given(hold.id, 'hold-placed', held),
        given(allegation.id, 'allegation-received', told),
        given(allegation.id, 'allegation-considered', {
          on: day('2001-03-02'),
          meets: false,
          reason: 'So',
        }),
        ...Object.values(then).flatMap(f => f.entries),
        ...Object.values(cast).map(workerEntry),
      ],
    ),
  )
  await writeCopy(source.db, at('friday.gz'), HERE)
  await source.db.transaction().execute(async tx => {
    await append(tx, hold, [lifted()])
    await appendAll(tx, [later.subject], later.entries)
    await disposeOf(tx, 'D1', files.gone.subject)
    await disposeOf(tx, 'D2', files.held.subject)
    await disposeOf(tx, 'D3', later.subject)
    await disposeOf(tx, 'AD1', allegation)
  })
  await keepList(source.db, listBeside(at('saturday.gz')))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await source.close()
  await dropDatabase(inject('databaseUrl'), name)
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  said.length = 0
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation(text => void said.push(String(text)))
})
afterEach(() => void vi.restoreAllMocks())

/** The restored database, as its owner. */
async function restored<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openAsIs({ url })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
const peopleIn = async ({ db }: Store) =>
  (await db.selectFrom('person').select('given_name').orderBy('given_name').execute()).map(p => p.given_name)

test('the list beside the copies holds every disposal, and nothing of anybody', () => {
  const text = readFileSync(at('disposals.jsonl'), 'utf8')
  expect(readList(at('disposals.jsonl')).map(d => [d.code, d.files.length])).toEqual([
    ['D1', 1],
    ['D2', 1],
    ['D3', 1],
    ['AD1', 1],
  ])
  for (const word of ['Pebble', 'Grimthwaite', 'Owlpen', '"A-1"', 'Wren', '1985', files.gone.subject.code])
    expect(text).not.toContain(word)
})

test('restore says what stands there again, disposes of it where asked, and a legal hold still wins', async () => {
  expect(await main(['restore', at('friday.gz'), '--dispose-again'])).toBe(1)
  expect(out()).toMatch(/D1, disposed of on 2026-03-10: 1 file disposed of again/)
  expect(out()).toMatch(/D2, disposed of on 2026-03-10, stands here still: a legal hold/)
  // The file of D3 is younger than the copy.
  expect(out()).not.toContain('D3,')
  expect(out()).toMatch(/AD1, disposed of on 2026-03-10: 1 file disposed of again/)
  expect(out()).not.toContain('Grimthwaite')
  await restored(async store => {
    expect(await peopleIn(store)).toEqual(['Finch', 'Lark'])
    expect(await allegationByCode(store.db, 'A-1')).toBeUndefined()
    // It is among those of allegations again, and in no list that others read.
    expect((await readDisposals(store.db, 'allegations')).map(d => d.code)).toEqual(['AD1'])
    expect((await readDisposals(store.db, 'children')).map(d => d.code)).toEqual(['D1'])
    expect((await verify(store.db)).faults).toEqual([])
    const [first] = readList(at('disposals.jsonl'))
    const entries = await readEntries(store.db, first?.disposal ?? '')
    expect(entries.map(e => [e.type, e.author, e.source])).toEqual([
      ['disposal-proposed', cast.auditor.id, 'The list of disposals'],
      ['disposal-decided', cast.director.id, 'The list of disposals'],
      ['disposal-certificate', cast.director.id, 'The list of disposals'],
    ])
    expect(entries.at(-1)?.id).toBe(first?.certificate)
  })
})

test('asked without the word it is only said; a list that is not of this system, or newer words, are refused', async () => {
  const before = readFileSync(at('disposals.jsonl'), 'utf8')
  expect(await main(['disposals', at('disposals.jsonl')])).toBe(1)
  expect(out()).toMatch(/D2, disposed of on 2026-03-10, stands here again: 1 file\./)
  // The ledger of an older copy takes nothing out of the list.
  expect(readFileSync(at('disposals.jsonl'), 'utf8')).toBe(before)
  await restored(({ db }) => db.transaction().execute(tx => append(tx, hold, [lifted()])))
  writeFileSync(at('other.jsonl'), before.replace(/"first":"[^"]{4}/g, '"first":"0000'))
  expect(await main(['disposals', at('other.jsonl'), '--dispose-again'])).toBe(1)
  expect(out()).toContain('the list is not of this system')
  writeFileSync(at('other.jsonl'), before.replaceAll('"entries":1', '"entries":0'))
  expect(await main(['disposals', at('other.jsonl'), '--dispose-again'])).toBe(1)
  expect(out()).toContain('more was written in the file than when it was disposed of')
  writeFileSync(at('other.jsonl'), before.slice(0, -20))
  expect(await main(['disposals', at('other.jsonl'), '--dispose-again'])).toBe(2)
  expect(out()).toContain('Line 4 of')
  await restored(async store => expect(await peopleIn(store)).toEqual(['Finch', 'Lark']))
})

test('when the hold is lifted it is done, once; and a backup keeps the list beside it', async () => {
  expect(await main(['disposals', at('disposals.jsonl'), '--dispose-again'])).toBe(0)
  expect(out()).toMatch(/D2, .*disposed of again/)
  said.length = 0
  expect(await main(['disposals', at('disposals.jsonl'), '--dispose-again'])).toBe(0)
  expect(out()).not.toContain('D2,')
  await restored(async store => {
    expect(await peopleIn(store)).toEqual(['Finch'])
    expect((await verify(store.db)).faults).toEqual([])
  })
  const before = readList(at('disposals.jsonl'))
  expect(await main(['backup', at('sunday.gz')])).toBe(0)
  expect(readList(at('disposals.jsonl'))).toEqual(before)
})
