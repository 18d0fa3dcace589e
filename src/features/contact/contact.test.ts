import { describe, expect, test } from 'vitest'
import type { Seen } from '../../../test/support/app.ts'
import { idsOf, linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { codeOf, publicPages, referenceOf, worry } from './test-contact.ts'

const { app, anybody, later, entriesOf, contacts } = await publicPages()

describe('somebody without an account', () => {
  test('finds the way from the sign-in page, and from the foot of every page until they are signed in', async () => {
    const links = (seen: Seen) => linksOf(seen.html).map(l => l.href)
    for (const path of ['/sign-in', '/contact', '/contact/follow'])
      expect(links(await anybody.get(path)), path).toEqual(
        expect.arrayContaining(['/contact', '/contact/follow', '/help-near-you']),
      )
    const worker = await app.signInAs(cast.worker)
    expect(links(await worker.get('/'))).not.toContain('/contact')
  })

  test('tells us about two children on one page, and is told a reference and a code', async () => {
    later()
    const page = await anybody.get('/contact')
    expect(page.status).toBe(200)
    expect(page.text).toContain(
      'ring us on 01632 960 001, and in the evening or at weekends on 01632 960 002',
    )
    const grown = await anybody.send(page, '/contact', worry, { button: ['_do', 'add'], files: [] })
    expect([grown.status, grown.title.startsWith('Error')]).toEqual([200, false])
    expect(grown.html).toContain('Seen alone in the park')
    expect(idsOf(grown.html).has('child-2')).toBe(true)
    const sent = await anybody.send(grown, '/contact', { c2_givenName: 'Fern' }, { files: [] })
    expect(sent.status).toBe(200)
    expect(codeOf(sent)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const entries = await entriesOf(referenceOf(sent))
    expect(entries.map(e => [e.type, e.author])).toEqual([
      ['contact-received', OUTSIDE],
      ['contact-child', OUTSIDE],
      ['contact-child', OUTSIDE],
    ])
    expect(entries[0]?.answers).toMatchObject({ sort: 'worry', danger: false, receivedOn: '2026-03-10' })
    expect(entries[2]?.answers).toEqual({ givenName: 'Fern' })
  })

  test('keeps every word and every file when something is missing', async () => {
    later()
    const files = [
      { field: 'documents_new', name: 'photo.png', bytes: Buffer.from('89504e470d0a1a0a00', 'hex') },
    ]
    const page = await anybody.get('/contact')
    const back = await anybody.send(page, '/contact', { ...worry, source: '' }, { files })
    expect([back.status, back.problems.map(p => p.href)]).toEqual([422, ['#source']])
    expect(back.html).toContain('Seen alone in the park')
    expect(back.text).toContain('Keep photo.png')
    const sent = await anybody.send(back, '/contact', { source: '1B' }, { files: [] })
    const [received] = await entriesOf(referenceOf(sent))
    expect(received?.answers.documents).toEqual([expect.stringMatching(/^[0-9a-f]{64} photo\.png$/)])
  })

  test('faults lead to their questions', async () => {
    later()
    const back = await anybody.post('/contact', { c1_born: '31/2/2020' })
    const ids = idsOf(back.html)
    expect(back.problems.map(p => p.href)).toEqual(
      expect.arrayContaining(['#c1_born', '#concern', '#source']),
    )
    for (const p of back.problems) expect(ids.has(p.href.slice(1)), p.href).toBe(true)
  })

  test('sent twice is one contact; the code is told again for an hour, and never after', async () => {
    later()
    const page = await anybody.get('/contact')
    const first = await anybody.send(page, '/contact', worry)
    const before = await contacts()
    const second = await anybody.send(page, '/contact', { ...worry, concern: 'Changed' })
    expect([referenceOf(second), codeOf(second)]).toEqual([referenceOf(first), codeOf(first)])
    for (let i = 0; i < 4; i += 1) later()
    const replayed = await anybody.send(page, '/contact', worry)
    expect([referenceOf(replayed), codeOf(replayed)]).toEqual([referenceOf(first), null])
    expect(replayed.text).toContain('was received before, so nothing was sent twice')
    expect(await contacts()).toBe(before)
  })

  test('two sends at the same moment are one contact', async () => {
    later()
    const page = await anybody.get('/contact')
    const before = await contacts()
    const both = await Promise.all([
      anybody.send(page, '/contact', worry),
      anybody.send(page, '/contact', worry),
    ])
    expect(new Set(both.map(referenceOf)).size).toBe(1)
    expect(await contacts()).toBe(before + 1)
  })
})

describe('bad input', () => {
  test('HTML and NUL are text, and nothing else', async () => {
    later()
    const concern = '<script>alert(1)</script>\u0000 & "quotes"'
    const back = await anybody.post('/contact', { ...worry, concern, source: '' })
    expect(back.html).not.toContain('<script>alert')
    expect(back.html).toContain('&lt;script>alert(1)')
    const sent = await anybody.send(back, '/contact', { source: '9' })
    const [received] = await entriesOf(referenceOf(sent))
    expect(received?.answers.concern).toBe('<script>alert(1)</script> & "quotes"')
  })

  test('a text of 60 KB is refused with how much too long it is, and comes back whole', async () => {
    later()
    const before = await contacts()
    const back = await anybody.post('/contact', { ...worry, concern: 'é'.repeat(61_440) })
    expect(back.problems).toEqual([
      { href: '#concern', text: 'This is 61440 characters; the most is 20000. Shorten it by 41440.' },
    ])
    expect(back.html).toContain('é'.repeat(61_440))
    expect(await contacts()).toBe(before)
  })

  test.each([
    ['a file that lies', [{ name: 'a.pdf', bytes: 'MZ' }], 'but a program is in it'],
    [
      'seven files',
      [1, 2, 3, 4, 5, 6, 7].map(n => ({ name: `${n}.txt`, bytes: `file ${n}` })),
      'These are 7 files; the most is 6',
    ],
  ])('%s', async (_, files, say) => {
    later()
    const page = await anybody.get('/contact')
    const sending = { files: files.map(f => ({ ...f, field: 'documents_new' })) }
    const back = await anybody.send(page, '/contact', worry, sending)
    expect(back.problems).toEqual([{ href: '#documents', text: expect.stringContaining(say) }])
    expect((await anybody.send(back, '/contact', {}, { files: [] })).title).toContain('We have it')
  })

  test('a form that was not whole, or carries the id of a file of another kind, writes nothing', async () => {
    later()
    const before = await contacts()
    for (const _entry of ['', 'x', cast.worker.id]) {
      const back = await anybody.raw('/contact', { ...worry, sort: 'worry', danger: 'no', _entry })
      expect([back.status, back.problems[0]?.text]).toEqual([422, expect.stringContaining('not whole')])
    }
    expect(await contacts()).toBe(before)
  })

  test('a form of another site is not read', async () => {
    later()
    const page = await anybody.get('/contact')
    const sent = await anybody.send(page, '/contact', worry, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(sent.status).toBe(403)
  })

  test('a flood from one address is asked to wait, kindly, with its words kept', async () => {
    later()
    const page = await anybody.get('/contact')
    const fields = page.forms[0]?.fields ?? {}
    let last = await anybody.raw('/contact', fields)
    for (let i = 0; i < 30; i += 1) last = await anybody.raw('/contact', { ...fields, concern: 'Flood' })
    expect([last.status, last.title]).toEqual([429, expect.stringContaining('Please wait a little')])
    expect(last.text).toContain('999')
    expect(last.text).toContain('Flood')
    later()
    expect((await anybody.raw('/contact', fields)).status).toBe(422)
  })
})
