import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { day } from '../../domain/kernel/day.ts'
import { newId } from '../../store/ids.ts'
import { readEntries } from '../../store/ledger.ts'
import { allegationByCode } from '../../store/queries/allegations.ts'
import { verify } from '../../store/verify.ts'
import { pages } from '../pages.ts'

const deputy = { ...cast.officer, id: newId('2020-01-01T00:00:00.000Z' as Instant), name: 'Ness Harrow' }

/** An allegation told of on a day, and over the day after; the adult is of a name that stands nowhere else. */
function over(code: string, name: string, received: string, born: string | null) {
  const subject = givenSubject('allegation', code)
  const told = {
    received: day(received),
    learned: day(received),
    from: 'employer',
    teller: 'The head',
    adult: `${name} Grimthwaite`,
    sector: 'education',
    employer: 'Owlpen School',
    post: 'Porter',
    what: 'He shouted.',
    ...(born === null ? {} : { born: day(born) }),
  }
  const decided = { on: day(received), meets: false, reason: 'So' }
  const entries = [
    given(subject.id, 'allegation-received', told),
    given(subject.id, 'allegation-considered', decided),
  ]
  return { subject, entries }
}
// Today is 10 March 2026.
const files = {
  goes: over('A-1', 'Amberley', '2010-03-01', '1950-05-05'),
  stays: over('A-2', 'Bredon', '2020-03-01', '1940-05-05'),
  leap: over('A-3', 'Corvin', '2016-02-29', '1950-05-05'),
  unknown: over('A-4', 'Dunstan', '2001-03-01', null),
  again: over('A-5', 'Edred', '2005-03-01', '1940-05-05'),
  young: over('A-6', 'Fulke', '2025-03-01', null),
}

