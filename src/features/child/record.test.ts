import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { type Fields, idsOf, linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { day, longDay } from '../../domain/kernel/day.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { readEntries } from '../../store/ledger.ts'
import { recordable } from './record.tsx'

const ended = (id: string) => [
  given(id, 'ceased-looked-after', { on: day('2026-02-02'), reason: 'E4A' }),
  given(id, 'protection-plan-ended', { endedOn: day('2026-02-02'), reason: 'safe', analysis: 'Well' }),
]

/** A file in which everything that can end is running. */
const everythingRuns = (type: RecordType) =>
  givenFile({
    reviewing: cast.reviewer,
    more: id => [
      // A case is closed only after care and the plan have ended.
      ...(type.code === 'case-closed' ? ended(id) : []),
      given(id, 'referral-received', { receivedOn: day('2026-01-05'), source: '6', concern: 'Left alone' }),
      given(id, 'protection-plan-started', {
        conferenceOn: day('2026-01-06'),
        category: 'NEG',
        change: 'Food',
        ifNot: 'Court',
      }),
      given(id, 'missing-episode', { from: day('2026-01-07'), kind: 'M' }),
      given(id, 'private-fostering', { awareOn: day('2026-01-07'), carer: 'An aunt' }),
      given(id, 'assessment-begun', { on: day('2026-01-07'), kind: 'single', why: 'News of a move' }),
      given(id, 'need-plan-started', {
        on: day('2026-01-07'),
        views: 'Less shouting',
        plan: 'Weekly visits',
      }),
      given(id, 'strategy-discussion', {
        on: day('2026-01-07'),
        took: ['police'],
        concern: 'A bruise',
        enquiry: true,
        next: 'See the child today',
      }),
      given(id, 'early-help-step', {
        on: day('2026-01-07'),
        step: 'down',
        why: 'Safe now',
        lead: 'Ada Teacher',
        reach: '01632 960 002',
      }),
    ],
  })

const files = new Map<string, GivenFile>(recordable.map(t => [t.code, everythingRuns(t)]))
const sibling = givenFile({ name: ['Fern', 'Pebble'] })
const child = givenFile()
const fileOf = (type: RecordType) => files.get(type.code) ?? child

let app: App
let worker: Client
let colleague: Client
let manager: Client
beforeAll(async () => {
  const all = [...files.values(), sibling, child]
  app = await appWith(subjectsOf(all), entriesOf(all))
  worker = await app.signInAs(cast.worker)
  colleague = await app.signInAs(cast.colleague)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const writer = (type: RecordType): Viewer =>
  [cast.worker, cast.manager, cast.reviewer].find(
    v => writes(type, v.role) && (type.permission === 'record' || v.role === 'team-manager'),
  ) ?? cast.manager

/** What a person would type: the example of each question, on the day of the test. */
const typedFor = (type: RecordType): Fields =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, f]) => {
      if (f.kind.name === 'documents') return []
      if (f.kind.name === 'day') return [[name, '10/3/2026']]
      if (f.kind.name === 'person') return [[name, sibling.code]]
      if (f.kind.name === 'worker' || f.kind.name === 'workers') return [[name, cast.manager.id]]
      return [[name, f.kind.raw(f.kind.example)]]
    }),
  )

const filesFor = (type: RecordType) =>
  Object.entries(type.fields).flatMap(([name, f]) =>
    f.kind.name === 'documents' ? [{ field: `${name}_new`, name: 'letter.pdf', bytes: '%PDF-1.7' }] : [],
  )

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

describe('each kind of record', () => {
  test.each(recordable)('$code is written on its page and read back in words', async type => {
    const me = await app.signInAs(writer(type))
    const file = fileOf(type)
    const sent = await me.post(at(file, type.code), typedFor(type), { files: filesFor(type) })
    expect(sent.problems).toEqual([])
    expect(sent.status).toBe(303)
    const [entry] = (await readEntries(app.store.db, file.subject.id)).filter(e => e.id === done(sent))
    expect(entry).toMatchObject({ type: type.code, author: writer(type).id, source: null })
    expect((await me.follow(sent)).status).toBe(200)
    const read = await me.get(`/child/${file.code}/entry/${entry?.id}`)
    expect(read.headings).toContain(type.title)
    for (const [name, f] of Object.entries(type.fields)) {
      const value = entry?.answers[name]
      if (value === undefined || value === null || ['person', 'worker', 'workers'].includes(f.kind.name))
        continue
      expect(read.text, name).toContain(f.kind.print(value).replace(/\s+/g, ' '))
    }
  })

  test.each(recordable)(
    '$code comes back with what was typed, each fault linked to its question',
    async type => {
      const me = await app.signInAs(writer(type))
      const typed = Object.fromEntries(
        Object.entries(type.fields).flatMap(([name, f]) => {
          if (f.kind.name === 'day') return [[name, '31/2/2026']]
          if (f.kind.name === 'whole-number') return [[name, 'many']]
          return f.kind.name === 'line' || f.kind.name === 'text' ? [[name, `Kept <${name}>`]] : []
        }),
      )
      const sent = await me.post(at(fileOf(type), type.code), typed)
      expect(sent.status).toBe(422)
      expect(sent.title).toMatch(/^Error: /)
      expect(sent.problems.length).toBeGreaterThan(0)
      const ids = idsOf(sent.html)
      for (const p of sent.problems) {
        expect(p.href.startsWith('#') && ids.has(p.href.slice(1)), `${p.href}: ${p.text}`).toBe(true)
        expect(p.text.length).toBeGreaterThan(5)
      }
      const back = sent.forms.find(f => f.names.has('_entry'))?.fields ?? {}
      expect(back).toMatchObject(typed)
      for (const name of Object.keys(typed)) expect(sent.html).not.toContain(`<${name}>`)
    },
  )
})

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

