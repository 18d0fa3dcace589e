import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { addDays, day } from '../../domain/kernel/day.ts'
import { written903 } from '../../store/returns/write/903.ts'

const wren = givenFile({ code: 'WREN2222' })
const bare = givenFile({ code: 'BARE3333', name: ['Barely', 'Named'] })
const brother = givenFile({
  name: ['Finch', 'Pebble'],
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: wren.subject.id, from: day('2026-01-05') }),
  ],
})
/** The same person after the adoption: another name, another number, and in care again. */
const after = givenFile({ code: 'NEWA4444', name: ['Robin', 'Thrush'], worker: cast.stranger })
const files = [wren, bare, brother, after]

let app: App
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
})
afterAll(async () => await app.close())

const ends = (code: string) => `/child/${code}/record/ceased-looked-after`

test('to record an adoption seals the file there and then, for all but those named on it', async () => {
  const amy = await app.signInAs(cast.worker)
  const form = await amy.get(ends(wren.code))
  expect(form.text).toContain('The file is sealed when you record this')
  const sent = await amy.send(form, ends(wren.code), {
    on: '9/3/2026',
    reason: 'E12',
    named: cast.manager.id,
  })
  expect(sent.status).toBe(303)
  expect((await amy.follow(sent)).status).toBe(403)
  const di = await app.signInAs(cast.manager)
  expect((await di.get(`/child/${wren.code}`)).status).toBe(200)
  for (const v of [cast.colleague, cast.reviewer, cast.nights, cast.director]) {
    const client = await app.signInAs(v)
    expect((await client.get(`/child/${wren.code}`)).status, v.role).toBe(403)
    expect((await client.get('/find?q=Wren+Pebble')).text, v.role).not.toContain(wren.code)
  }
  const family = await amy.get(`/child/${brother.code}/family`)
  expect(linksOf(family.html).some(l => l.href.includes(wren.code))).toBe(false)
})

test('where nobody was named, the director is asked, and names somebody', async () => {
  const amy = await app.signInAs(cast.worker)
  expect((await amy.post(ends(bare.code), { on: '9/3/2026', reason: 'E11' })).status).toBe(303)
  const di = await app.signInAs(cast.manager)
  expect((await di.get(`/child/${bare.code}`)).status).toBe(403)
  const ivy = await app.signInAs(cast.director)
  const at = `/child/${bare.code}/record/restriction`
  const asked = (html: string) => linksOf(html).some(l => l.href === at)
  const home = await ivy.get('/')
  expect([home.status, asked(home.html)]).toEqual([200, true])
  expect(home.text).toContain('A file was sealed by an adoption, and nobody is named')
  for (const v of [cast.manager, cast.worker, cast.nights, cast.reviewer]) {
    const page = await (await app.signInAs(v)).get('/')
    expect([v.role, page.status, asked(page.html), page.text.includes('Barely')]).toEqual([
      v.role,
      200,
      false,
      false,
    ])
  }
  // Whoever asks and who works with the child stand first; the others in their teams, so that nobody goes through all.
  const form = await ivy.get(at)
  expect(form.text).toMatch(
    /You, and those who work with the child Amy Thistle, Oak Di Heron, Oak Ivy Stone Elm.*In no team/,
  )
  const sent = await ivy.post(at, {
    from: '10/3/2026',
    restricted: 'yes',
    named: cast.manager.id,
    reason: 'Keeps the sealed files',
  })
  expect(sent.status).toBe(303)
  expect((await di.get(`/child/${bare.code}`)).status).toBe(200)
  expect((await ivy.get(`/child/${bare.code}`)).status).toBe(403)
  expect(asked((await ivy.get('/')).html)).toBe(false)
})

test('many that an import sealed: the director is told how many, and of those that waited longest', async () => {
  const sealed = Array.from({ length: 12 }, (_, i) =>
    givenFile({
      code: `SEAL${2000 + i}`,
      name: [`Number${i}`, 'Sealed'],
      more: id => [
        given(id, 'became-looked-after', { from: day('2025-01-06'), need: 'N1' }),
        given(id, 'ceased-looked-after', { on: addDays(day('2025-06-01'), 20 - i), reason: 'E11' }),
      ],
    }),
  )
  await app.write(subjectsOf(sealed), entriesOf(sealed))
  const { html, text } = await (await app.signInAs(cast.director)).get('/')
  expect(text).toContain('12 files were sealed by an adoption')
  const listed = linksOf(html).flatMap(
    l => /^\/child\/(SEAL\d+)\/record\/restriction$/.exec(l.href)?.[1] ?? [],
  )
  expect(listed).toEqual(Array.from({ length: 5 }, (_, i) => `SEAL${2011 - i}`))
  expect(text).toContain('The rest follow')
})

test('the return has the end of care of the old, and the new life, and nothing that joins them', async () => {
  const { tables } = await written903(app.store.db, 2025, day('2026-07-01'))
  const all = Object.values(tables).flatMap(t => t.text('CHILD'))
  expect(all).toContain(wren.code)
  expect(all).toContain(after.code)
  const end = tables.Episodes.text('CHILD').indexOf(wren.code)
  expect(tables.Episodes.text('REC')[end]).toBe('E12')
  const again = tables.Episodes.text('CHILD').indexOf(after.code)
  expect(tables.Episodes.text('REC')[again]).toBeNull()
  // Nobody who may open the new file is led from it to the old one.
  const cy = await app.signInAs(cast.stranger)
  for (const path of ['', '/family', '/chronology', '/record']) {
    const page = await cy.get(`/child/${after.code}${path}`)
    expect(page.status, path).toBe(200)
    for (const words of [wren.code, wren.subject.id, 'Wren', 'Pebble'])
      expect(page.html, path).not.toContain(words)
  }
})
