import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { cast } from '../../../test/support/people.ts'
import { pages } from '../pages.ts'

/** Words that stand in a file of an allegation and nowhere else. */
const secrets = ['Quentin', 'Ashgrove', 'Fernbank', 'caretaking', 'shoved']

let app: App
let officer: Client
let file = ''
beforeAll(async () => {
  app = await appWith()
  officer = await app.signInAs(cast.officer)
})
afterAll(async () => await app?.close())

const told = {
  received: '9/3/2026',
  learned: '6/3/2026',
  from: 'employer',
  teller: 'The head teacher',
  adult: 'Quentin Ashgrove',
  sector: 'education',
  employer: 'Fernbank School',
  post: 'Does the caretaking',
  what: 'He shoved a pupil.',
  children: 'AB12CD',
}
const record = async (type: string, fields: Record<string, string | string[]>): Promise<Seen> =>
  await officer.post(`${file}/record/allegation-${type}`, fields)

describe('a designated officer', () => {
  test('begins with the list, which says what to do where it is empty', async () => {
    const home = await officer.get('/')
    expect(home.to).toBe('/allegations')
    expect((await officer.get('/allegations')).text).toContain(
      'No allegation is open. When you are told of one',
    )
  })

  test('writes down what was told, and is told what is missing', async () => {
    const again = await officer.post('/allegations/new', { ...told, adult: '', children: 'the twins!' })
    expect(again.problems.map(p => p.href)).toEqual(['#adult', '#children'])
    const late = await officer.post('/allegations/new', {
      ...told,
      learned: '10/3/2026',
      received: '9/3/2026',
    })
    expect(late.problems.map(p => p.href)).toEqual(['#learned'])
    const page = await officer.get('/allegations/new')
    const sent = await officer.send(page, '/allegations/new', told)
    expect(sent.to).toBe('/allegations/file/A-1')
    // The same form sent twice is one file.
    expect((await officer.send(page, '/allegations/new', told)).to).toBe('/allegations/file/A-1')
    file = '/allegations/file/A-1'
    const seen = await officer.get(file)
    expect(seen.text).toContain('Decide whether it meets the threshold')
    expect(seen.text).toContain('Designated officer told: done 9 March 2026, in time')
    expect(seen.text).toContain('Procedures of safeguarding partnerships')
    expect(seen.text).toContain('Not known')
  })

  test('decides on the threshold with a reason, and only then has an outcome to give', async () => {
    expect((await officer.get(`${file}/record/allegation-outcome`)).status).toBe(403)
    const blank = await record('considered', { on: '9/3/2026', meets: 'yes' })
    expect(blank.problems.map(p => p.href)).toEqual(['#limbs', '#reason'])
    const early = await record('considered', { on: '8/3/2026', meets: 'no', reason: 'So' })
    expect(early.problems[0]?.text).toContain('You were told of it on 9 March 2026')
    expect(
      (
        await record('considered', {
          on: '9/3/2026',
          meets: 'yes',
          limbs: ['harmed'],
          reason: 'A child was hurt',
        })
      ).to,
    ).toBe(`${file}#written`)
    expect((await officer.get(file)).text).toContain('Review it')
  })

  test('writes meetings, actions and that they are done', async () => {
    await record('meeting', { on: '10/3/2026', kind: 'management', present: 'All', said: 'Much' })
    await record('action', { what: 'Hear the pupil', who: 'The school', due: '20/3/2026' })
    const href = (await officer.get(file)).html.match(/href="([^"]+\/action\/[^"]+)"/)?.[1] ?? ''
    const done = await officer.post(href, { on: '10/3/2026', words: 'Heard' })
    expect(done.to).toBe(`${file}#written`)
    const seen = await officer.get(file)
    expect(seen.html).not.toContain(href)
    expect(seen.text).toContain('Heard')
  })

  test('corrects what was written, with the reason; the first entry can’t be taken out', async () => {
    const amend =
      (await officer.get(file)).html.match(/href="([^"]+\/amend\/[^"]+)"/g)?.map(h => h.slice(6, -1)) ?? []
    const [last = '', ...others] = amend
    expect((await officer.post(last, { _out: '' }, { button: ['_do', 'out'] })).problems[0]?.href).toBe(
      '#_out',
    )
    await officer.post(last, { _out: 'Another file' }, { button: ['_do', 'out'] })
    expect((await officer.get(file)).text).toContain('Taken out')
    const first = others.at(-1) ?? ''
    expect((await officer.post(first, { born: '2/1/1980' })).problems[0]?.href).toBe('#_why')
    await officer.post(first, { born: '2/1/1980', _why: 'Now known' })
    expect((await officer.get(file)).text).toContain('2 January 2048')
    const form = (await officer.get(first)).forms.find(f => f.names.has('_why'))
    const out = await officer.raw(first, { ...form?.fields, _do: 'out', _out: 'x' })
    expect(out.status).toBe(403)
  })

  test('finds a file by a name, which stands in no address', async () => {
    const found = await officer.post('/allegations', { words: 'ashgrove fern' })
    expect(found.text).toContain('A-1')
    expect((await officer.post('/allegations', { words: 'Nobody' })).text).toContain('No file has “Nobody”')
  })

  test('is told of the year, and the files behind each figure are one step away', async () => {
    const seen = await officer.get('/allegations/figures')
    expect(seen.text).toContain('1 allegation was told of in this time, 0 of them later')
    expect(seen.html).toContain('href="/allegations/file/A-1"')
    expect((await officer.get('/allegations/figures?from=soon')).problems[0]?.href).toBe('#from')
  })

  test('sees who opened the file', async () => {
    expect((await officer.get(file)).text).toContain(cast.officer.name)
  })

  test('brings it to an outcome; what is over is taken up again with a reason', async () => {
    await record('outcome', {
      on: '10/3/2026',
      outcome: 'unfounded',
      reason: 'So',
      employer: 'Nothing',
      told: 'All',
    })
    expect((await officer.get('/allegations')).text).toContain('No allegation is open')
    expect((await officer.get('/allegations?show=closed')).text).toContain('Ashgrove')
    expect((await officer.get(`${file}/record/allegation-meeting`)).status).toBe(403)
    await record('reopened', { on: '10/3/2026', why: 'Another pupil spoke' })
    expect((await officer.get('/allegations')).text).toContain('Being managed')
  })

  test('opens no file of a child', async () => {
    for (const path of ['/find', '/desk', '/digest', '/decisions', '/log', '/rights', '/staff'])
      expect((await officer.get(path)).status, path).toBe(403)
  })
})