describe('the same form twice', () => {
  test('is one entry, and the second says so by going to the same place', async () => {
    const page = await worker.get(at(child, 'case-note'))
    const before = await count(child)
    const note = { on: '9/3/2026', what: 'call', about: 'Rang', note: 'Spoke', significant: 'no' }
    const first = await worker.send(page, at(child, 'case-note'), note)
    const second = await worker.send(page, at(child, 'case-note'), note)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toContain(done(first))
    expect(await count(child)).toBe(before + 1)
  })

  test('holds for an end too, which has ended by then', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const page = await worker.get(at(file, 'ceased-looked-after'))
    const end = { on: '9/3/2026', reason: 'E4A' }
    await worker.send(page, at(file, 'ceased-looked-after'), end)
    expect((await worker.send(page, at(file, 'ceased-looked-after'), end)).status).toBe(303)
    const again = await worker.post(at(file, 'ceased-looked-after'), end)
    expect(again.problems[0]?.text).toMatch(/ended on 9 March 2026 already/)
  })

  test('holds for two copies sent at one moment', async () => {
    const page = await worker.get(at(child, 'case-note'))
    const before = await count(child)
    const note = { on: '9/3/2026', what: 'call', about: 'Rang twice', note: 'Spoke', significant: 'no' }
    const sent = await Promise.all([1, 2, 3].map(() => worker.send(page, at(child, 'case-note'), note)))
    expect(sent.map(s => s.status)).toEqual([303, 303, 303])
    expect(await count(child)).toBe(before + 1)
  })
})

