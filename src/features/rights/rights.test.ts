import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { verify } from '../../store/verify.ts'

const wren = givenFile({
  name: ['Wren', 'Pebble'],
  more: id => [
    given(id, 'relationship', { kind: 'mother', name: 'Zephyrine Marsh' }),
    given(id, 'case-note', {
      on: day('2026-01-08'),
      what: 'call',
      about: 'A call',
      note: 'Zephyrine says that all is well at home.',
      significant: 'no',
    }),
  ],
})
const closed = givenFile({ name: ['Hidden', 'Child'], named: [cast.manager] })
const old = givenChild()
const oldEntries = [
  given(old.id, 'person-details', details('1985-02-01', { givenName: 'Oldest', familyName: 'Tansy' })),
  given(old.id, 'case-note', {
    on: day('1999-03-01'),
    what: 'call',
    about: 'A call',
    note: 'Rang the school',
    significant: 'no',
  }),
]

let app: App
let director: Client
let auditor: Client
let analyst: Client
beforeAll(async () => {
  app = await appWith([...subjectsOf([wren, closed]), old], [...entriesOf([wren, closed]), ...oldEntries])
  director = await app.signInAs(cast.director)
  auditor = await app.signInAs(cast.auditor)
  analyst = await app.signInAs(cast.analyst)
})
afterAll(async () => await app.close())

const ASKED = {
  received: '2/3/2026',
  asks: 'self',
  asker: 'Wren Pebble',
  reach: '1 Mill Lane',
  scope: 'All of it',
  log: 'yes',
}

describe('a request for a file', () => {
  const at = '/rights/requests/R1'

  test('is nobody’s but those who answer it', async () => {
    for (const who of [cast.worker, cast.manager, cast.nights, cast.member, cast.inspector]) {
      const client = await app.signInAs(who)
      for (const path of [
        '/rights',
        '/rights/holds',
        '/rights/retention',
        '/rights/disposals',
        '/rights/requests/new',
      ])
        expect([who.role, path, (await client.get(path)).status]).toEqual([who.role, path, 403])
    }
  })

  test('is written down, and its month runs from the day that it came', async () => {
    expect(
      (await analyst.post('/rights/requests/new', { ...ASKED, child: closed.code })).problems[0]?.text,
    ).toMatch(/No child here has that ID/)
    const sent = await analyst.post('/rights/requests/new', { ...ASKED, child: wren.code })
    expect(sent.to).toBe(at)
    const page = await analyst.get(at)
    expect(page.text).toContain('2 April 2026')
    expect(page.text).toContain('UK GDPR article 12(3)')
    expect((await analyst.get('/rights')).text).toContain('Identity to be checked')
  })

  test('is marked by somebody who may open the file, after identity was checked', async () => {
    expect((await auditor.get(`${at}/mark`)).status).toBe(403)
    const button = (value: string) => ({ button: ['_do', value] as const })
    const identity = { on: '3/3/2026', how: 'Passport', restart: 'no' }
    expect((await analyst.post(at, identity, button('identity'))).to).toBe(at)
    expect((await auditor.get(`${at}/mark`)).status).toBe(403)
    await director.post(at, { marker: cast.auditor.id }, button('marker'))
    const page = await auditor.get(`${at}/mark`)
    expect([page.status, page.text.includes('Zephyrine Marsh')]).toEqual([200, true])
    const form = page.forms.find(f => f.names.has('suggested'))
    expect(form?.fields.suggested?.length).toBe(3)
    await auditor.send(page, `${at}/mark`, {}, button('suggested'))
    const after = await auditor.get(`${at}/mark`)
    expect(after.html.match(/<del/g)?.length).toBe(3)
    expect((await auditor.post(at, { words: '' }, button('finish'))).to).toBe(at)
  })

  test('goes out only when another has checked it, and without what was taken out', async () => {
    expect((await auditor.get(`${at}/give/all`)).status).toBe(403)
    expect((await auditor.get(at)).text).toContain('It waits for somebody else to check it')
    await director.post(at, { outcome: 'agreed', words: 'Read through' }, { button: ['_do', 'check'] })
    expect((await director.get(`${at}/give`)).status).toBe(200)
    const reply = await app.server.inject({
      method: 'GET',
      url: `${at}/give/all`,
      headers: { cookie: `gt=${director.token}` },
    })
    const zip = await JSZip.loadAsync(reply.rawPayload)
    const json = (await zip.file('file.json')?.async('string')) ?? ''
    expect(json).toContain('says that all is well at home')
    expect(json).not.toContain('Zephyrine')
    expect(json).toContain('Director of children')
    const line = await app.store.db
      .selectFrom('access_log')
      .select(['viewer', 'page', 'detail'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(line).toMatchObject({
      viewer: cast.director.id,
      page: 'a file taken, to be given',
      detail: { took: 'request R1.zip' },
    })
    const answer = { on: '10/3/2026', how: 'By post' }
    expect((await director.post(at, answer, { button: ['_do', 'answer'] })).to).toBe(at)
    expect((await analyst.get('/rights')).text).toContain('Answered 10 March 2026')
  })

  test('a change after the check has to be checked again', async () => {
    const asked = { ...ASKED, child: wren.code, log: 'no' }
    const to = (await director.post('/rights/requests/new', asked)).to ?? ''
    await director.post(
      to,
      { on: '3/3/2026', how: 'Passport', restart: 'no' },
      { button: ['_do', 'identity'] },
    )
    await director.post(to, { words: '' }, { button: ['_do', 'finish'] })
    const page = await director.get(`${to}/mark`)
    const form = page.forms.find(f => f.names.has('passage'))
    const passage = /value="([^"]+\.name)"/.exec(page.html)?.[1] ?? ''
    expect(form).toBeDefined()
    // What is wrong leads to the box that it is wrong in, though every entry has such a box.
    const wrong = await director.send(
      page,
      `${to}/mark`,
      { passage, words: 'Not there', reason: 'third-party' },
      { button: ['_do', 'words'] },
    )
    expect(wrong.problems.map(p => p.href)).toEqual(['#words'])
    expect(wrong.html.match(/ id="words"/g)).toHaveLength(1)
    await director.send(
      page,
      `${to}/mark`,
      { passage, words: 'Zephyrine', reason: 'third-party' },
      { button: ['_do', 'words'] },
    )
    expect((await director.get(to)).text).toContain('Being marked')
  })
})