let app: App
let officer: Client
let other: Client
let director: Client
beforeAll(async () => {
  app = await appWith(
    Object.values(files).map(f => f.subject),
    Object.values(files).flatMap(f => f.entries),
  )
  const role = { from: day('2024-01-08'), name: deputy.name, role: deputy.role, working: true }
  await app.write([{ id: deputy.id, kind: 'worker', code: 'W99' }], [given(deputy.id, 'staff-details', role)])
  officer = await app.signInAs(cast.officer)
  other = await app.signInAs(deputy)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app?.close())

const AGREE = { outcome: 'agreed', why: 'I read it, and agree' }
const KEEP = { child: 'a-1', reason: 'claim', askedBy: 'A solicitor', from: '10/3/2026', words: 'A claim' }
const place = ['_do', 'place'] as const
const propose = async (code: string, who = officer) =>
  (await who.post(`/allegations/retention/${code}`, { why: 'Read through' })).to ?? ''
const kind = async (code: string) => (await allegationByCode(app.store.db, code)) !== undefined

describe('an allegation whose time is over', () => {
  test('is listed to an officer with its rule, and others are not', async () => {
    const { text } = await officer.get('/allegations/retention')
    for (const name of ['Amberley', 'Corvin', 'Edred']) expect(text).toContain(name)
    // Nobody can say when it ends: somebody finds out the date of birth.
    expect(text).toMatch(/Dunstan Grimthwaite \(A-4\) Not known/)
    for (const name of ['Bredon', 'Fulke']) expect(text).not.toContain(name)
    expect(text).toContain('Keeping Children Safe in Education 2025, paragraph 421')
    expect((await officer.get('/allegations/retention/A-2')).status).toBe(404)
    expect((await officer.get('/allegations/file/A-1')).html).toContain('/allegations/retention/A-1')
  })

  test('told of on 29 February: is kept on the last of February ten years on, and is due on 1 March', async () => {
    const now = app.now()
    const listed = async (on: string) => {
      app.at(`${on}T12:00:00.000Z`)
      const { status, text } = await (await app.signInAs(cast.officer)).get('/allegations/retention')
      return [status, text.includes('Corvin')]
    }
    const seen = [await listed('2026-02-28'), await listed('2026-03-01')]
    app.at(now)
    expect(seen).toEqual([
      [200, false],
      [200, true],
    ])
  })

  test('is held by an officer, and then may not be proposed', async () => {
    expect((await officer.get('/allegations/holds')).text).toContain('Its code, such as A-3.')
    const wrong = await officer.post('/allegations/holds', { ...KEEP, child: 'A-77' }, { button: place })
    expect(wrong.problems[0]).toMatchObject({ href: '#child' })
    expect((await officer.post('/allegations/holds', KEEP, { button: place })).to).toBe(
      '/allegations/holds#AH1',
    )
    expect((await officer.get('/allegations/retention/A-1')).text).toContain('A legal hold stands')
    expect((await officer.get('/allegations/file/A-1')).text).toContain('AH1')
    const why = { why: 'It is over' }
    expect((await officer.post('/allegations/holds', why, { button: ['_do', 'lift'] })).to).toBe(
      '/allegations/holds#AH1',
    )
  })

  test('is proposed once, and its proposer does not decide', async () => {
    const form = await officer.get('/allegations/retention/A-1')
    expect(form.text).toContain('A designated officer who did not propose it decides: Ness Harrow.')
    const at = '/allegations/retention/A-1'
    expect((await officer.send(form, at, { why: 'Read through' })).to).toBe('/allegations/disposals/AD1')
    // Another form that was open meanwhile, and the same one sent twice, lead to what was proposed.
    expect((await officer.send(form, at, { why: 'Read through' })).to).toBe('/allegations/disposals/AD1')
    expect((await other.get(at)).to).toBe('/allegations/disposals/AD1')
    const own = await officer.get('/allegations/disposals/AD1')
    expect(own.forms.some(f => f.names.has('outcome'))).toBe(false)
    const csrf = form.forms[0]?.fields._csrf ?? ''
    const raw = await officer.raw('/allegations/disposals/AD1', { ...AGREE, _csrf: csrf })
    expect([raw.status, raw.text.includes('You proposed this yourself')]).toEqual([403, true])
    expect(await kind('A-1')).toBe(true)
  })

  test('a hold set between proposing and agreeing wins: on the file, and on every file', async () => {
    await officer.post('/allegations/holds', KEEP, { button: place })
    const refused = await other.post('/allegations/disposals/AD1', AGREE)
    expect(refused.problems[0]?.text).toContain('A legal hold (AH2) stands on this file')
    await other.post('/allegations/holds', { why: 'Over' }, { button: ['_do', 'lift'] })
    const all = { scope: 'all', reason: 'inquiry', askedBy: 'An inquiry', from: '10/3/2026', words: 'All' }
    await director.post('/rights/holds', all, { button: place })
    const held = await other.post('/allegations/disposals/AD1', AGREE)
    expect(held.problems[0]?.text).toContain('A legal hold (H1) stands on this file')
    const holds = await other.get('/allegations/holds')
    expect(holds.text).toContain('H1: every file Stands')
    expect(holds.text).not.toContain('End this hold')
    await director.post('/rights/holds', { why: 'Over' }, { button: ['_do', 'lift'] })
    expect(await kind('A-1')).toBe(true)
  })

  test('taken up again between proposing and agreeing: it is kept', async () => {
    const to = await propose('A-5')
    await officer.post('/allegations/file/A-5/record/allegation-reopened', { on: '10/3/2026', why: 'New' })
    const refused = await other.post(to, AGREE)
    expect(refused.problems[0]?.text).toMatch(/not due any more\. .*the allegation is open/)
    expect((await other.get('/allegations/retention')).text).not.toContain('Edred')
    expect(await kind('A-5')).toBe(true)
  })

  test('kept for now by another: it stands with its reason, and the file stays', async () => {
    const to = await propose('A-3')
    await other.post(to, { outcome: 'kept', until: '10/3/2027', why: 'A question is open' })
    expect((await officer.get(to)).text).toContain('A question is open')
    expect((await officer.get('/allegations/retention')).text).toContain('Kept for now: AD3')
    expect(await kind('A-3')).toBe(true)
  })

  test('goes when another officer agrees: a certificate without a name stays, and every chain holds', async () => {
    const form = await officer.get('/allegations/file/A-1/record/allegation-note')
    const done = await other.post('/allegations/disposals/AD1', AGREE)
    expect(done.to).toBe('/allegations/disposals/AD1')
    for (const at of [
      '/allegations/disposals',
      '/allegations/disposals/AD1',
      '/allegations/retention',
      '/allegations/holds',
    ]) {
      const { text, status } = await other.get(at)
      expect([at, status, text.includes('Amberley')]).toEqual([at, 200, false])
    }
    const { text } = await other.get('/allegations/disposals/AD1')
    expect(text).toContain('Certificate of disposal AD1')
    expect(text).toContain('Files A-1')
    expect((await officer.get('/allegations/file/A-1')).status).toBe(404)
    expect((await officer.get('/allegations?show=all')).text).toContain('5 files')
    // A form that was open when it went writes nothing after what went.
    const late = await officer.send(form, '/allegations/file/A-1/record/allegation-note', {
      on: '10/3/2026',
      note: 'Late',
    })
    expect(late.status).toBe(404)
    expect((await readEntries(app.store.db, files.goes.subject.id)).map(e => e.type)).toEqual([
      'disposed',
      'disposed',
    ])
    expect((await verify(app.store.db)).faults).toEqual([])
  })
})

describe('everybody else', () => {
  const words = ['Grimthwaite', 'Owlpen', 'AD1', 'AH1', 'A-1 ', 'Ness Harrow: I read']
  const open = pages.filter(p => p.about === 'nobody' && !p.path.includes(':')).map(p => p.path)

  test('a director reads of no disposal or hold of one, not even by a number that is left out', async () => {
    for (const path of [...open, '/rights/disposals', '/rights/holds', '/rights/retention'].filter(
      p => !p.startsWith('/allegations'),
    )) {
      const { text } = await director.get(path)
      expect([path, words.filter(w => text.includes(w))]).toEqual([path, []])
    }
    for (const code of ['AD1', 'AD2'])
      expect((await director.get(`/rights/disposals/${code}`)).status).toBe(404)
    for (const file of ['A-1', 'A-4'])
      expect((await director.get(`/rights/retention/${file}`)).status).toBe(404)
    const hold = { scope: 'file', child: 'A-4', reason: 'other', askedBy: 'x', from: '10/3/2026', words: 'x' }
    const tried = await director.post('/rights/holds', hold, { button: place })
    expect(tried.problems[0]?.text).toBe('No child here has that ID. Check it, and enter it again.')
    // The next of theirs has the next number.
    const all = { ...hold, scope: 'all', child: '' }
    expect((await director.post('/rights/holds', all, { button: place })).to).toBe('/rights/holds#H2')
  })

  test.each(['director', 'auditor', 'analyst', 'manager', 'worker', 'administrator'] as const)(
    '%s: is refused each page',
    async who => {
      const client = await app.signInAs(cast[who])
      for (const path of ['holds', 'retention', 'retention/A-4', 'disposals', 'disposals/AD1'])
        expect([path, (await client.get(`/allegations/${path}`)).status]).toEqual([path, 403])
    },
  )

  test('an officer decides on no child’s file', async () => {
    for (const path of ['/rights/disposals', '/rights/retention', '/rights/holds'])
      expect((await officer.get(path)).status).toBe(403)
  })

  test('who reads the log is told that a restricted file was opened, and not which', async () => {
    const { text } = await (await app.signInAs(cast.auditor)).get(`/log?who=${deputy.id}`)
    expect(text).toContain('a disposal of allegations')
    expect(words.filter(w => text.includes(w))).toEqual([])
  })
})

test('where nobody else has the role, the page says so, and who gives it', async () => {
  const left = { from: day('2026-03-09'), name: deputy.name, role: deputy.role, working: false }
  await app.write([], [given(deputy.id, 'staff-details', left)])
  const { text } = await officer.get('/allegations/disposals/AD2')
  expect(text).toContain('Nobody else who works here is a designated officer. A director gives that role')
})