describe('two people', () => {
  test('who record the same visit: the second sees the first’s, keeps every word, and may record it as well', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const path = at(file, 'statutory-visit')
    const mine = await worker.get(path)
    const theirs = await colleague.post(path, { ...visit, views: 'Theirs: she was sad' })
    expect(theirs.status).toBe(303)
    const conflict = await worker.send(mine, path, { ...visit, views: 'Mine: she was glad' })
    expect(conflict.status).toBe(409)
    expect(conflict.headings).toContain('Somebody wrote this while you were writing')
    expect(conflict.text).toContain('Theirs: she was sad')
    expect(conflict.text).toContain('Recorded by Bo Larch')
    expect(conflict.forms.find(f => f.names.has('views'))?.fields.views).toBe('Mine: she was glad')
    const before = await count(file)
    const both = await worker.send(conflict, path, {})
    expect(both.status).toBe(303)
    expect(await count(file)).toBe(before + 1)
    expect((await worker.send(conflict, path, {})).status).toBe(303)
    expect(await count(file)).toBe(before + 1)
  })

  test('who record visits of different days are in nobody’s way', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const path = at(file, 'statutory-visit')
    const mine = await worker.get(path)
    await colleague.post(path, { ...visit, visitedOn: '8/3/2026' })
    expect((await worker.send(mine, path, visit)).status).toBe(303)
  })

  test('who amend one entry: the second sees what the first made of it', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const entry = done(await worker.post(at(file, 'statutory-visit'), visit))
    const path = `/child/${file.code}/amend/${entry}`
    const mine = await worker.get(path)
    expect(mine.forms[0]?.fields).toMatchObject({ views: visit.views, visitedOn: '9/3/2026' })
    await colleague.post(path, { views: 'Changed by Bo', _why: 'Misheard' })
    const conflict = await worker.send(mine, path, { views: 'Changed by Amy', _why: 'A slip' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Changed by Bo')
    expect(conflict.forms[0]?.fields).toMatchObject({ views: 'Changed by Amy', _why: 'A slip' })
    expect((await worker.send(conflict, path, {})).status).toBe(303)
    const read = await worker.get(`/child/${file.code}/entry/${entry}`)
    expect(read.text).toContain('Changed by Amy')
    expect(read.text).toContain('Amended: Misheard')
    expect(read.text).toContain('As first written')
  })

  test('an amendment without a reason, or with a bad day, is not taken and not lost', async () => {
    const entry = done(await worker.post(at(child, 'statutory-visit'), visit))
    const path = `/child/${child.code}/amend/${entry}`
    const sent = await worker.post(path, { visitedOn: '1/1/2030', views: 'New words', _why: '' })
    expect(sent.problems.map(p => p.href).sort()).toEqual(['#_why', '#visitedOn'])
    for (const p of sent.problems) expect(idsOf(sent.html).has(p.href.slice(1))).toBe(true)
    expect(sent.html).toContain('New words')
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

describe('a form that is not whole', () => {
  test.each([
    ['no id', { _entry: '' }],
    ['an id of no shape', { _entry: 'drop table' }],
    ['no basis', { _basis: 'x' }],
  ])('%s: nothing is written, nothing is lost', async (_, broken) => {
    const before = await count(child)
    const note = { on: 'today', what: 'call', about: 'Odd', note: 'Every word', significant: 'no' }
    const sent = await worker.post(at(child, 'case-note'), { ...note, ...broken })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('This form was not whole when it came')
    expect(sent.html).toContain('Every word')
    expect(await count(child)).toBe(before)
  })

  test('a draft with an impossible basis is kept all the same', async () => {
    const sent = await worker.post(
      at(child, 'case-note'),
      { _basis: '1e300', about: 'Kept' },
      { button: ['_keep', 'hand'] },
    )
    expect(sent.status).toBe(303)
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

describe('clocks', () => {
  test('a visit meets its clock and starts the next; a late one asks why, once', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const clock = `/child/${file.code}/clock/looked-after-visit/2026-01-12`
    const open = await worker.get(clock)
    expect(open.text).toContain('within 7 days')
    expect(open.text).toContain('regulation 28(2)(a)')
    expect((await worker.post(clock, { reason: ' ' })).problems).toEqual([
      { href: '#reason', text: 'Say why it is late, and what has been done about it.' },
    ])
    const said = await worker.post(clock, { reason: 'The worker was ill' })
    expect((await worker.follow(said)).text).toContain('Reason for lateness The worker was ill')
    const sent = await worker.post(at(file, 'statutory-visit'), visit)
    const after = await worker.get(clock)
    expect(after.text).toContain('done 9 March 2026, late: it was due 12 January 2026')
    expect(linksOf(after.html).map(l => l.href)).toContain(`/child/${file.code}/entry/${done(sent)}`)
    expect((await worker.get(`/child/${file.code}/entry/${done(sent)}`)).text).toContain(
      'It met: Visit to a looked',
    )
    expect((await worker.get(`/child/${file.code}`)).text).toContain(`due ${longDay(day('2026-04-20'))}`)
  })

  test('that is not late needs no reason, and one that does not run is not there', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const clock = `/child/${file.code}/clock/dental-check/2027-01-05`
    const form =
      (await worker.get(at(file, 'case-note'))).forms.find(f => f.names.has('_entry'))?.fields ?? {}
    const sent = await worker.raw(clock, { ...form, reason: 'Just because' })
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('This timescale is not late')
    expect((await worker.get(`/child/${file.code}/clock/dental-check/2027-01-06`)).status).toBe(404)
    expect((await worker.get(`/child/${file.code}/clock/tea/2027-01-06`)).status).toBe(404)
  })

  test('withdrawing a visit leaves the clock unmet again', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const entry = `/child/${file.code}/entry/${done(await worker.post(at(file, 'statutory-visit'), visit))}`
    const no = await worker.post(entry, { why: '' }, { button: ['_do', 'withdrawal'] })
    expect(no.problems).toEqual([{ href: '#why', text: 'Say why it should not count.' }])
    expect(idsOf(no.html).has('why')).toBe(true)
    await worker.post(entry, { why: 'Another child' }, { button: ['_do', 'withdrawal'] })
    expect((await worker.get(entry)).text).toContain('This was withdrawn')
    expect((await worker.get(`/child/${file.code}/clock/looked-after-visit/2026-01-12`)).text).toContain(
      'was due',
    )
    expect((await worker.get(entry.replace('entry', 'amend'))).status).toBe(404)
  })
})

test('a manager’s decision before the decision’s own day is refused', async () => {
  const typed = { on: '9/3/2026', decision: 'Go on', reason: 'So', next: 'Meet', by: '8/3/2026' }
  const sent = await manager.post(at(child, 'managers-decision'), typed)
  expect(sent.problems).toEqual([{ href: '#by', text: 'This is before the decision. Check both days.' }])
  expect(knownRecordType('managers-decision').permission).toBe('decide')
})
