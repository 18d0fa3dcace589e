import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

const relates = (subject: string, answers: Record<string, unknown>) => given(subject, 'relationship', answers)
const wren = givenFile({
  code: 'WREN0001',
  reviewing: cast.reviewer,
  more: id => [
    relates(id, {
      kind: 'mother',
      name: 'Ruth Pebble',
      contact: '01632 960 001',
      responsibility: true,
      household: true,
    }),
    relates(id, { kind: 'father', name: 'Jan Pebble', to: day('2019-05-01') }),
    relates(id, {
      kind: 'professional',
      name: 'Ada Teacher',
      agency: 'Mill School',
      contact: 'ada@school.example',
    }),
  ],
})
const sibling = (code: string, name: string, more: Partial<Parameters<typeof givenFile>[0]> = {}) =>
  givenFile({ code, name: [name, 'Pebble'], ...more })
const names =
  (kind: string, more: Record<string, unknown> = {}) =>
  (id: string) => [relates(id, { kind, child: wren.subject.id, ...more })]
const fern = sibling('FERN0001', 'Fern', {
  more: names('sibling', { from: day('2014-05-06'), household: true }),
})
const moss = sibling('MOSS0001', 'Moss', { more: names('half-sibling', { side: 'mother' }) })
const elsewhere = sibling('AWAY0001', 'Ash', {
  worker: cast.stranger,
  more: names('sibling', { from: day('2015-01-01') }),
})
const secret = sibling('HIDE0001', 'Yew', { named: [cast.director], more: names('sibling') })
const joined = sibling('FERN0002', 'Fern', {
  more: id => [
    ...names('sibling')(id),
    given(
      id,
      'merged',
      { into: fern.subject.id, why: 'One child' },
      { recorded: given(id, 'case-note', { on: day('2026-02-01') }).recorded },
    ),
  ],
})
const old = givenChild('OLD00001')
const fresh = givenChild('NEW00001')
const adoption = [
  given(old.id, 'person-details', details('2019-01-02', { givenName: 'Bud', familyName: 'Old' })),
  given(old.id, 'became-looked-after', { from: day('2021-01-04'), need: 'N1' }),
  given(old.id, 'ceased-looked-after', { on: day('2023-03-01'), reason: 'E11' }),
  given(
    fresh.id,
    'person-details',
    details('2019-01-02', { givenName: 'Bud', familyName: 'New', asOf: day('2023-04-01') }),
  ),
  relates(fresh.id, { kind: 'other', child: old.id, from: day('2023-04-01') }),
]

