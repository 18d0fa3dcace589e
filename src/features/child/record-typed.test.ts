import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'

const sibling = givenFile({ name: ['Fern', 'Pebble'] })
const child = givenFile()

let app: App
let worker: Client
let colleague: Client
let manager: Client
beforeAll(async () => {
  const all = [sibling, child]
  app = await appWith(subjectsOf(all), entriesOf(all))
  worker = await app.signInAs(cast.worker)
  colleague = await app.signInAs(cast.colleague)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const at = (f: GivenFile, code: string) => `/child/${f.code}/record/${code}`
const done = (seen: Seen): string =>
  /done=([\w-]+)/.exec(seen.to ?? '')?.[1] ?? `not done: ${seen.status} ${seen.text}`
const count = async (f: GivenFile) => (await readEntries(app.store.db, f.subject.id)).length
const visit = {
  visitedOn: '9/3/2026',
  seen: 'alone',
  views: 'She likes the new school',
  next: 'Again in May',
}

describe('bad days', () => {
  test.each([
    ['11/3/2026', '11 March 2026 is in the future'],
    ['5/5/2014', 'before the child was born'],
    ['yesterweek', 'is not a date'],
  ])('a visit on %s', async (visitedOn, say) => {
    const before = await count(child)
    const sent = await worker.post(at(child, 'statutory-visit'), { ...visit, visitedOn })
    expect(sent.problems.map(p => p.href)).toEqual(['#visitedOn'])
    expect(sent.text).toContain(say)
    expect(sent.html).toContain(visit.views)
    expect(await count(child)).toBe(before)
  })

  test('an end of what has not begun', async () => {
    const sent = await worker.post(at(child, 'returned'), { on: '10/3/2026', interviewOffered: 'no' })
    expect(sent.problems).toEqual([
      {
        href: '#on',
        text: 'Missing: the file does not say that this had begun. Record its beginning first.',
      },
    ])
    const early = await worker.post(at(child, 'ceased-looked-after'), { on: '4/1/2026', reason: 'E4A' })
    expect(early.problems[0]?.text).toMatch(/^Looked after: this began on 5 January 2026/)
  })

  test('a child who is not here, in a relationship', async () => {
    const sent = await worker.post(at(child, 'relationship'), { kind: 'sibling', child: 'NOBODY12' })
    expect(sent.problems).toEqual([
      { href: '#child', text: 'No child here has that ID. Check it, or leave it blank and enter the name.' },
    ])
  })
})

describe('a brother or sister with a file here', () => {
  test('is typed by child ID, read by name, and amended by child ID again', async () => {
    const id = done(
      await worker.post(at(child, 'relationship'), { kind: 'sibling', child: sibling.code.toLowerCase() }),
    )
    expect((await worker.get(`/child/${child.code}/entry/${id}`)).text).toContain('Fern Pebble')
    const amend = await worker.get(`/child/${child.code}/amend/${id}`)
    expect(amend.forms.find(f => f.names.has('child'))?.fields.child).toBe(sibling.code)
  })

  test('whose file is restricted is not told by name or child ID', async () => {
    const hidden = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.manager] })
    await app.write([hidden.subject], hidden.entries)
    const id = done(await manager.post(at(child, 'relationship'), { kind: 'sibling', child: hidden.code }))
    for (const page of ['entry', 'amend']) {
      const { html } = await worker.get(`/child/${child.code}/${page}/${id}`)
      expect(html).not.toContain('Zephyrine')
      expect(html).not.toContain(hidden.code)
    }
    expect(
      (await worker.post(`/child/${child.code}/amend/${id}`, { _why: 'Older', contact: 'By post' })).status,
    ).toBe(303)
    expect((await manager.get(`/child/${child.code}/entry/${id}`)).text).toContain('Zephyrine Quietly')
  })
})

