import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

const { manager, otherManager, analyst, director, worker, stranger, member } = cast
const YEAR = 'collection=ssda903&year=2025-26'

const wren = givenFile({
  name: ['Wren', 'Pebble'],
  worker,
  more: id => [
    given(id, 'legal-status', { from: day('2026-01-05'), status: 'V2' }),
    given(id, 'looked-after-review', {
      heldOn: day('2026-01-30'),
      participation: 'PN0',
      decisions: 'Go on.',
    }),
  ],
})
const elm = givenFile({ name: ['Other', 'Hill'], worker: stranger })
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], worker, named: [director] })
const files = [wren, elm, secret]

let app: App
let hal: Client
let di: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  hal = await app.signInAs(analyst)
  di = await app.signInAs(manager)
})
afterAll(async () => await app.close())

describe('the page of returns', () => {
  test('counts what would be rejected, by rule, team and worker, and says what was not checked', async () => {
    const seen = await hal.get(`/returns?${YEAR}`)
    expect(seen.status).toBe(200)
    expect(seen.text).toMatch(/\d+ errors?.*, on 3 children/)
    expect(seen.text).toContain('3 children in the return')
    expect(seen.text).toContain('1 restricted file among them is counted and not named')
    expect(seen.text).toMatch(/\d+ rules were not checked/)
    expect(seen.text).toContain('Not checked: it needs the list of providers')
    expect(linksOf(seen.html).map(l => l.text)).toEqual(expect.arrayContaining(['Oak', 'Elm', 'Amy Thistle']))
  })

  test.each(['ssda903', 'cin'])('%s: every link of the page leads somewhere', async collection => {
    const seen = await hal.get(`/returns?collection=${collection}&year=2025-26`)
    const links = linksOf(seen.html).filter(l => l.href.startsWith('/returns'))
    expect(links.length).toBeGreaterThan(5)
    for (const l of links) expect((await hal.get(l.href)).status, l.href).toBe(200)
  })

  test('a year in which nobody was in care has nothing in it', async () => {
    const seen = await hal.get('/returns?collection=ssda903&year=2022-23')
    expect(seen.text).toContain('0 children in the return')
    expect(seen.text).not.toContain('Take the return as files')
  })

  test('what can’t be read is taken for the usual', async () => {
    const seen = await hal.get('/returns?collection=nonsense&year=1066&team=&page=-3')
    expect(seen.text).toContain('Children looked after (SSDA903), 2025-26')
  })

  test('nothing is missed where a file changes after the first look', async () => {
    const count = async () => (await hal.get(`/returns/issues?${YEAR}&rule=526`)).text
    expect(await count()).toContain('on 3 children')
    const placement = wren.entries.find(e => e.type === 'placement')
    const becomes = { from: day('2026-01-05'), type: 'U6', carer: 'Mill Lane', provider: 'PR1' }
    await app.write(
      [],
      [given(wren.subject.id, 'amendment', { why: 'Blank', becomes }, { amends: placement?.id ?? '' })],
    )
    expect(await count()).toContain('on 2 children')
  })
})

describe('the list of issues', () => {
  test('leads a manager to the entry, at the question, that puts each right', async () => {
    const review = wren.entries.find(e => e.type === 'looked-after-review')
    const seen = await di.get(`/returns/issues?${YEAR}`)
    const link = linksOf(seen.html).find(l => l.href.includes(`/amend/${review?.id}`))
    expect(link).toMatchObject({
      text: 'Looked after review, 30 January 2026',
      href: `/child/${wren.code}/amend/${review?.id}#heldOn`,
    })
    expect((await di.get(link?.href.split('#')[0] ?? '')).status).toBe(200)
  })

  test('or to the record that is still to be made', async () => {
    const ivy = await app.signInAs(otherManager)
    const seen = await ivy.get(`/returns/issues?${YEAR}`)
    const link = linksOf(seen.html).find(l => l.text === 'Record: Person details')
    expect(link?.href).toBe(`/child/${elm.code}/record/person-details`)
  })

  test('an analyst, who opens no file, is told who works with the child', async () => {
    const seen = await hal.get(`/returns/issues?${YEAR}`)
    expect(seen.text).toContain('Wren Pebble')
    expect(seen.text).toContain('Amy Thistle, Oak')
    expect(linksOf(seen.html).filter(l => l.href.startsWith('/child/'))).toEqual([])
  })

  test('is narrowed by weight, team and worker, and pages through', async () => {
    const of = async (more: string) => (await hal.get(`/returns/issues?${YEAR}&${more}`)).text
    expect(await of('team=Elm')).not.toContain('Wren Pebble')
    expect(await of(`worker=${worker.id}`)).not.toContain('Other Hill')
    expect(await of('weight=query')).not.toMatch(/\d+ errors?/)
    expect(await of('page=99')).toContain('Wren Pebble')
    expect(await of('rule=NONE')).toContain('Nothing that the rules would reject')
  })
})

