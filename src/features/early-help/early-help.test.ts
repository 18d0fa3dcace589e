import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { details, given, givenChild, givenSubject } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { missingMarks } from '../../domain/early-help/quality.ts'
import { addDays, day } from '../../domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../domain/records/entry.ts'
import { register } from '../../store/queries/early-help.ts'

const TODAY = day('2026-03-10')
const subjects: NewSubject[] = []
const entries: NewEntry[] = []

function child(code: string, name: string, more: (id: string) => readonly NewEntry[]) {
  const subject = givenChild(code)
  subjects.push(subject)
  entries.push(
    given(subject.id, 'person-details', details('2016-05-06', { givenName: name, familyName: 'Fold' })),
    ...more(subject.id),
  )
  return subject
}

const good = {
  agency: 'Marsh Lane Primary',
  consent: true,
  lead: 'Ada Quill',
  reach: '01632 960 004',
  strengths: 'Reads well.',
  needs: 'Sleep.',
  views: 'She wants to sleep in her own bed.',
  plan: 'Ada Quill rings the GP by 4 May.',
}
const caf = (id: string, ago: number, more = {}, said = {}) =>
  given(id, 'early-help-assessment', { on: addDays(TODAY, -ago), ...good, ...more }, said)
const met = (id: string, ago: number, more = {}) =>
  given(id, 'early-help-meeting', {
    on: addDays(TODAY, -ago),
    who: 'All',
    views: good.views,
    moved: 'Sleeps better.',
    plan: good.plan,
    ...more,
  })
const step = (id: string, ago: number, which: string, more = {}) =>
  given(id, 'early-help-step', { on: addDays(TODAY, -ago), step: which, why: `Because of ${which}`, ...more })
const contact = (id: string, ago: number) =>
  given(id, 'contact', {
    receivedOn: addDays(TODAY, -ago),
    sort: 'worry',
    source: '2A',
    about: 'Late again',
    outcome: 'nfa',
    reasons: 'R',
  })

child('CALM1111', 'Calm', id => [caf(id, 30), met(id, 10, { lead: 'Bo Reed', next: addDays(TODAY, 20) })])
child('FRESH111', 'Fresh', id => [
  caf(id, 2, { agency: 'Health centre', lead: 'TBC', plan: 'Support', meeting: addDays(TODAY, 9) }),
])
child('LATE1111', 'Late', id => [caf(id, 60, { meeting: addDays(TODAY, -40) })])
child('UPPED111', 'Upped', id => [caf(id, 60), step(id, 5, 'up')])
child('DOWN1111', 'Down', id => [step(id, 3, 'down', { lead: 'Cy Dale', reach: 'cy@example.org' })])
child('ENDED111', 'Ended', id => [caf(id, 60), step(id, 3, 'end')])
child('AGAIN111', 'Again', id => [contact(id, 60), contact(id, 5)])
child('ONCE1111', 'Once', id => [contact(id, 100), contact(id, 5)])
child('SECRET11', 'Zephyrine', id => [
  caf(id, 2),
  given(id, 'restriction', {
    from: addDays(TODAY, -1),
    restricted: true,
    named: cast.reviewer.id,
    reason: 'A relative works here.',
  }),
])
child('QUIET111', 'Quiet', id => [
  caf(id, 30, { agency: 'Whispers', lead: 'Nobody Else' }, { sensitivity: 'confidential' }),
  step(id, 200, 'down', { lead: 'Old', reach: 'x' }),
])

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

describe('an early help assessment from outside', () => {
  const contactFile = givenSubject('contact', 'C7K3M9Q2')
  beforeAll(async () => {
    const child = subjects.find(s => s.code === 'ONCE1111')
    const whom = given(contactFile.id, 'contact-child', { givenName: 'Once', familyName: 'Fold' })
    await app.write(
      [contactFile],
      [
        given(contactFile.id, 'contact-received', {
          receivedOn: day('2026-03-09'),
          sort: 'caf',
          danger: false,
          concern: 'Sleeps in class.',
          wanted: 'Nurse to visit by Friday.',
          source: '2A',
          referrer: 'Dot Lark',
          organisation: 'Mill School',
          phone: '01632 960 009',
          strengths: 'Loves maths.',
          consent: true,
          lead: 'Dot Lark',
        }),
        whom,
        given(contactFile.id, 'contact-matched', { child: child?.id }, { amends: whom.id }),
      ],
    )
  })

  test('is filled in on the file of the child it is about, and taken with one send', async () => {
    const at = '/child/ONCE1111/record/early-help-assessment'
    const form = await nights.get(`${at}?from=C7K3M9Q2`)
    expect(form.forms[0]?.fields).toMatchObject({
      on: '9/3/2026',
      agency: 'Mill School',
      consent: 'yes',
      lead: 'Dot Lark',
      reach: '01632 960 009',
      strengths: 'Loves maths.',
      needs: 'Sleeps in class.',
      plan: 'Nurse to visit by Friday.',
    })
    const done = await nights.send(form, at, { views: 'He says he is tired at school.' })
    expect(done.to).toMatch(/^\/child\/ONCE1111\?done=/)
    const seen = await nights.follow(done)
    expect(seen.text).toContain('Lead professional Dot Lark, 01632 960 009')
    expect(seen.text).toContain('Mill School, since 9 March 2026')
    expect((await nights.get('/child/ONCE1111/record/early-help-meeting')).forms[0]?.fields.plan).toBe(
      'Nurse to visit by Friday.',
    )
  })

  test.each([
    '/child/AGAIN111/record/early-help-assessment?from=C7K3M9Q2',
    '/child/AGAIN111/record/early-help-assessment?from=NONE',
  ])('is not filled in on another child’s file: %s', async at => {
    const form = await nights.get(at)
    expect(form.status).toBe(200)
    expect(form.forms[0]?.fields.needs).toBe('')
    expect(form.html).not.toContain('Sleeps in class')
  })
})