describe('drafts', () => {
  const path = at(child, 'case-note')
  const form = (seen: Seen) => seen.forms.find(f => f.names.has('_basis'))?.fields ?? {}

  test('are kept as typed, by the button: shown again to their owner, to nobody else, and gone once recorded', async () => {
    const kept = await worker.post(
      path,
      { about: 'Half a', note: 'Line one\nline two', on: 'the day before' },
      {
        button: ['_keep', 'hand'],
      },
    )
    expect(kept.to).toBe(path)
    const again = await worker.follow(kept)
    expect(again.text).toContain('This is what you had typed by 12:00 on 10 March 2026')
    expect(form(again)).toMatchObject({ about: 'Half a', note: 'Line one\nline two', on: 'the day before' })
    expect((await worker.get('/')).text).toContain('Begun and not recorded Case note for Wren Pebble')
    expect((await colleague.get(path)).html).not.toContain('Half a')
    expect((await colleague.get('/')).text).not.toContain('Begun and not recorded')
    const other = at(sibling, 'case-note')
    expect((await worker.get(other)).html).not.toContain('Half a')
    expect((await worker.send(again, path, { on: 'today', what: 'call', significant: 'no' })).status).toBe(
      303,
    )
    expect((await worker.get(path)).html).not.toContain('Half a')
  })

  test('are kept by the script, which is told when', async () => {
    const page = await worker.get(path)
    const keep = page.html.match(/data-draft="([^"]+)"/)?.[1] ?? ''
    const saved = await worker.raw(keep, { ...form(page), about: 'By script' })
    expect([saved.status, saved.html]).toEqual([200, '12:00'])
    expect(form(await worker.get(path)).about).toBe('By script')
    // The same form still, so that what is recorded of it is recorded once.
    expect(form(await worker.get(path))._entry).toBe(form(page)._entry)
  })

  test('that come late, after the form was sent, do not come back', async () => {
    const page = await worker.get(path)
    const whole = { about: 'Sent', note: 'Said', what: 'call', on: 'today', significant: 'no' }
    expect((await worker.send(page, path, whole)).status).toBe(303)
    const late = await worker.raw(`${path}?keep=script`, { ...form(page), about: 'A late copy' })
    expect(late.status).toBe(200)
    expect((await worker.get(path)).html).not.toContain('A late copy')
  })

  test('meet a conflict when they are sent at last, if somebody wrote meanwhile', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const visits = at(file, 'statutory-visit')
    await worker.post(visits, visit, { button: ['_keep', 'hand'] })
    await colleague.post(visits, { ...visit, views: 'Bo was there' })
    const sent = await worker.send(await worker.get(visits), visits, {})
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Bo was there')
  })

  test('of somebody who may not write are not kept', async () => {
    const stranger = await app.signInAs(cast.stranger)
    const page = await stranger.get('/help')
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    expect((await stranger.raw(`${path}?keep=script`, { _csrf: token, about: 'No' })).status).toBe(403)
    expect(
      await app.store.db.selectFrom('draft').selectAll().where('owner', '=', cast.stranger.id).execute(),
    ).toEqual([])
  })
})

describe('what is typed', () => {
  test('is shown as text, whatever it looks like', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> & "quoted"'
    const file = givenFile({ name: [evil, "O'Hara <b>"] })
    await app.write([file.subject], file.entries)
    const id = done(
      await worker.post(at(file, 'case-note'), {
        on: 'today',
        what: 'call',
        about: evil,
        note: evil,
        significant: 'yes',
      }),
    )
    await worker.post(at(file, 'case-note'), { about: evil, note: evil }, { button: ['_keep', 'hand'] })
    for (const path of ['', '/chronology', '/record', `/entry/${id}`, `/amend/${id}`, '/record/case-note'])
      expect((await worker.get(`/child/${file.code}${path}`)).html, path).not.toMatch(
        /<script>alert|<img|<b>/,
      )
    for (const path of ['/', `/find?q=${encodeURIComponent(evil)}`])
      expect((await worker.get(path)).html, path).not.toMatch(/<script>alert|<img|<b>/)
    expect((await worker.get(`/child/${file.code}/entry/${id}`)).text).toContain(
      'onerror=alert(2)> & "quoted"',
    )
  })

  test('may hold what a database can’t: it is left out, and the rest is kept', async () => {
    const note = { on: 'today', what: 'call', about: 'Nul\u0000l', note: 'A\u0000B 🧵', significant: 'no' }
    const sent = await worker.post(at(child, 'case-note'), note)
    const entry = (await readEntries(app.store.db, child.subject.id)).find(e => e.id === done(sent))
    expect(entry?.answers).toMatchObject({ about: 'Null', note: 'AB 🧵' })
  })
})
