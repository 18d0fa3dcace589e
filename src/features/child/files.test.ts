import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { givenFile } from '../../../test/support/children.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { fakeScanner } from '../../../test/support/scanner.ts'

const child = givenFile()
const other = givenFile({ name: ['Fern', 'Pebble'] })
let app: App
let worker: Client
let scanner: Awaited<ReturnType<typeof fakeScanner>>
beforeAll(async () => {
  scanner = await fakeScanner()
  app = await appWith([child.subject, other.subject], [...child.entries, ...other.entries], undefined, {
    scanner: scanner.at,
  })
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => {
  await app.close()
  scanner.server.close()
})

const at = `/child/${child.code}/record/case-note`
const note = { on: '9/3/2026', what: 'call', about: 'Rang', note: 'Spoke to the school', significant: 'no' }
const pdf = (words: string, name = 'letter.pdf') => ({
  field: 'documents_new',
  name,
  bytes: `%PDF-1.7 ${words}`,
})
const hash = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const entryOf = (seen: Seen) => /done=([\w-]+)/.exec(seen.to ?? '')?.[1] ?? `none: ${seen.text}`
const kept = async (h: string) =>
  await app.store.db.selectFrom('document').selectAll().where('hash', '=', h).execute()

describe('a file with a case note', () => {
  test('is kept, scanned, and given back as it came, never as a page', async () => {
    const sent = await worker.post(at, note, { files: [pdf('as it came', 'A “letter”.pdf')] })
    const read = await worker.get(`/child/${child.code}/entry/${entryOf(sent)}`)
    const link = linksOf(read.html).find(l => l.text === 'A “letter”.pdf')
    expect(link?.href).toBe(`/child/${child.code}/file/${hash('%PDF-1.7 as it came')}`)
    const file = await worker.get(link?.href ?? '')
    expect([file.status, file.html]).toEqual([200, '%PDF-1.7 as it came'])
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="A--letter-.pdf"; filename*=UTF-8''A%20%E2%80%9Cletter%E2%80%9D.pdf`,
    })
    expect((await kept(hash('%PDF-1.7 as it came')))[0]?.scanned).toBe('clean')
  })

  test('is still there when the form comes back with a fault, or is kept for later', async () => {
    const back = await worker.post(at, { ...note, note: '' }, { files: [pdf('with a fault')] })
    expect(back.problems.map(p => p.href)).toEqual(['#note'])
    const named = `${hash('%PDF-1.7 with a fault')} letter.pdf`
    expect(back.forms.find(f => f.names.has('note'))?.fields.documents).toBe(named)
    const later = await worker.send(back, at, { note: 'Half a note' }, { button: ['_keep', 'hand'] })
    const draft = await worker.follow(later)
    expect(draft.forms.find(f => f.names.has('note'))?.fields.documents).toBe(named)
    const sent = await worker.send(draft, at, note)
    expect((await worker.get(`/child/${child.code}/entry/${entryOf(sent)}`)).text).toContain('letter.pdf')
  })

  test('is taken away, or another added, by an amendment; both versions stay', async () => {
    const sent = await worker.post(at, note, { files: [pdf('first', 'first.pdf')] })
    const amend = `/child/${child.code}/amend/${entryOf(sent)}`
    const page = await worker.get(amend)
    const changed = { documents: [], _why: 'The wrong letter' }
    await worker.send(page, amend, changed, { files: [pdf('second', 'second.pdf')] })
    const read = await worker.get(`/child/${child.code}/entry/${entryOf(sent)}`)
    const links = linksOf(read.html).filter(l => l.href.includes('/file/'))
    expect(links.map(l => l.text)).toEqual(['second.pdf', 'first.pdf'])
    for (const l of links) expect((await worker.get(l.href)).status).toBe(200)
  })
})

describe('a file that is refused', () => {
  test.each([
    ['that lies about its kind', [pdf('', 'photo.jpg')], 'is named as a JPEG picture, but a PDF is in it'],
    ['of a kind we do not take', [pdf('', 'letter.xlsx')], 'is not a kind of file we can take'],
    ['with a virus', [pdf('VIRUS')], 'carries a virus (Test.Virus), so it was not kept'],
    [
      'that is too large',
      [{ ...pdf(''), bytes: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]) }],
      'is 10.0 MB; the most is 10 MB',
    ],
    [
      'as one of seven',
      [1, 2, 3, 4, 5, 6, 7].map(n => pdf(`of seven ${n}`, `${n}.pdf`)),
      'These are 7 files; the most is 6',
    ],
  ])('%s', async (_, files, say) => {
    const before = (await app.store.db.selectFrom('document').select('hash').execute()).length
    const back = await worker.post(at, note, { files })
    expect(back.status).toBe(422)
    expect(back.problems).toEqual([{ href: '#documents', text: expect.stringContaining(say) }])
    expect(back.html).toContain('Spoke to the school')
    expect((await app.store.db.selectFrom('document').select('hash').execute()).length).toBe(before)
  })

  test('all together more than the server takes', async () => {
    const large = Buffer.alloc(9 * 1024 * 1024, 'a')
    const page = await worker.get(at)
    const files = [1, 2, 3, 4].map(n => ({ ...pdf('', `${n}.txt`), bytes: large }))
    const back = await worker.send(page, at, note, { files })
    expect([back.status, back.text]).toEqual([413, expect.stringContaining('The most is 30 MB')])
  })

  test('while the scanner is away: nothing is kept, no word is lost', async () => {
    const away = await fakeScanner('database reload. ERROR')
    const here = await appWith([child.subject], child.entries, undefined, { scanner: away.at })
    const me = await here.signInAs(cast.worker)
    const back = await me.post(at, note, { files: [pdf('not scanned')] })
    expect(back.problems[0]?.text).toContain('the checker does not answer just now')
    expect(back.html).toContain('Spoke to the school')
    expect(await here.store.db.selectFrom('document').selectAll().execute()).toEqual([])
    expect((await me.send(back, at, note)).status).toBe(303)
    await here.close()
    away.server.close()
  })

  test('that a form only claims to have been kept', async () => {
    const claimed = `${'0123456789abcdef'.repeat(4)} secret.pdf`
    const sent = await worker.raw(at, {
      ...(await worker.get(at)).forms.find(f => f.names.has('note'))?.fields,
      ...note,
      documents: claimed,
    })
    expect((await worker.get(`/child/${child.code}/entry/${entryOf(sent)}`)).text).not.toContain('secret.pdf')
  })
})

describe('who may have a file', () => {
  test('of a confidential entry: only who may read the entry', async () => {
    const files = [pdf('for few eyes')]
    const sent = await worker.post(at, { ...note, _confidential: 'yes' }, { files })
    expect(sent.status).toBe(303)
    const path = `/child/${child.code}/file/${hash('%PDF-1.7 for few eyes')}`
    expect((await worker.get(path)).status).toBe(200)
    const stranger = await app.signInAs(cast.stranger)
    expect((await stranger.get(path)).status).toBe(403)
    await stranger.post(`/child/${child.code}/reason`, { reason: 'Asked by the court on the telephone' })
    expect((await stranger.get(`/child/${child.code}`)).status).toBe(200)
    expect((await stranger.get(path)).status).toBe(404)
  })

  test('of another child: not by this child’s address', async () => {
    await worker.post(`/child/${other.code}/record/case-note`, note, { files: [pdf('of Fern')] })
    expect((await worker.get(`/child/${child.code}/file/${hash('%PDF-1.7 of Fern')}`)).status).toBe(404)
    expect((await worker.get(`/child/${other.code}/file/${hash('%PDF-1.7 of Fern')}`)).status).toBe(200)
  })

  test('that is not there, or no hash at all', async () => {
    for (const h of ['0'.repeat(64), 'x', '..%2F..%2Fetc%2Fpasswd'])
      expect((await worker.get(`/child/${child.code}/file/${h}`)).status).toBe(404)
  })
})
