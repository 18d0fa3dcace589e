import { describe, expect, it, test } from 'vitest'
import { invented } from '../../test/support/library.ts'
import { cast } from '../../test/support/people.ts'
import { fail } from '../domain/kernel/result.ts'
import { searchLibrary } from '../store/queries/library-search.ts'
import { shelve } from '../store/queries/library-shelve.ts'
import { toldOn } from '../store/queries/library-theme.ts'
import { projectionDigests, rebuild } from '../store/rebuild.ts'
import type { Source } from './library-load.ts'
import { readerPool } from './library-pool.ts'
import { readUploads } from './library-uploads.ts'

import { brokenFont, FILES, here, library, seed, source } from './test-library.ts'

const { app, director, load, count } = await library()

describe('an empty library', () => {
  it('says where reports are to be had, and offers to add them only to those who may', async () => {
    const seen = await director.get('/plan/library')
    expect(seen.text).toContain('reports.ofsted.gov.uk')
    expect(seen.html).toContain('href="/plan/library/load"')
    const member = await (await app.signInAs(cast.member)).get('/plan/library')
    expect([member.status, member.html.includes('href="/plan/library/load"')]).toEqual([200, false])
  })
})

describe('loading', () => {
  it('shelves what can be read, tells why of the rest, and goes on', async () => {
    const away: Source = {
      name: 'gone.pdf',
      bytes: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT' })),
    }
    const came = await load([
      source('shopping.txt', 'Bread\nMilk'),
      away,
      ...FILES.map(f => source(f, seed(f))),
      source('empty.txt', ''),
    ])
    expect(FILES.map(f => Object.keys(came.get(f) ?? {}))).toEqual(FILES.map(() => ['shelved']))
    expect(came.get('shopping.txt')).toEqual({ failed: expect.stringContaining('not an inspection report') })
    expect(came.get('gone.pdf')).toEqual({ failed: 'It is there no longer.' })
    expect(came.get('empty.txt')).toEqual({ failed: expect.stringContaining('no text') })
    expect(await count()).toBe(4)
  })

  it('loads nothing twice: not the same file, nor the same inspection from another', async () => {
    const other = `${seed('wrayburn-2014-sif.txt').toString()}\n\n`
    const came = await load([...FILES.map(f => source(f, seed(f))), source('again.txt', other)])
    const same = [...came.values()].map(c => ('same' in c ? c.same : 'other'))
    expect(same).toEqual(['file', 'file', 'file', 'file', 'report'])
    expect(await count()).toBe(4)
  })

  it('begins nothing more once it is stopped', async () => {
    expect((await load([source('a.txt', 'x')], here, () => true)).size).toBe(0)
  })

  it('keeps two of one council apart where their days are not known', async () => {
    const nameless = invented({ authority: null, inspectedTo: null, inspectedFrom: null })
    const put = (hash: string) =>
      app.store.db
        .transaction()
        .execute(tx =>
          shelve(tx, { file: 'n.pdf', hash, report: nameless }, { author: cast.analyst.id, now: app.now() }),
        )
    expect([await put('1'), await put('2')]).toEqual([{ shelved: 'L5' }, { shelved: 'L6' }])
    expect(await put('2')).toEqual({ already: 'L6', same: 'file' })
  })

  it('gives up a thread that hangs, and reads the next in another', async () => {
    const pool = readerPool(1, 0)
    const read = await pool.read('a.txt', seed('wrayburn-2014-sif.txt'))
    expect(read).toEqual(fail(expect.stringContaining('could not be read within')))
    await pool.close()
  })
})

