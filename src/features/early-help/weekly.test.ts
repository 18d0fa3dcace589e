import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entries, subjects } from '../../../test/support/early-help.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'

let app: App
let worker: Client
let manager: Client
let nights: Client
beforeAll(async () => {
  app = await appWith(subjects, entries)
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
  nights = await app.signInAs(cast.nights)
})
afterAll(async () => await app.close())

describe('the weekly meeting', () => {
  test('speaks of these children, and says why', async () => {
    const { text, html, headings } = await manager.get('/early-help/meeting')
    const names = headings.flatMap(h => /^(\w+) Fold/.exec(h)?.[1] ?? [])
    expect(names).toEqual(['Again', 'Down', 'Fresh', 'Late', 'Upped'])
    for (const why of [
      '2 contacts in the last twelve weeks',
      'Stepped down from social care on 7 March 2026',
      'New: since 8 March 2026',
      'The meeting planned for 29 January 2026 has passed, and none is recorded',
      'No meeting of the team around the child yet',
      'Stepped up to social care on 5 March 2026',
    ])
      expect(text).toContain(why)
    expect(text).not.toContain('Zephyrine')
    expect(linksOf(html).map(l => l.href)).toContain('/early-help/meeting?child=FRESH111#child-FRESH111')
  })

  test('a decision is written from the agenda, on the child’s file, once', async () => {
    const page = await manager.get('/early-help/meeting?child=FRESH111')
    const fields = {
      decision: 'The nurse leads',
      reason: 'She knows the family best.',
      next: 'School asks her this week.',
    }
    const wrong = await manager.send(page, '', { ...fields, reason: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.problems.map(p => p.href)).toEqual(['#reason'])
    const done = await manager.send(page, '', fields)
    expect(done.to).toBe('/early-help/meeting?done=FRESH111#child-FRESH111')
    expect((await manager.send(page, '', fields)).to).toBe(done.to)
    const seen = await manager.get('/early-help/meeting?done=FRESH111')
    expect(seen.text).toContain('The decision is on the file of Fresh Fold')
    expect(seen.text).toContain('Decided 10 March 2026: The nurse leads')
    expect((await worker.get('/early-help/meeting')).text).not.toContain('The nurse leads')
    const kept = await app.store.db
      .selectFrom('happening')
      .select('summary')
      .where('type', '=', 'managers-decision')
      .execute()
    expect(kept).toEqual([{ summary: 'The nurse leads' }])
  })

  test('two managers at once: the second is shown what the first decided, and loses nothing', async () => {
    const other = await app.signInAs(cast.otherManager)
    const [mine, theirs] = [
      await manager.get('/early-help/meeting?child=LATE1111'),
      await other.get('/early-help/meeting?child=LATE1111'),
    ]
    await manager.send(mine, '', { decision: 'Meet on Friday', reason: 'Too long.', next: 'Ada asks all.' })
    const conflict = await other.send(theirs, '', {
      decision: 'Close it',
      reason: 'Done.',
      next: 'Tell them.',
    })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Meet on Friday')
    expect(conflict.forms.some(f => f.fields.decision === 'Close it')).toBe(true)
  })

  test('who may not decide is offered no form, and refused one', async () => {
    expect((await worker.get('/early-help/meeting?child=LATE1111')).forms).toEqual([])
    expect((await worker.get('/child/LATE1111/meeting-decision')).status).toBe(403)
    expect((await nights.get('/child/LATE1111/meeting-decision')).status).toBe(403)
    expect((await nights.get('/child/SECRET11/meeting-decision')).status).toBe(403)
  })
})

describe('a step up', () => {
  test('leads to the referral, filled in; the warning goes when it is sent', async () => {
    const stepped = await nights.get('/early-help/stepped')
    expect(rowsOf(stepped.html)[1]?.slice(0, 3)).toEqual(['5 March 2026', 'Upped Fold', 'Up to social care'])
    expect(stepped.text).toContain('It was due by 6 March 2026.')
    expect((await nights.get('/child/UPPED111')).text).toContain(
      'Stepped up from early help, and no referral',
    )

    const form = await nights.get('/child/UPPED111/record/referral-received')
    expect(form.text).toContain('it was due by 6 March 2026')
    expect(form.forms[0]?.fields).toMatchObject({
      receivedOn: '5/3/2026',
      source: '5D',
      concern: 'Because of up',
    })
    await nights.send(form, '/child/UPPED111/record/referral-received', {})
    expect((await nights.get('/early-help/stepped')).text).not.toContain('No referral yet')
    expect((await nights.get('/child/UPPED111')).text).not.toContain('Stepped up from early help, and no')
    expect((await nights.get('/early-help')).text).not.toContain('no referral has followed')
  })

  test('written on the child’s page goes on to the referral; a step of another kind back to the child', async () => {
    const at = '/child/CALM1111/record/early-help-step'
    const up = await nights.post(at, { step: 'up', why: 'Bruises today.' })
    expect(up.to).toMatch(/^\/child\/CALM1111\/record\/referral-received\?done=/)
    expect((await nights.follow(up)).forms[0]?.fields).toMatchObject({
      receivedOn: '10/3/2026',
      concern: 'Bruises today.',
    })
    const end = await nights.post('/child/DOWN1111/record/early-help-step', { step: 'end', why: 'All well.' })
    expect(end.to).toMatch(/^\/child\/DOWN1111\?done=/)
  })
})