describe('a file whose time is over', () => {
  test('is listed with why, proposed by one, and kept while a hold stands', async () => {
    const page = await analyst.get('/rights/retention')
    expect(page.text).toContain('Oldest Tansy')
    expect(page.text).not.toContain('Wren Pebble')
    expect((await analyst.get(`/rights/retention/${wren.code}`)).status).toBe(404)
    const hold = {
      scope: 'all',
      reason: 'inquiry',
      askedBy: 'An inquiry',
      from: '1/3/2026',
      words: 'Keep all',
    }
    await analyst.post('/rights/holds', hold, { button: ['_do', 'place'] })
    expect((await analyst.get(`/rights/retention/${old.code}`)).text).toContain('A legal hold stands')
    await director.post('/rights/holds', { why: 'Over' }, { button: ['_do', 'lift'] })
    const to = (await director.post(`/rights/retention/${old.code}`, { why: 'Looked through' })).to
    expect(to).toBe('/rights/disposals/D1')
  })

  test('goes when another director agrees: a certificate stays, and every chain holds', async () => {
    const decide = { outcome: 'agreed', why: 'I agree' }
    const own = await director.get('/rights/disposals/D1')
    expect(own.text).toContain('A director who did not propose it decides')
    const second = { ...cast.director, id: cast.analyst.id }
    const role = given(second.id, 'staff-details', {
      from: day('2026-01-01'),
      name: 'Hal Brook',
      role: 'director',
      working: true,
    })
    await app.write([], [role])
    const other = await app.signInAs(second)
    const done = await other.post('/rights/disposals/D1', decide)
    expect(done.to).toBe('/rights/disposals/D1')
    const page = await other.get('/rights/disposals/D1')
    expect(page.text).toContain('Certificate of disposal D1')
    expect(page.text).not.toContain('Tansy')
    expect((await other.get(`/child/${old.code}`)).status).toBe(404)
    expect((await other.get('/rights/retention')).text).not.toContain('Oldest')
    expect((await verify(app.store.db)).faults).toEqual([])
  })
})
