import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { readEntries } from '../../store/ledger.ts'

const event = (id: string, on: string, what: string, detail?: string) =>
  given(id, 'significant-event', {
    on: day(on),
    what,
    source: 'Health visitor’s notes',
    ...(detail ? { detail } : {}),
  })
const sister = (id: string, child: string) => given(id, 'relationship', { kind: 'sibling', child })

const fern = givenFile({
  code: 'FERN0001',
  name: ['Fern', 'Pebble'],
  more: id => [event(id, '2018-02-03', 'Police came'), event(id, '2019-02-03', 'Fern was burnt')],
})
const ash = givenFile({
  code: 'AWAY0001',
  name: ['Ash', 'Pebble'],
  worker: cast.stranger,
  more: id => [event(id, '2018-05-05', 'Ash ran away')],
})
const yew = givenFile({
  code: 'HIDE0001',
  name: ['Yew', 'Pebble'],
  named: [cast.director],
  more: id => [event(id, '2018-06-06', 'Yew hid')],
})
const wren = givenFile({
  code: 'WREN0001',
  more: id => [
    event(id, '2016-05-06', 'Broke an arm', 'Nobody could say how'),
    event(id, '2018-02-03', 'Police came'),
    ...[fern, ash, yew].map(s => sister(id, s.subject.id)),
  ],
})
const chooser = givenFile({ code: 'PICK0001', more: id => [event(id, '2016-05-06', 'Fell off a <swing>')] })