let app: App
let worker: Client
beforeAll(async () => {
  const files = [wren, fern, moss, elsewhere, secret, joined]
  app = await appWith(
    [...subjectsOf(files), old, fresh],
    [
      ...entriesOf(files),
      ...adoption,
      relates(wren.subject.id, { kind: 'sibling', child: moss.subject.id }),
      relates(wren.subject.id, { kind: 'sibling', child: secret.subject.id }),
    ],
  )
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const rowFor = (html: string, name: string) => rowsOf(html).find(r => r.some(c => c.includes(name))) ?? []

describe('the family of a child', () => {
  test('has what other files say, turned round, with its source', async () => {
    const page = await worker.get('/child/WREN0001/family')
    expect(page.status).toBe(200)
    const row = rowFor(page.html, 'Fern Pebble')
    expect(row.slice(0, 3)).toEqual(['Sister', expect.stringContaining('Fern Pebble'), '6 May 2014'])
    expect(row[4]).toBe('Lives with the child')
    expect(linksOf(page.html).find(l => l.text === 'Fern Pebble’s file')?.href).toMatch(
      /^\/child\/FERN0001\/entry\//,
    )
  })

  test('has a child with two files that are read as one once', async () => {
    const page = await worker.get('/child/WREN0001/family')
    expect(rowsOf(page.html).filter(r => r[1]?.includes('Fern Pebble'))).toHaveLength(1)
  })

  test('says calmly where two files differ, with both sources', async () => {
    const page = await worker.get('/child/WREN0001/family')
    expect(page.text).toContain(
      'The records do not agree on Moss Pebble. This file : brother or sister. Moss Pebble’s file : half-brother or half-sister.'.replaceAll(
        ' :',
        ':',
      ),
    )
    expect(page.text).toContain('Find out which is right')
  })

  test('tells of a closed file that there is a child, and no name, day or link', async () => {
    const page = await worker.get('/child/WREN0001/family')
    const row = rowFor(page.html, 'closed to you')
    expect(row[0]).toBe('Brother or sister')
    expect(page.text).not.toContain('Ash Pebble')
    expect(page.html).not.toContain('AWAY0001')
    expect(page.text).not.toContain('1 January 2015')
    const theirs = await (await app.signInAs(cast.nights)).get('/child/WREN0001/family')
    expect(theirs.text).toContain('Ash Pebble')
  })

  test('has nothing of a restricted child, though this file names their file, and it is logged', async () => {
    for (const path of ['/child/WREN0001/family', '/child/WREN0001']) {
      const page = await worker.get(path)
      expect(page.text).not.toContain('Yew')
      expect(page.html).not.toContain('HIDE0001')
      expect(page.html).not.toContain(secret.subject.id)
    }
    const lines = await app.store.db
      .selectFrom('access_log')
      .select(['allowed', 'page'])
      .where('subject', '=', secret.subject.id)
      .where('viewer', '=', cast.worker.id)
      .execute()
    expect(lines).toContainEqual({ allowed: false, page: 'the family of WREN0001' })
  })

  test('never joins the new file of an adopted child to the old', async () => {
    // Nobody is named on the file that the adoption sealed: a director opens it.
    const opens = { OLD00001: await app.signInAs(cast.director), NEW00001: await app.signInAs(cast.nights) }
    for (const [code, reader] of Object.entries(opens)) {
      const page = await reader.get(`/child/${code}/family`)
      expect(page.status, code).toBe(200)
      expect(page.html).not.toContain(code === 'OLD00001' ? 'NEW00001' : 'OLD00001')
      expect(page.text).toContain('Nobody is recorded yet')
    }
    expect((await opens.NEW00001.get('/child/OLD00001/family')).status).toBe(403)
  })

  test('is a picture with a name and a description, and a table that says the same', async () => {
    const page = await worker.get('/child/WREN0001/family')
    expect(page.html).toMatch(
      /<svg class="gt-chart gt-chart--family"[^>]*role="img" aria-labelledby="family-title family-desc"/,
    )
    const desc = /<desc[^>]*>([^<]*)/.exec(page.html)?.[1] ?? ''
    for (const name of ['Ruth Pebble', 'Jan Pebble', 'Fern Pebble', 'Moss Pebble', 'Mill Lane'])
      expect(desc).toContain(name)
    expect(rowFor(page.html, 'Jan Pebble')[2]).toBe('until 1 May 2019')
  })

  test('has who works with the child, to be rung or written to', async () => {
    const page = await worker.get('/child/WREN0001/family')
    expect(page.headings).toContain('Household')
    expect(rowFor(page.html, 'Ada Teacher').slice(0, 3)).toEqual([
      'Professional',
      'Ada Teacher',
      'Mill School',
    ])
    const links = linksOf(page.html).map(l => l.href)
    expect(links).toContain('tel:01632960001')
    expect(links).toContain('mailto:ada@school.example')
    expect(rowFor(page.html, cast.worker.name)[0]).toBe('Allocated worker')
    expect(rowFor(page.html, cast.reviewer.name)[0]).toBe('Reviewing officer')
  })

  test('leads to the form for one more, with what they are filled in', async () => {
    const form = await worker.get('/child/WREN0001/record/relationship?kind=grandparent')
    expect(form.forms.find(f => f.names.has('kind'))?.fields.kind).toBe('grandparent')
  })

  test('is not for who may not open the file', async () => {
    for (const who of [cast.analyst, cast.member, cast.stranger])
      expect((await (await app.signInAs(who)).get('/child/WREN0001/family')).status).toBe(403)
  })
})
