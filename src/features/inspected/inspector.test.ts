import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf, textOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { grants } from '../../domain/access/grants.ts'
import { day } from '../../domain/kernel/day.ts'
import { pages } from '../pages.ts'

const { inspector, worker, analyst, director } = cast

const sibling = givenFile({ name: ['Teasel', 'Pebble'] })
const mine = givenFile({
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: sibling.subject.id, from: day('2026-01-05') }),
  ],
})
const others = givenFile({ name: ['Bracken', 'Vale'] })
const closed = givenFile({ name: ['Zephyrine', 'Quietly'], named: [director] })
const files = [sibling, mine, others, closed]

let app: App
let visit: Client
let staff: Client

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  visit = await app.signInAs(inspector)
  staff = await app.signInAs(director)
  const put = await staff.post(
    '/inspection/V1/sample',
    { codes: `${mine.code}\n${closed.code}` },
    { button: ['_do', 'ids'] },
  )
  expect([put.status, put.to, put.problems]).toEqual([303, '/inspection/V1/sample', []])
})
afterAll(async () => await app.close())

/** How many rows each table holds, but for the log and what counts tries. */
const counts = async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('access_log', 'session', 'throttle', 'setting', 'chain_head')`.execute(
    app.store.db,
  )
  const found: Record<string, unknown> = {}
  for (const { name } of rows) {
    const n = await sql<{
      n: string
    }>`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as n
      from ${sql.table(name)} t`.execute(app.store.db)
    found[name] = n.rows[0]?.n
  }
  return found
}

const entryOf = (code: string) =>
  files.find(f => f.code === code)?.entries.find(e => e.type === 'case-note')?.id ?? ''
const address = (path: string, code: string): string =>
  path
    .replace(':child', code)
    .replace(':entry', entryOf(code))
    .replace(':series', 'looked-after-review')
    .replace(':due', '2026-02-02')
    .replace(':visit', 'V1')
    .replace(/:\w+/g, 'none')

describe('an inspector changes nothing', () => {
  test('whatever is sent to whichever page, of a sampled child too', async () => {
    const token = (await visit.get('/inspection/mine')).html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    expect(token).not.toBe('')
    const before = await counts()
    // How they themselves sign in is theirs, and is no record.
    const records = pages.filter(p => !p.path.startsWith('/account'))
    for (const page of records.filter(p => p.submit && p.path !== '/inspection/mine')) {
      for (const code of page.about === 'child' ? [mine.code, others.code] : ['none']) {
        const path = address(page.path, code)
        const sent = await visit.raw(path, {
          _csrf: token,
          _do: 'withdrawal',
          _keep: 'hand',
          why: 'My own words',
          reason: 'My own words, at length',
          about: 'My own words',
        })
        expect([403, 404], `${path}: ${sent.status}`).toContain(sent.status)
      }
    }
    expect(await counts()).toEqual(before)
  })

  test('no page that opens has a form, but for what they ask for', async () => {
    const opened: string[] = []
    for (const page of pages.filter(p => p.path !== '/inspection/mine')) {
      const path = address(page.path, mine.code)
      const seen = await visit.get(path)
      const granted = grants.some(g => g.role === 'inspector' && g.action === page.permission)
      if (!granted) expect([path, seen.status]).toEqual([path, 403])
      if (seen.status !== 200) continue
      opened.push(page.path)
      expect([path, seen.forms.flatMap(f => f.buttons.map(b => b.text))]).toEqual([path, []])
    }
    expect(opened).toContain('/child/:child/chronology')
    expect(opened).toContain('/child/:child/entry/:entry')
  })

  test('a request is the one thing they write, and it stands on the visit', async () => {
    const asked = await visit.post('/inspection/mine', { what: 'May I see the rota?', by: '11/3/2026' })
    expect(asked.to).toBe('/inspection/mine#requests')
    const seen = await staff.get('/inspection/V1/requests')
    expect(seen.text).toContain('May I see the rota?')
    const [link] = linksOf(seen.html).filter(l => l.text.startsWith('Answer it'))
    const answered = await staff.post((link?.href ?? '').replace(/#.*/, ''), {
      answer: 'It is in the office.',
    })
    expect([answered.status, answered.problems]).toEqual([303, []])
    expect((await visit.get('/inspection/mine')).text).toContain('It is in the office.')
  })
})

describe('an inspector sees the sample, and no other child', () => {
  test('from the first page to the file', async () => {
    expect((await visit.get('/')).to).toBe('/inspection/mine')
    const home = await visit.get('/inspection/mine')
    expect(home.text).toContain('Wren Pebble')
    expect(home.text).toContain('1 file of your sample is restricted')
    expect(home.html).not.toContain(closed.code)
    expect((await visit.get(`/child/${mine.code}`)).status).toBe(200)
    for (const f of [others, sibling, closed]) expect((await visit.get(`/child/${f.code}`)).status).toBe(403)
    expect((await visit.get('/find?q=wren')).status).toBe(403)
  })

  test('a brother or sister is not in the sample, on every page of the file', async () => {
    for (const path of [
      '',
      '/family',
      '/chronology',
      '/record',
      '/chronology/print',
      '/handover',
      '/department',
    ]) {
      const { status, html } = await visit.get(`/child/${mine.code}${path}`)
      expect([path, status]).toEqual([path, 200])
      expect(textOf(html), path).not.toContain('Teasel')
      expect(html, path).not.toContain(sibling.code)
    }
    expect((await visit.get(`/child/${mine.code}/family`)).text).toContain('A child who is not in the sample')
  })

  test('a reason opens nothing, and none is kept', async () => {
    const seen = await visit.get(`/child/${mine.code}/reason`)
    expect([seen.status, seen.text.includes('A reason opens no file to your role')]).toEqual([403, true])
  })

  test('a restricted file only where they are named on it', async () => {
    const late = givenFile({ named: [director, inspector], name: ['Ash', 'Moor'] })
    await app.write([late.subject], late.entries)
    expect((await visit.get(`/child/${late.code}`)).status).toBe(200)
  })

  test('what was not switched on is not there; what is, is', async () => {
    expect((await visit.get('/inspection/mine/plan')).status).toBe(404)
    expect((await visit.get('/inspection/mine/lists/file?list=all')).status).toBe(404)
    await staff.post(
      '/inspection/V1',
      { shown: ['plan', 'lists', 'figures', 'self-evaluation', 'documents'] },
      { button: ['_do', 'shown'] },
    )
    for (const what of ['plan', 'lists', 'figures', 'self-evaluation', 'documents'])
      expect([what, (await visit.get(`/inspection/mine/${what}`)).status]).toEqual([what, 200])
    await staff.post('/inspection/V1', { shown: [] }, { button: ['_do', 'shown'] })
    expect((await visit.get('/inspection/mine/plan')).status).toBe(404)
  })

  test('a file taken out is closed at once', async () => {
    const put = await staff.post('/inspection/V1/sample', { codes: others.code }, { button: ['_do', 'ids'] })
    expect(put.status).toBe(303)
    expect((await visit.get(`/child/${others.code}`)).status).toBe(200)
    const page = await staff.get('/inspection/V1/sample')
    const form = page.forms.find(f => f.fields.child === others.subject.id)
    await staff.raw('/inspection/V1/sample', {
      ...form?.fields,
      _csrf: page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? '',
      _do: 'remove',
    })
    expect((await visit.get(`/child/${others.code}`)).status).toBe(403)
  })
})

describe('everything is on the log', () => {
  test('as a table and as a file, with restricted files unnamed to whoever may not see them', async () => {
    const ready = await app.signInAs(analyst)
    const seen = await ready.get('/inspection/V1/log')
    expect(seen.text).toContain(`${inspector.name} this child now ${mine.code} Yes`)
    expect(seen.text).toContain('A restricted file')
    expect(seen.html).not.toContain(closed.code)
    const file = await ready.get('/inspection/V1/log.csv')
    expect(file.html).toContain(`"this child now","${mine.code}","Yes"`)
    expect((await staff.get('/inspection/V1/log')).html).toContain(closed.code)
    expect((await (await app.signInAs(worker)).get('/inspection/V1/log')).status).toBe(403)
  })
})