describe('searching', () => {
  const ask = async (words: string, more = {}) => await searchLibrary(app.store.db, { words, ...more }, 1)

  it('finds words in their forms and marks them, phrases and either of two', async () => {
    const found = await ask('chronology')
    expect(found.hits.map(h => h.authority)).toContain('Tarnholt')
    expect(found.hits[0]?.shown).toMatch(/\ue000[Cc]hronologies\ue001/)
    expect((await ask('"life story"')).total).toBeGreaterThan(0)
    expect((await ask('"story life"')).total).toBe(0)
    expect((await ask('chronology or "life story"')).total).toBeGreaterThan(found.total)
  })

  test.each([
    "'; drop table library_passage; --",
    '"',
    "'",
    '!!! & | <-> :*',
    '\\',
    '%_',
    'a'.repeat(5000),
    '((((',
    '-supervision',
  ])('bears %j', async words => {
    const found = await ask(words)
    expect(found.total).toBeGreaterThanOrEqual(found.hits.length)
  })

  it('says that nothing was asked where no word can be looked for', async () => {
    expect(await ask('the of and')).toMatchObject({ total: 0, nothingAsked: true })
    expect((await director.get('/plan/library?q=the')).text).toContain('has no word that can be looked for')
  })

  it('narrows by theme, council, grade, years, framework and kind, and counts what it found', async () => {
    const all = await searchLibrary(app.store.db, {}, 1)
    const some = await searchLibrary(
      app.store.db,
      { theme: 'oversight', council: 'tarnholt', kind: 'area' },
      1,
    )
    expect(some.total).toBe(2)
    expect(some.councils).toEqual([{ code: 'tarnholt', name: 'Tarnholt', n: 2 }])
    expect(some.themes[0]).toMatchObject({ code: 'oversight', n: 2 })
    expect(all.total).toBeGreaterThan(some.total)
    const years = await searchLibrary(
      app.store.db,
      { from: 2015, to: 2015, framework: 'sif-2013', level: 3 },
      1,
    )
    expect(new Set(years.hits.map(h => h.council))).toEqual(new Set(['tarnholt']))
    expect((await searchLibrary(app.store.db, { level: 1 }, 1)).total).toBe(0)
  })

  it('is no heavier for an address that makes no sense', async () => {
    const seen = await director.get('/plan/library?theme=nothing&grade=9&from=abc&page=-1&kind=x&framework=y')
    expect([seen.status, seen.title.startsWith('Library of findings')]).toEqual([200, true])
    expect((await director.get('/plan/library?page=99999')).text).toContain('There is no page 99999')
  })
})

describe('a theme', () => {
  it('tells what each council was told, how it stood and stands, and whether it was asked again', async () => {
    const told = await toldOn(app.store.db, 'plans')
    const wrayburn = told.find(t => t.council === 'wrayburn')
    expect([wrayburn?.first.grade, wrayburn?.latest?.grade, wrayburn?.moved, wrayburn?.again]).toEqual([
      'Inadequate',
      'Requires improvement to be good',
      1,
      true,
    ])
    const seen = await director.get('/plan/library/theme/plans')
    expect(seen.text).toMatch(
      /Wrayburn 1 grade up .*Inadequate, May 2014 .*Requires improvement to be good, September 2018/,
    )
    expect((await director.get('/plan/library/theme/nothing')).status).toBe(404)
  })
})

describe('a council', () => {
  it('has its grades as a picture and a table, and what it was asked again', async () => {
    const seen = await director.get('/plan/library/council/wrayburn')
    expect(seen.text).toContain('How Wrayburn was graded')
    expect(seen.html).toContain(
      'Overall effectiveness: Inadequate on 16 May 2014, then Requires improvement to be good on 21 September 2018.',
    )
    expect(seen.text).toMatch(/Supervision of staff 2 of 2/)
    expect((await director.get('/plan/library/council/nowhere')).status).toBe(404)
  })
})

