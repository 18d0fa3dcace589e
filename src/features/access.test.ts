import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../test/support/children.ts'
import { linksOf } from '../../test/support/html.ts'
import { cast } from '../../test/support/people.ts'
import type { Viewer } from '../domain/access/roles.ts'
import { indicators } from '../domain/indicators/indicators.ts'
import { day, longDay } from '../domain/kernel/day.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf } from '../world.ts'
import { pages } from './pages.ts'

// What takes several steps, or an app of its own; every page for every role is walked by `matrix.test.ts`.

const { worker, stranger, manager, reviewer } = cast

const SECRET = ['Zephyrine', 'Quietly'] as const
const named = [manager, reviewer]
const files = {
  own: givenFile({ reviewing: reviewer }),
  others: givenFile({ worker: stranger }),
  restricted: givenFile({ reviewing: reviewer, named, name: SECRET }),
  unallocated: givenFile({ worker: null }),
}
const all = Object.values(files)

const noteOf = (f: GivenFile) => f.entries.find(e => e.type === 'case-note')?.id ?? ''

let app: App
const clients = new Map<string, Client>()
const clientOf = (v: Viewer): Client => {
  const found = clients.get(v.id)
  if (!found) throw new Error(`${v.name} is not signed in`)
  return found
}

beforeAll(async () => {
  app = await appWith(subjectsOf(all), entriesOf(all))
  for (const v of Object.values(cast)) clients.set(v.id, await app.signInAs(v))
})
afterAll(async () => await app.close())

const lastLook = async () =>
  await app.store.db.selectFrom('access_log').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

test('a child who is not there', async () => {
  for (const v of Object.values(cast)) {
    const seen = await clientOf(v).get('/child/ZZZZ9999')
    expect([seen.status, seen.title]).toEqual([404, 'Error: Not found – Thimble Council'])
    expect(seen.text).toContain('No child has the ID ZZZZ9999')
  }
})

describe('a restricted child', () => {
  const { code } = files.restricted

  test('is counted in a figure and not named in the list behind it', async () => {
    const counted = indicators.find(i => i.unit !== 'percent')
    const seen = await clientOf(cast.analyst).get(`/digest/${counted?.code}/children`)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('A restricted file')
    expect(seen.text.match(/Wren Pebble/g)?.length).toBe(3)
  })

  test('is found and opened by those who are named', async () => {
    for (const v of named) {
      expect((await clientOf(v).get('/find?q=Zephyrine')).text).toContain('1 child found')
      const opened = await clientOf(v).get(`/child/${code}`)
      expect(opened.text).toContain('Zephyrine Quietly')
      expect(opened.text).toContain('Restricted file')
    }
  })

  test('a draft begun before the file was closed no longer tells its name', async () => {
    const late = givenFile({ name: SECRET })
    await app.write([late.subject], late.entries)
    await clientOf(worker).post(
      `/child/${late.code}/record/case-note`,
      { about: 'Begun' },
      { button: ['_keep', 'hand'] },
    )
    expect((await clientOf(worker).get('/')).text).toContain('Zephyrine Quietly')
    const restriction = {
      restricted: 'yes',
      named: [manager.id, cast.nights.id],
      reason: 'A relative works here',
    }
    const sent = await clientOf(manager).post(`/child/${late.code}/record/restriction`, restriction)
    expect(sent.status).toBe(303)
    expect((await clientOf(worker).get('/')).text).not.toContain('Zephyrine')
    expect((await clientOf(worker).get(`/child/${late.code}`)).status).toBe(403)
    expect((await clientOf(cast.nights).get(`/child/${late.code}`)).status).toBe(200)
    const [entry] = linksOf(
      (await clientOf(manager).get(`/child/${late.code}/record?only=restriction`)).html,
    ).filter(l => l.href.includes('/entry/'))
    expect((await clientOf(manager).get(entry?.href ?? '')).text).toContain(
      `${manager.name}, ${cast.nights.name}`,
    )
  })
})

test('a reviewing officer reads an assessment and writes none, alone or for brothers and sisters', async () => {
  for (const form of ['assess-together', 'record/assessment']) {
    const seen = await clientOf(reviewer).get(`/child/${files.own.code}/${form}`)
    expect([form, seen.status]).toEqual([form, 403])
    expect(seen.text).toContain('Your role does not record this: assessment.')
    expect((await clientOf(worker).get(`/child/${files.own.code}/${form}`)).status, form).toBe(200)
  }
})