describe('who may see what', () => {
  test('not workers, nor members', async () => {
    for (const v of [worker, stranger, member])
      for (const at of [
        '/returns',
        '/returns/issues',
        '/returns/issues.csv',
        '/returns/file?file=header.csv',
      ])
        expect((await (await app.signInAs(v)).get(at)).status, at).toBe(403)
  })

  test('a manager sees the issues of the own team, whatever is asked, and takes no return', async () => {
    for (const q of ['', '&team=Elm', `&worker=${stranger.id}`]) {
      const seen = await di.get(`/returns/issues?${YEAR}${q}`)
      expect(seen.text, q).not.toContain('Other Hill')
    }
    const seen = await di.get(`/returns?${YEAR}`)
    expect(seen.text).not.toContain('Elm')
    expect(seen.text).not.toContain('Take the return as files')
    expect((await di.get(`/returns/file?${YEAR}&file=header.csv`)).status).toBe(403)
  })

  test('a restricted child is counted and not named, on no page and in no list', async () => {
    for (const at of [`/returns?${YEAR}`, `/returns/issues?${YEAR}`, `/returns/issues.csv?${YEAR}`])
      for (const client of [hal, di]) {
        const seen = await client.get(at)
        expect(seen.html, at).not.toContain('Zephyrine')
        expect(seen.html, at).not.toContain(secret.code)
        expect(seen.html, at).not.toContain(secret.subject.id)
      }
    expect((await hal.get(`/returns/issues?${YEAR}`)).text).toContain('A restricted file')
    const ivy = await app.signInAs(director)
    expect((await ivy.get(`/returns/issues?${YEAR}`)).text).toContain('Zephyrine Quietly')
  })
})

describe('files', () => {
  test('the return has every child in it, and its taking is on the log', async () => {
    const file = await hal.get(`/returns/file?${YEAR}&file=header.csv`)
    expect(file.headers['content-disposition']).toContain('attachment; filename="header.csv"')
    expect(file.html.split('\n')[0]).toMatch(/^CHILD,SEX,DOB/)
    for (const f of files) expect(file.html).toContain(f.code)
    const look = await app.store.db
      .selectFrom('access_log')
      .selectAll()
      .where('page', '=', 'national return: a file taken')
      .where('viewer', '=', analyst.id)
      .executeTakeFirst()
    expect(look).toMatchObject({ allowed: true, detail: { file: 'header.csv', year: '2025-26' } })
    expect((await hal.get(`/returns/file?${YEAR}&file=../secret`)).status).toBe(404)
  })

  test('the census is one file, and says when it was written', async () => {
    const file = await hal.get('/returns/file?collection=cin&year=2025-26&file=cin.xml')
    expect(file.html).toContain('<Collection>CIN</Collection>')
    expect(file.html).toContain(`<LAchildID>${secret.code}</LAchildID>`)
    expect(file.html).toContain(`<DateTime>${app.now().slice(0, 19)}`)
  })

  test('the issues hold what the list holds, and their taking is on the log', async () => {
    const file = await di.get(`/returns/issues.csv?${YEAR}`)
    expect(file.headers['content-disposition']).toContain('issues-ssda903-2025-26-2026-03-10.csv')
    expect(file.html).toContain('"Wren Pebble"')
    expect(file.html).not.toContain('Other Hill')
  })
})