describe('a reading', () => {
  const codeOf = async (council: string, year: string) => {
    const rows = await app.store.db
      .selectFrom('library_report')
      .select(['code', 'dated'])
      .where('council', '=', council)
      .execute()
    return rows.find(r => r.dated?.startsWith(year))?.code ?? ''
  }

  it('says that nobody checked it, until somebody does; and is put right beside what was read', async () => {
    const at = `/plan/library/report/${await codeOf('tarnholt', '2024')}`
    expect((await director.get(at)).text).toContain('Read by the product, not checked')
    const nothing = await director.post(`${at}/check`, {})
    expect(nothing.problems.map(p => p.text)).toEqual([expect.stringContaining('Nothing was changed')])
    const wrong = await director.post(`${at}/check`, { inspectedTo: '1/1/2024' })
    expect(wrong.problems.map(p => p.text)).toEqual([expect.stringContaining('before the inspection began')])
    const sent = await director.post(`${at}/check`, {
      authority: 'Tarnholt Council',
      'grade-5': 'Good',
      _right: 'yes',
    })
    expect(sent.to).toBe(at)
    const after = await director.follow(sent)
    expect(after.text).toContain('Checked against the report by Ivy Stone')
    expect(after.text).toMatch(/Overall effectiveness Overall Good/)
    expect((await director.get('/plan/library/council/tarnholt')).text).toContain('then Good on 24 May 2024')
  })

  it('is for everybody to read, and for those who may change the plan to correct', async () => {
    const at = `/plan/library/report/${await codeOf('wrayburn', '2018')}`
    const member = await app.signInAs(cast.member)
    for (const path of [
      at,
      '/plan/library?q=plans',
      '/plan/library/theme/plans',
      '/plan/library/council/wrayburn',
    ])
      expect((await member.get(path)).status, path).toBe(200)
    for (const path of [`${at}/check`, '/plan/library/load'])
      expect((await member.get(path)).status, path).toBe(403)
    expect((await (await app.signInAs(cast.inspector)).get('/plan/library')).status).toBe(403)
    expect((await director.get('/plan/library/report/L999')).status).toBe(404)
  })
})

describe('reports sent on the page', () => {
  it('wait, are read in a thread by the job, and say what came of them', async () => {
    const sent = await director.post(
      '/plan/library/load',
      {},
      {
        files: [
          {
            field: 'reports',
            name: 'cobblewick.txt',
            bytes: brokenFont(seed('cobblewick-2022-ilacs.txt').toString()),
          },
          { field: 'reports', name: 'wrayburn.txt', bytes: seed('wrayburn-2014-sif.txt') },
          { field: 'reports', name: 'list.txt', bytes: 'Bread\nMilk' },
        ],
      },
    )
    const waiting = await director.follow(sent)
    expect(waiting.text).toContain('0 of 3 read')
    expect(waiting.html).toContain('http-equiv="refresh"')
    expect(await readUploads(app.store, app.now, () => readerPool(1))).toBe(3)
    const done = await director.get('/plan/library/load')
    expect(done.html).not.toContain('http-equiv="refresh"')
    expect(done.text).toContain('3 of 3 read, 1 of them could not be')
    expect(done.text).toMatch(/list\.txt Not read\. This is not an inspection report/)
    // Sent at one moment, they stand in any order.
    expect(done.text).toMatch(/wrayburn\.txt The same file is here\./)
    expect(done.text).toMatch(/cobblewick\.txt Read\. Open report L7/)
    const kept = await app.store.db.selectFrom('library_upload').select('bytes').execute()
    expect(kept.every(k => k.bytes === null)).toBe(true)
    expect(await readUploads(app.store, app.now, () => here)).toBe(0)
  })

  it('asks for a file where none came', async () => {
    const sent = await director.post(
      '/plan/library/load',
      {},
      { files: [{ field: 'reports', name: 'a.txt', bytes: '' }] },
    )
    expect(sent.problems.map(p => p.text)).toEqual([expect.stringContaining('Choose one report or several')])
  })
})

describe('beside our own plan', () => {
  it('stands what others were told on the same themes, its words marked', async () => {
    const own = seed('../eastmere-report.txt').toString()
    expect((await director.post('/plan/load', { pasted: own })).to).toBe('/plan/inspection/I1')
    const seen = await director.get('/plan/library/beside/I1/2')
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('We were told: see that a manager')
    expect(seen.text).toMatch(/What others were told.*Tarnholt/)
    expect(seen.html).toContain('<mark class="gt-library__mark">')
    expect((await director.get('/plan/library/beside/I1/99')).status).toBe(404)
  })
})

describe('the tables of the library', () => {
  it('are the same when they are folded again', async () => {
    const before = await projectionDigests(app.store.db)
    expect(before.library_passage).toHaveLength(32)
    await app.store.db.transaction().execute(tx => rebuild(tx))
    expect(await projectionDigests(app.store.db)).toEqual(before)
  })
})