describe('a reason for looking', () => {
  test('is asked for, kept on the log, and opens the file for that day', async () => {
    const file = givenFile({ worker: stranger })
    await app.write([file.subject], file.entries)
    const at = `/child/${file.code}/chronology?order=new`
    const refused = await clientOf(worker).get(at)
    expect(refused.status).toBe(403)
    const way = linksOf(refused.html).find(l => l.text === 'Give a reason')?.href ?? ''
    const short = await clientOf(worker).post(way, { reason: 'nosy' })
    expect(short.status).toBe(422)
    expect(short.problems).toEqual([
      { href: '#reason', text: 'Say in a sentence why you need this child’s file.' },
    ])
    const given = await clientOf(worker).post(way, { reason: 'Covering for a colleague who is ill' })
    expect(given.to).toBe(at)
    expect((await clientOf(worker).follow(given)).status).toBe(200)
    expect((await lastLook())?.because).toMatch(/you gave a reason for looking/)
    const now = await clientOf(worker).get(`/child/${file.code}`)
    expect(now.text).toMatch(/The file is open to you until \d\d:\d\d for the reason you gave/)
    expect((await clientOf(stranger).get(`/child/${file.code}`)).text).not.toContain('open to you until')
    const log = await clientOf(cast.director).get(`/child/${file.code}/log`)
    expect(log.text).toContain('Amy Thistle, social worker')
  })

  test.each([
    '//elsewhere.example/',
    'HOME.elsewhere.example',
    'HOME/record\nset-cookie: a=b',
    'HOME/\u{1F600}',
  ])('never leads to another site, nor ends the header: %j', async then => {
    const file = givenFile({ worker: stranger })
    await app.write([file.subject], file.entries)
    const home = `/child/${file.code}`
    const asked = encodeURIComponent(then.replace('HOME', home))
    const reason = { reason: 'Covering for a colleague' }
    const away = await clientOf(worker).post(`${home}/reason?then=${asked}`, reason)
    expect([away.status, away.to]).toEqual([303, home])
  })
})

describe('confidential entries', () => {
  const file = givenFile({ worker: stranger })
  const at = `/child/${file.code}`
  const note = {
    on: '10/3/2026',
    what: 'call',
    about: 'Whispered secret',
    note: 'Told in private',
    significant: 'yes',
  }

  test('are kept from those let in by a reason, who are told how many', async () => {
    await app.write([file.subject], file.entries)
    const sent = await clientOf(stranger).post(`${at}/record/case-note`, { ...note, _confidential: 'yes' })
    const id = /done=([\w-]+)/.exec(sent.to ?? '')?.[1] ?? ''
    await clientOf(worker).post(`${at}/reason`, { reason: 'Covering for a colleague' })
    for (const path of ['', '/chronology', '/record', `/entry/${id}`, `/amend/${id}`])
      expect((await clientOf(worker).get(at + path)).text, path).not.toContain('Whispered')
    expect((await clientOf(worker).get(at)).text).toContain('1 confidential entries are not shown to you')
    expect((await clientOf(stranger).get(at)).text).toContain('Whispered secret')
    expect((await clientOf(worker).get(`${at}/entry/${id}`)).status).toBe(404)
  })

  test('are not shown on a page of conflict either', async () => {
    const visit = { visitedOn: '10/3/2026', seen: 'alone', views: 'Mine', next: 'Again' }
    const page = await clientOf(worker).get(`${at}/record/statutory-visit`)
    await clientOf(stranger).post(`${at}/record/statutory-visit`, {
      ...visit,
      views: 'Whispered secret',
      _confidential: 'yes',
    })
    const sent = await clientOf(worker).send(page, `${at}/record/statutory-visit`, visit)
    expect(sent.html).not.toContain('Whispered')
    expect(sent.status).toBe(303)
  })
})

