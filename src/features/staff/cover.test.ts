import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { cast } from '../../../test/support/people.ts'

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
