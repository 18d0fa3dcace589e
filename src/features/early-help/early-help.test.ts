import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entries, subjects, TODAY } from '../../../test/support/early-help.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { missingMarks } from '../../domain/early-help/quality.ts'
import { register } from '../../store/queries/early-help.ts'

let app: App
let worker: Client
let manager: Client
beforeAll(async () => {
  app = await appWith(subjects, entries)
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const rowOf = (html: string, name: string) => rowsOf(html).find(r => r[0]?.startsWith(`${name} Fold`))

describe('the register', () => {
  test('says who leads, when the team met and meets, and what is missing', async () => {
    const { html, text } = await worker.get('/early-help')
    expect(rowOf(html, 'Calm')?.slice(1)).toEqual([
      'Marsh Lane Primary',
      'Bo Reed',
      '8 February 2026',
      '28 February 2026',
      '30 March 2026',
      'Nothing missing',
    ])
    expect(rowOf(html, 'Fresh')).toEqual(
      expect.arrayContaining(['Health centre', 'TBC 01632 960 004', 'Not yet', '19 March 2026']),
    )
    expect(rowOf(html, 'Fresh')?.at(-1)).toBe('missing: a lead professional by name; who does what; by when')
    expect(rowOf(html, 'Late')?.[5]).toBe('Was planned for 29 January 2026')
    expect(rowOf(html, 'Down')).toEqual(expect.arrayContaining(['Social care', 'Cy Dale cy@example.org']))
    for (const gone of ['Upped', 'Ended', 'Again']) expect(rowOf(html, gone)).toBeUndefined()
    expect(text).toContain('One child was stepped up, and no referral has followed')
  })

  test('a restricted child is as if not there; a confidential beginning is told to those who may open the file', async () => {
    for (const client of [worker, manager]) {
      const { text } = await client.get('/early-help')
      expect(text).not.toContain('Zephyrine')
      expect(text).toContain('5 children have early help now')
    }
    const named = await (await app.signInAs(cast.reviewer)).get('/early-help')
    expect(rowOf(named.html, 'Zephyrine')).toBeDefined()
    const seen = await worker.get('/early-help')
    expect(rowOf(seen.html, 'Quiet')?.slice(1, 3)).toEqual(['Confidential', 'Nobody named'])
    expect(seen.text).not.toContain('Whispers')
    expect(rowOf((await manager.get('/early-help')).html, 'Quiet')?.[1]).toBe('Whispers')
  })

  test.each([
    ['?look=passed', ['Late']],
    ['?look=quiet', ['Late']],
    ['?q=marsh+reed', ['Calm']],
    ['?q=%25', []],
    ['?look=nonsense&q=dale', ['Down']],
  ])('narrowed by %s', async (query, names) => {
    const { html } = await worker.get(`/early-help${query}`)
    const shown = rowsOf(html).flatMap(([first = '']) => /^(\w+) Fold/.exec(first)?.[1] ?? [])
    expect(shown).toEqual(names)
  })

  test('is judged by the database as by the rules themselves', async () => {
    const asked = { viewer: cast.nights, now: app.now(), today: TODAY }
    const { rows } = await register(app.store.db, asked, { words: [], look: null }, { limit: 50, offset: 0 })
    const judge = (code: string) => {
      const id = subjects.find(s => s.code === code)?.id
      const of = (type: string) => entries.findLast(e => e.subject === id && e.type === type)?.answers ?? {}
      const text = (name: string) =>
        String(
          of('early-help-meeting')[name] ??
            of('early-help-assessment')[name] ??
            of('early-help-step')[name] ??
            '',
        )
      return missingMarks({
        consent: String(of('early-help-assessment').consent ?? ''),
        lead: text('lead'),
        views: text('views'),
        plan: text('plan'),
      })
    }
    expect(rows.length).toBe(5)
    for (const r of rows) expect(r.missing, r.code).toEqual(judge(r.code))
  })

  test.each([cast.member, cast.analyst])('is not for every role', async who =>
    expect((await (await app.signInAs(who)).get('/early-help')).status).toBe(403),
  )
})