describe('signing off', () => {
  const file = givenFile({ reviewing: reviewer })
  const review = { heldOn: '2/3/2026', participation: 'PN1', decisions: 'Stay where you are' }
  const path = `/child/${file.code}/record/looked-after-review`
  const recorded = async (v: Viewer) => {
    const sent = await clientOf(v).post(path, review)
    return `/child/${file.code}/entry/${/done=([\w-]+)/.exec(sent.to ?? '')?.[1]}`
  }
  const trySign = async (v: Viewer, entry: string) => {
    const page = await clientOf(v).get(entry)
    const form = page.forms.find(f => f.names.has('_entry'))
    return await clientOf(v).raw(entry, { ...form?.fields, _do: 'signature' })
  }

  test('is not for the author, even one who signs for others', async () => {
    await app.write([file.subject], file.entries)
    const entry = await recorded(manager)
    expect((await clientOf(manager).get(entry)).text).toContain(
      'Waits to be signed off by somebody other than you',
    )
    const tried = await trySign(manager, entry)
    expect(tried.status).toBe(403)
    expect(tried.text).toContain('You wrote this, so somebody else must sign it off')
    expect((await trySign(cast.director, entry)).status).toBe(303)
    expect((await clientOf(manager).get(entry)).text).toContain(
      `Signed off by ${cast.director.name} on ${longDay(day('2026-03-10'))}`,
    )
  })

  test('is not for who changed it, and must be done again after a change', async () => {
    const entry = await recorded(reviewer)
    expect((await trySign(reviewer, entry)).status).toBe(403)
    expect((await trySign(worker, entry)).status).toBe(403)
    expect((await trySign(manager, entry)).status).toBe(303)
    const amend = entry.replace('/entry/', '/amend/')
    expect((await clientOf(manager).post(amend, { decisions: 'Move', _why: 'As agreed' })).status).toBe(303)
    expect((await clientOf(cast.director).get(entry)).text).not.toContain('Signed off by')
    expect((await trySign(manager, entry)).text).toContain('You wrote this')
    expect((await trySign(cast.director, entry)).status).toBe(303)
    expect((await trySign(cast.director, entry)).text).toContain('signed already')
  })

  test('an entry that was withdrawn is not signed', async () => {
    const entry = await recorded(reviewer)
    const gone = await clientOf(reviewer).post(
      entry,
      { why: 'Wrong child' },
      { button: ['_do', 'withdrawal'] },
    )
    expect(gone.status).toBe(303)
    expect((await clientOf(manager).get(entry)).text).toContain('This was withdrawn')
    expect((await trySign(manager, entry)).status).toBe(403)
  })
})

describe('what a role may not write', () => {
  test('it may not withdraw or amend either', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const decision = { decision: 'Go to court', reason: 'Not safe', next: 'Meet', by: '' }
    const sent = await clientOf(manager).post(`/child/${file.code}/record/managers-decision`, decision)
    const entry = `/child/${file.code}/entry/${/done=([\w-]+)/.exec(sent.to ?? '')?.[1]}`
    const page = await clientOf(worker).get(entry)
    expect(linksOf(page.html).map(l => l.text)).not.toContain('Amend')
    const note = await clientOf(worker).get(`/child/${file.code}/entry/${noteOf(file)}`)
    const form = note.forms.find(f => f.names.has('why'))
    const tried = await clientOf(worker).raw(entry, { ...form?.fields, why: 'I disagree', _do: 'withdrawal' })
    expect(tried.status).toBe(403)
    expect(tried.text).toContain('I disagree')
    expect((await clientOf(worker).get(entry.replace('entry', 'amend'))).status).toBe(403)
    expect((await clientOf(cast.director).get(entry.replace('entry', 'amend'))).status).toBe(200)
  })
})

test('what can’t be logged can’t be read', async () => {
  const house = await houseOf(app.world, false)
  const said: unknown[] = []
  const silent = await buildServer(
    {
      ...house,
      log: async () => {
        throw new Error('the disk is full')
      },
      report: (_reference, error) => said.push(error),
    },
    pages,
    [],
    { secureCookies: false, loopbackOnly: false, behindProxy: false },
  )
  const reply = await silent.inject({
    url: `/child/${files.own.code}`,
    headers: { cookie: `gt=${clientOf(worker).token}` },
  })
  await silent.close()
  expect(reply.statusCode).toBe(500)
  expect(reply.body).not.toContain('Pebble')
  expect(said).toHaveLength(1)
})