let app: App
let worker: Client
beforeAll(async () => {
  const files = [wren, fern, ash, yew, chooser]
  app = await appWith(subjectsOf(files), entriesOf(files))
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const at = '/child/WREN0001/chronology'
const row = (html: string, words: string) => rowsOf(html).find(r => r.some(c => c.includes(words)))
const looksAt = async (subject: string) =>
  await app.store.db
    .selectFrom('access_log')
    .select(['page', 'allowed', 'viewer'])
    .where('subject', '=', subject)
    .execute()

describe('the chronology of a child', () => {
  test('has the age, the meaning and the source of each event, before the referral too', async () => {
    const page = await worker.get(at)
    const broke = row(page.html, 'Broke an arm')
    expect(broke?.slice(0, 3)).toEqual([
      '6 May 2016',
      '2 years',
      expect.stringContaining('Nobody could say how'),
    ])
    expect(
      linksOf(page.html).some(
        l => l.href.startsWith('/child/WREN0001/entry/') && l.text === 'Significant event',
      ),
    ).toBe(true)
    expect(linksOf(page.html).map(l => l.href)).toContain('/child/WREN0001/record/significant-event')
  })

  test('points out where nothing is recorded for long', async () => {
    const words = 'Nothing significant recorded between 6 May 2016 and 3 February 2018'
    expect((await worker.get(at)).text).toContain(words)
    expect((await worker.get(`${at}?months=24`)).text).not.toContain(words)
    const newest = (await worker.get(`${at}?order=new`)).text
    expect(newest.indexOf(words)).toBeGreaterThan(newest.indexOf('Police came'))
  })

  test('can be of some days or of one kind; a day that is none is said beside its box', async () => {
    const some = await worker.get(`${at}?from=1/1/2017&to=31/12/2018`)
    expect(some.text).toContain('Police came')
    expect(some.text).not.toContain('Broke an arm')
    const kind = await worker.get(`${at}?kind=significant-event`)
    expect(row(kind.html, 'Broke an arm')).toBeDefined()
    expect(rowsOf(kind.html).some(r => r[2] === 'Became looked after')).toBe(false)
    expect(kind.text).not.toContain('Nothing significant recorded between')
    expect((await worker.get(`${at}?from=soon`)).problems.map(p => p.href)).toEqual(['#from'])
    expect((await worker.get(`${at}?from=1/1/2030`)).text).toContain(
      'Nothing significant is recorded for what you chose',
    )
  })
})

describe('together with brothers and sisters', () => {
  test('each line says whose it is and how old each was; the same on one day is one line', async () => {
    const page = await worker.get(`${at}?with=FERN0001`)
    expect(row(page.html, 'Fern was burnt')?.[1]).toBe('Wren: 4 yearsFern: 4 years')
    expect(row(page.html, 'Fern was burnt')?.[3]).toBe('Fern')
    expect(rowsOf(page.html).filter(r => r.some(c => c === 'Police came'))).toHaveLength(1)
    expect(row(page.html, 'Police came')?.[3]).toBe('Wren, Fern')
  })

  test('their own file tells who read it, and why', async () => {
    await worker.get(`${at}?with=FERN0001`)
    expect(await looksAt(fern.subject.id)).toContainEqual({
      page: 'chronology, with that of WREN0001',
      allowed: true,
      viewer: cast.worker.id,
    })
  })

  test('whose file is closed or restricted is not offered, and can’t be asked for', async () => {
    const page = await worker.get(`${at}?with=AWAY0001&with=HIDE0001&with=FERN0001`)
    expect(page.html).not.toContain('value="AWAY0001"')
    expect(page.html).not.toContain('value="HIDE0001"')
    expect(page.text).toContain('Fern was burnt')
    expect(page.text).not.toContain('Ash ran away')
    expect(page.text).not.toContain('Yew')
    expect(page.text).toContain('Not shown here: AWAY0001, HIDE0001.')
    expect((await worker.get(`${at}?with=NOBODY99`)).text).toContain('Not shown here: NOBODY99.')
  })

  test('who is no brother or sister is not shown, though the file may be opened', async () => {
    expect((await worker.get(`${at}?with=PICK0001`)).text).not.toContain('Fell off')
  })
})

describe('a choice', () => {
  const noteId = chooser.entries.find(e => e.type === 'case-note')?.id
  const eventId = chooser.entries.find(e => e.type === 'significant-event')?.id
  const here = '/child/PICK0001/chronology'

  test('to leave out needs a reason, and can be read there with who chose', async () => {
    const path = `${here}/choose/${eventId}`
    const blank = await worker.post(path, { why: ' ' })
    expect([blank.status, blank.problems.map(p => p.href)]).toEqual([422, ['#why']])
    expect((await worker.post(path, { why: 'No <harm> came of it' })).to).toBe(here)
    expect((await worker.get(here)).text).not.toContain('Fell off')
    const out = await worker.get(`${here}?view=out`)
    expect(rowsOf(out.html)[1]?.[2]).toBe('No <harm> came of it (Amy Thistle)')
    expect(out.html).not.toContain('<harm>')
  })

  test('to put in is made where it is left out, in a line of its own, and led to from the entry', async () => {
    const entry = await worker.get(`/child/PICK0001/entry/${noteId}`)
    expect(linksOf(entry.html).map(l => l.href)).toContain(`${here}/choose/${noteId}`)
    const out = await worker.get(`${here}?view=out`)
    expect(row(out.html, 'Rang the school')?.[2]).toBe('This kind of record is not significant by itself')
    const form = out.forms.find(f => f.is.action?.endsWith(`choose/${noteId}`))
    expect(form).toBeDefined()
    const sent = await worker.raw(`${here}/choose/${noteId}`, {
      ...form?.fields,
      why: 'First sign',
      line: 'School was worried',
    })
    expect(sent.to).toBe(`${here}?view=out`)
    const page = await worker.get(here)
    expect(row(page.html, 'School was worried')?.[2]).toContain('First sign')
    const again = await worker.raw(`${here}/choose/${noteId}`, {
      ...form?.fields,
      why: 'First sign',
      line: 'School was worried',
    })
    expect(again.status).toBe(303)
    const choices = (await readEntries(app.store.db, chooser.subject.id)).filter(
      e => e.type === 'chronology-choice',
    )
    expect(choices.map(c => c.amends)).toEqual([eventId, noteId])
  })

  test('is not for who may only read', async () => {
    const director = await app.signInAs(cast.director)
    expect((await director.get(`${here}/choose/${eventId}`)).status).toBe(403)
    expect((await director.get(here)).html).not.toContain('/choose/')
  })
})

describe('for court', () => {
  test('is numbered, says of whom, when and by whom, can be signed, and is logged as a print', async () => {
    const sent = await worker.get(`${at}?print=court&with=FERN0001`)
    expect(sent.to).toBe('/child/WREN0001/chronology/print?with=FERN0001')
    const page = await worker.follow(sent)
    expect(page.status).toBe(200)
    for (const words of [
      'Thimble Council',
      'Wren Pebble, child ID WREN0001',
      '10 March 2026 at 12:00',
      'Amy Thistle, Social worker',
      'Signed',
    ])
      expect(page.text).toContain(words)
    const first = row(page.html, 'Broke an arm')
    expect(first?.slice(0, 5)).toEqual([
      '1',
      '6 May 2016',
      expect.stringContaining('2 years'),
      'Wren: Broke an arm',
      'Nobody could say how',
    ])
    expect(first?.[5]).toContain('Significant event: Health visitor’s notes. Recorded by')
    expect(row(page.html, 'Nothing significant recorded')?.[0]).toBe('')
    for (const file of [wren, fern])
      expect(
        (await looksAt(file.subject.id)).map(l => l.page).some(p => p.startsWith('print of the chronology')),
      ).toBe(true)
  })

  test('is a Word document that opens, with the same lines', async () => {
    const reply = await app.server.inject({
      url: `${at.replace('chronology', 'chronology.docx')}?with=FERN0001`,
      headers: { cookie: `gt=${worker.token}` },
    })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-disposition']).toContain('WREN0001')
    const zip = await JSZip.loadAsync(reply.rawPayload)
    const body = (await zip.file('word/document.xml')?.async('string')) ?? ''
    for (const words of [
      'Broke an arm',
      'Fern was burnt',
      'Nobody could say how',
      'Thimble Council',
      'Printed by',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('Ash ran away')
    expect(body).toMatch(/<w:tblHeader/)
    expect(await zip.file('word/footer1.xml')?.async('string')).toContain('NUMPAGES')
    expect((await looksAt(wren.subject.id)).map(l => l.page)).toContain('chronology as a Word document')
  })
})