describe('everybody else', () => {
  const others = Object.values(cast).filter(v => v.role !== 'designated-officer')
  const open = pages.filter(p => p.about === 'nobody' && !p.path.includes(':')).map(p => p.path)

  test.each(others.map(v => [v.role, v] as const))('%s: is refused, and told nothing', async (_, v) => {
    const client = await app.signInAs(v)
    for (const path of [
      '/allegations',
      '/allegations/new',
      '/allegations/figures',
      file,
      `${file}/record/allegation-note`,
    ])
      expect((await client.get(path)).status, path).toBe(403)
  })

  // What somebody types stands in the log, so it is typed otherwise than it is written.
  const asked = ['/find?q=ASHGROVE', '/find?q=quentin', '/decisions?q=SHOVED', '/log?kind=all', '/log/file']
  const has = async (who: Client, paths: readonly string[]) => {
    const found: string[] = []
    for (const path of paths) {
      const { html } = await who.get(path)
      for (const s of secrets) if (html.includes(s)) found.push(`${s} at ${path}`)
    }
    return found
  }

  test('a director: no page, list, search or file has a word of it', async () => {
    expect(await has(await app.signInAs(cast.director), [...open, ...asked])).toEqual([])
  })

  test.each(['worker', 'manager', 'auditor', 'analyst', 'administrator'] as const)(
    '%s: nothing that they ask for has a word of it',
    async who => {
      expect(
        await has(await app.signInAs(cast[who]), ['/', ...asked, '/rights/retention', '/staff']),
      ).toEqual([])
    },
  )

  test('an auditor is told that a restricted file was opened, and not which', async () => {
    const { text } = await (await app.signInAs(cast.auditor)).get(`/log?who=${cast.officer.id}`)
    expect(text).toContain('A restricted file')
    expect(text).toContain('the file of an allegation')
    expect(text).not.toContain('A-1')
  })

  test('the tables that others search hold nothing of it but days', async () => {
    const { id } = await app.store.db
      .selectFrom('subject')
      .select('id')
      .where('kind', '=', 'allegation')
      .executeTakeFirstOrThrow()
    const happenings = await app.store.db
      .selectFrom('happening')
      .selectAll()
      .where('subject', '=', id)
      .execute()
    expect(happenings).toEqual([])
    const spells = await app.store.db.selectFrom('spell').select('facts').where('subject', '=', id).execute()
    expect(spells.length).toBeGreaterThan(2)
    expect(spells.every(s => JSON.stringify(s.facts) === '{}')).toBe(true)
  })
})
