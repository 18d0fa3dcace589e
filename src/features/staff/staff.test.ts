import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'

const child = givenFile({ name: ['Fern', 'Pebble'] })
const hidden = givenFile({ name: ['Zed', 'Hidden'], named: [cast.worker] })
const elm = givenFile({ name: ['Elsa', 'Weir'], worker: cast.stranger, reviewing: cast.reviewer })

let app: App
let manager: Client
let director: Client
beforeAll(async () => {
  const files = [child, hidden, elm]
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

// The cast have the codes W0 (Amy) W1 (Bo) W2 (Cy) W3 (Di) W4 (Ed) W5 (Flo) …
const lastOf = async (id: string, type = 'staff-details') =>
  (await readEntries(app.store.db, id)).filter(e => e.type === type).at(-1)?.answers

describe('the list of staff', () => {
  test('shows each with their work, one’s own team first, and how it is weighed', async () => {
    const page = await manager.get('/staff')
    const rows = rowsOf(page.html)
    // Fern and the restricted child weigh, whoever looks: a load must be right.
    expect(rows.find(r => r[0] === 'Amy Thistle')).toEqual([
      'Amy Thistle',
      'Social worker',
      '2 of 22, 2 children',
      '',
    ])
    expect(rows.find(r => r[0] === 'Flo Quill')?.[2]).toBe('reviews 1')
    expect(page.headings.length).toBeGreaterThan(0)
    expect(page.text.indexOf('Bo Larch')).toBeLessThan(page.text.indexOf('Cy Marsh'))
    expect(rows.find(r => r[0] === 'Child protection plan')).toEqual([
      'Child protection plan',
      '1½',
      'The heaviest of these counts',
    ])
  })

  test('is for managers and directors', async () => {
    expect((await director.get('/staff')).status).toBe(200)
    for (const who of [cast.worker, cast.reviewer, cast.analyst, cast.member])
      expect((await (await app.signInAs(who)).get('/staff')).status, who.name).toBe(403)
  })
})

describe('one member of staff', () => {
  test('holds children, named where the viewer may see them', async () => {
    const page = await manager.get('/staff/W0')
    expect(page.text).toContain('Fern Pebble')
    expect(page.text).not.toContain('Hidden')
    expect(page.text).toContain('Social worker, Oak')
    expect((await manager.get('/staff/W99')).status).toBe(404)
  })

  test('has what bears on their work changed by their manager, and nothing else', async () => {
    const at = '/staff/W1/details'
    const page = await manager.get(at)
    const form = page.forms.find(f => f.names.has('limit'))
    expect([...(form?.names ?? [])].some(n => ['role', 'team', 'name', 'working'].includes(n))).toBe(false)
    const sent = await manager.raw(at, {
      ...form?.fields,
      limit: '18',
      newlyQualifiedFrom: '5/1/2026',
      reach: '01632 960 003',
      role: 'director',
      team: 'Elm',
      working: 'no',
    })
    expect(sent.to).toBe('/staff/W1?done=details')
    expect(await lastOf(cast.colleague.id)).toMatchObject({
      role: 'social-worker',
      team: 'Oak',
      working: true,
      limit: 18,
      newlyQualifiedFrom: '2026-01-05',
      reach: '01632 960 003',
    })
    const list = rowsOf((await manager.get('/staff')).html).find(r => r[0] === 'Bo Larch')
    expect(list?.slice(2)).toEqual(['0 of 16, 0 children', 'Newly qualified until 5 January 2027'])
  })

  test('changes by nobody who may not: another manager, oneself, one’s equals', async () => {
    const everybody: readonly { readonly id: string }[] = Object.values(cast)
    for (const [who, whose] of [
      [cast.otherManager, cast.colleague],
      [cast.manager, cast.manager],
      [cast.manager, cast.otherManager],
      [cast.manager, cast.analyst],
      [cast.director, cast.director],
    ] as const) {
      const code = `W${everybody.findIndex(v => v.id === whose.id)}`
      const seen = await (await app.signInAs(who)).get(`/staff/${code}/details`)
      expect(seen.status, `${who.name} ${code}`).toBe(403)
    }
  })

  test('does not leave, nor lose the registration, while children need them', async () => {
    const left = await director.post('/staff/W0/details', { working: 'no' })
    expect(left.problems[0]).toEqual({
      href: '#working',
      text: 'Amy Thistle is the worker of 2 children. Move them to others first, on the page of Amy Thistle.',
    })
    const lost = await director.post('/staff/W0/details', { registered: 'no' })
    expect(lost.problems[0]?.text).toMatch(/2 children who need a registered social worker/)
    const bad = await director.post('/staff/W0/details', { limit: 'lots' })
    expect(bad.problems[0]?.text).toMatch(/not a whole number/)
  })
})

describe('an administrator of accounts', () => {
  const codeOf = (id: string) => `W${Object.values(cast).findIndex(v => v.id === id)}`
  let client: Client
  beforeAll(async () => {
    client = await app.signInAs(cast.administrator)
  })

  test('begins with the staff, and is told of no child', async () => {
    expect((await client.get('/')).to).toBe('/staff')
    for (const path of [
      '/staff',
      '/staff/W0',
      '/staff/W0/details',
      '/staff/W0/sign-in',
      '/help',
      '/account',
    ]) {
      const { status, html } = await client.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(html, path).not.toMatch(/Fern|Pebble|Zed|Hidden|\/child\/|\/allocate/)
    }
    for (const path of [
      '/find',
      '/desk',
      '/digest',
      '/log',
      `/child/${child.code}`,
      '/team/W0/move',
      '/decisions',
    ])
      expect((await client.get(path)).status, path).toBeGreaterThanOrEqual(403)
  })

  test('changes the details of others, ends their sessions, and never gives themselves anything', async () => {
    const stranger = await app.signInAs(cast.stranger)
    await client.post(`/staff/${codeOf(cast.stranger.id)}/details`, { team: 'Ash' })
    expect(await lastOf(cast.stranger.id)).toMatchObject({ team: 'Ash', role: 'social-worker' })
    await client.post(`/staff/${codeOf(cast.stranger.id)}/sign-in`, { do: 'out' })
    expect((await stranger.get('/')).to).toContain('/sign-in')
    for (const path of ['details', 'sign-in'])
      expect((await client.get(`/staff/${codeOf(cast.administrator.id)}/${path}`)).status, path).toBe(403)
  })

  test('has no hand on the sign-in of a director or a designated officer, and gives nobody their role', async () => {
    for (const who of [cast.director, cast.officer])
      for (const path of ['details', 'sign-in'])
        expect((await client.get(`/staff/${codeOf(who.id)}/${path}`)).status, `${who.role} ${path}`).toBe(403)
    for (const role of ['director', 'designated-officer']) {
      const sent = await client.post(`/staff/${codeOf(cast.analyst.id)}/details`, { role })
      expect(sent.problems.map(p => p.href)).toEqual(['#role'])
    }
    expect(await lastOf(cast.analyst.id)).toMatchObject({ role: 'performance-analyst' })
    await director.post(`/staff/${codeOf(cast.analyst.id)}/details`, { role: 'designated-officer' })
    expect(await lastOf(cast.analyst.id)).toMatchObject({ role: 'designated-officer' })
  })
})
