import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'
import { authorityAnswers } from '../../store/queries/authority.ts'

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

describe('the posts of teams', () => {
  const teamRow = async (who: Client, name: string) =>
    rowsOf((await who.get('/staff')).html).find(r => r[0] === name)

  test('are not known until a director says them, and then tell what is vacant', async () => {
    expect(await teamRow(manager, 'Oak')).toEqual([
      'Oak',
      '2 of 44',
      'Not recorded',
      '3',
      'Not recorded',
      '0',
      '0',
    ])
    const page = await director.get('/staff/posts')
    const form = page.forms.find(f => f.names.has('posts-0'))
    expect(form?.fields).toMatchObject({ 'team-0': 'Elm', 'posts-0': '', 'team-1': 'Oak', 'posts-1': '' })
    const sent = await director.send(page, '/staff/posts', { 'posts-1': '4.5' })
    expect((await director.follow(sent)).text).toContain('The posts are as shown below.')
    expect(await teamRow(manager, 'Oak')).toEqual(['Oak', '2 of 44', '4.5', '3', '1.5 (33.3%)', '0', '0'])
    expect((await teamRow(manager, 'All teams'))?.slice(2, 5)).toEqual(['Not recorded', '5', 'Not recorded'])
    // The same form sent again writes nothing more.
    await director.send(page, '/staff/posts', { 'posts-1': '4.5' })
    const said = await authorityAnswers(app.store.db, 'funded-posts')
    expect(said.map(s => [s.answers.team, s.answers.posts])).toEqual([['Oak', '4.5']])
  })

  test('one who comes through an agency leaves the post vacant, and part of a post counts as part', async () => {
    const sent = await manager.post('/staff/W0/details', { agency: 'yes', share: '60' })
    expect(sent.problems).toEqual([])
    expect((await manager.follow(sent)).text).toContain('Through an agency, 60 per cent of full time')
    expect((await teamRow(manager, 'Oak'))?.slice(3, 6)).toEqual(['2', '2.5 (55.6%)', '0.6 (23.1%)'])
    const person = rowsOf((await manager.get('/staff')).html).find(r => r[0] === 'Amy Thistle')
    expect(person?.[3]).toBe('Through an agency. Works 60 per cent of a full-time post')
    const back = await manager.post('/staff/W0/details', { agency: 'no', share: '' })
    expect(back.problems).toEqual([])
    expect((await teamRow(manager, 'Oak'))?.slice(3, 6)).toEqual(['3', '1.5 (33.3%)', '0'])
    for (const share of ['0', '101', 'half'])
      expect((await manager.post('/staff/W0/details', { share })).problems[0]?.href, share).toBe('#share')
  })

  test('words, a blank where there was a number, and what another changed meanwhile come back with what to do', async () => {
    const words = await director.post('/staff/posts', { 'posts-1': 'four' })
    expect([words.status, words.problems]).toEqual([
      422,
      [{ href: '#posts-1', text: 'Enter a number, such as 95 or 87.5.' }],
    ])
    const blank = await director.post('/staff/posts', { 'posts-1': '' })
    expect(blank.problems[0]?.text).toBe('Enter 0 if Oak has no posts any more.')
    const open = await director.get('/staff/posts')
    await director.send(open, '/staff/posts', { 'posts-1': '5' })
    const late = await director.send(open, '/staff/posts', { 'posts-1': '3' })
    expect(late.problems[0]?.text).toMatch(/has just made this 5/)
    expect((await teamRow(director, 'Oak'))?.[2]).toBe('5')
  })

  test('are read by a manager, and said by directors only', async () => {
    const page = await manager.get('/staff/posts')
    expect(page.text).toContain('A director says how many posts each team has.')
    expect(page.forms.some(f => f.names.has('posts-0'))).toBe(false)
    const form = (await manager.get('/staff/W1/details')).forms.find(f => f.names.has('limit'))
    const { _csrf = '' } = form?.fields ?? {}
    const sent = await manager.raw('/staff/posts', { _csrf, 'team-1': 'Oak', 'was-1': '5', 'posts-1': '9' })
    expect(sent.status).toBe(403)
    expect((await teamRow(director, 'Oak'))?.[2]).toBe('5')
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
    for (const [who, code] of [
      [cast.otherManager, 'W1'],
      [cast.manager, 'W3'],
      [cast.manager, 'W4'],
      [cast.manager, 'W7'],
      [cast.director, 'W8'],
    ] as const) {
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

describe('cover', () => {
  const at = '/staff/W0/cover'
  const days = { from: '10/3/2026', to: '16/3/2026' }

  test.each([
    [
      'back before away',
      { from: '16/3/2026', to: '10/3/2026', by: cast.colleague.id },
      /before they are away/,
    ],
    ['back already', { from: '2/3/2026', to: '9/3/2026', by: cast.colleague.id }, /would be back already/],
    ['by nobody', { ...days, by: '' }, /Who covers/],
    ['by themselves', { ...days, by: cast.worker.id }, /can’t cover for themselves/],
    ['by an analyst', { ...days, by: cast.analyst.id }, /same role/],
    ['by a stranger to us', { ...days, by: '01890a5d-ac96-774b-bcce-b302099a8057' }, /from the list/],
  ])('%s: refused', async (_, fields, say) => {
    const form = (await manager.get(at)).forms.find(f => f.names.has('by'))?.fields ?? {}
    const sent = await manager.raw(at, { ...form, ...fields })
    expect(sent.status).toBe(422)
    expect(sent.problems.map(p => p.text).join(' ')).toMatch(say)
  })

  test('is arranged by the manager of the team or a director, for who works with children', async () => {
    const other = await app.signInAs(cast.otherManager)
    expect((await other.get(at)).status).toBe(403)
    expect((await director.get('/staff/W7/cover')).status).toBe(403)
    expect((await manager.get('/staff/W5/cover')).status).toBe(200)
  })

  test('opens the files to who covers, shows in their work, and ends by itself', async () => {
    const cy = await app.signInAs(cast.stranger)
    expect((await cy.get(`/child/${child.code}`)).status).toBe(403)
    const sent = await manager.post(at, { ...days, by: cast.stranger.id })
    expect(sent.problems).toEqual([])
    expect((await manager.follow(sent)).text).toContain(
      'Cy Marsh, from 10 March 2026, until 16 March 2026 when Amy Thistle is back',
    )
    expect((await cy.get(`/child/${child.code}`)).status).toBe(200)
    expect((await cy.get(`/child/${hidden.code}`)).status).toBe(403)
    const work = await cy.get('/')
    expect(work.text).toContain('You cover for Amy Thistle, until they are back on 16 March 2026.')
    expect(work.text).toContain('Fern Pebble')
    expect(work.text).not.toContain('Hidden')
    app.at('2026-03-15T23:59:00.000Z')
    const last = await app.signInAs(cast.stranger)
    expect((await last.get('/')).text).toContain('Fern Pebble')
    app.at('2026-03-16T00:01:00.000Z')
    const later = await app.signInAs(cast.stranger)
    expect((await later.get(`/child/${child.code}`)).status).toBe(403)
    expect((await later.get('/')).text).not.toContain('Fern Pebble')
    app.at('2026-03-10T12:00:00.000Z')
    manager = await app.signInAs(cast.manager)
  })

  test('not twice by the same in the same days; by nobody who is away; and can be taken off', async () => {
    const twice = await manager.post(at, { from: '12/3/2026', to: '20/3/2026', by: cast.stranger.id })
    expect(twice.problems[0]?.text).toMatch(/covers from 10 March 2026 already/)
    const elmManager = await app.signInAs(cast.otherManager)
    const away = await elmManager.post('/staff/W2/cover', { ...days, by: cast.worker.id })
    expect(away.problems[0]?.text).toMatch(/is away in that time too/)
    const page = await manager.get(at)
    const off = page.forms.find(f => f.buttons.some(b => b.name === '_off'))
    const [button] = off?.buttons ?? []
    const sent = await manager.raw(at, { ...off?.fields, _off: button?.value ?? '' })
    expect(sent.to).toBe('/staff/W0?done=cover')
    expect((await manager.get('/staff/W0')).text).not.toContain('until 16 March')
    const cy = await app.signInAs(cast.stranger)
    expect((await cy.get(`/child/${child.code}`)).status).toBe(403)
  })
})
