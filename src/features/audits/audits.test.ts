import { describe, expect, test } from 'vitest'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'

import { auditing, closed, draw, graded, mustHave, waiting } from './test-sample.ts'

const { app, later, people, sample } = await auditing()
let { kit, ed, ivy, amy, di, member } = people
// The sister who stood back is the fifth file: of fewer no figure is shown.
await draw(kit, {})

describe('an audit', () => {
  test('opens the child’s file to its auditor, to read and to write nothing', async () => {
    const { code, at } = await mustHave(ed)
    expect((await ed.get(`/child/${code}`)).status).toBe(200)
    expect((await ed.get(`/child/${code}/record/case-note`)).status).toBe(403)
    expect((await ed.get(at)).text).toContain('From the record')
    // Another's audit: Ed's file is not Kit's.
    const others = (await waiting(kit)).map(([, a]) => a.split('/')[2])
    if (!others.includes(code)) expect((await kit.get(at)).status).toBe(403)
    expect((await kit.get(`/child/${closed.code}`)).status).toBe(403)
  })

  test('asks why below good, and keeps what was typed', async () => {
    const { at } = await mustHave(ed)
    const page = await ed.get(at)
    const kept = await ed.send(
      page,
      at,
      graded({ grade_voice: 'inadequate', why_voice: 'I cannot hear him' }),
      {
        button: ['_keep', 'hand'],
      },
    )
    expect(kept.to).toBe('/audits/mine')
    expect((await ed.get(at)).html).toContain('I cannot hear him')
    const bare = await ed.send(await ed.get(at), at, graded({ grade_voice: 'inadequate', why_voice: '' }))
    expect(bare.status).toBe(422)
    expect(bare.problems).toEqual([
      { href: '#why_voice', text: 'Say why the child’s voice is below good: what did you see, and where?' },
    ])
    const dated = await ed.send(await ed.get(at), at, graded({ action1_what: 'See him', action1_by: 'soon' }))
    expect(dated.problems[0]?.text).toContain('by when action 1 must be done')
  })

  test('tells the manager of a concern the same day, before it is finished', async () => {
    const { at, child } = await mustHave(ed)
    const sent = await ed.post(`${at}/concern`, { what: 'He says he is afraid to go home tonight.' })
    expect(sent.to).toContain(at)
    const home = await di.get('/')
    expect(home.text).toContain(`An auditor is worried about ${child}`)
    expect((await amy.get('/')).text).not.toContain('An auditor is worried')
    const answered = await di.post(`${at}/concern`, { what: 'Amy went at four. He is at his aunt’s.' })
    expect(answered.to).toContain(at)
    expect((await di.get('/')).text).not.toContain('An auditor is worried')
  })

  test('finished, closes the file; worker and manager read, do and are looked at again', async () => {
    const { at, code, child } = await mustHave(ed)
    const page = await ed.get(at)
    const form = graded({
      grade_voice: 'requires-improvement',
      why_voice: 'Seen and fine, five times.',
      action1_what: 'Do direct work and write down his words.',
      action1_who: 'worker',
      action1_by: '24/3/2026',
    })
    const sent = await ed.send(page, at, form)
    expect(sent.to).toMatch(/^\/audits\/mine\?done=Q/)
    // The same form once more writes nothing; and the file is closed.
    expect((await ed.send(page, at, form)).status).toBe(403)
    expect((await ed.get(`/child/${code}`)).status).toBe(403)
    expect((await ed.get(at)).status).toBe(403)

    for (const client of [amy, di])
      expect((await client.get('/')).text).toContain(`An audit of ${child} is ready to read`)
    const read = await amy.get(at)
    expect(read.text).toContain('Seen and fine, five times.')
    expect((await member.get(at)).status).toBe(403)
    const answer = await amy.send(read, at, { view: 'yes', will: 'I will draw with him on Thursday.' })
    expect(answer.to).toContain('done=answered')
    expect((await amy.get('/')).text).not.toContain(`An audit of ${child} is ready to read`)
    expect((await di.get('/')).text).toContain(`An audit of ${child} is ready to read`)

    // Overdue on the desk, until it is done.
    ;({ kit, ed, ivy, amy, di, member } = await later('2026-03-25T09:00:00.000Z'))
    expect((await di.get('/desk')).text).toContain('1 Actions of audits overdue')
    expect((await di.get('/audits/actions?late=yes')).text).toContain(child)
    const act =
      linksOf((await amy.get('/')).html).find(l => l.text.includes('asks you to do something'))?.href ?? ''
    expect((await amy.post(act, { what: 'Drew with him; the note is of 24 March.' })).to).toContain(
      'done=action',
    )
    expect((await di.get('/desk')).text).toContain('0 Actions of audits overdue')

    // The auditor may open the file again, to look; not yet, and by when; then it is closed once more.
    expect((await ed.get(`/child/${code}`)).status).toBe(200)
    const bare = await ed.post(act, { done: 'no', why: 'No note of it.' })
    expect(bare.problems[0]?.text).toContain('Say by when')
    expect((await ed.post(act, { done: 'no', why: 'No note of it.', again: '31/3/2026' })).to).toContain(
      'checked',
    )
    expect((await ed.get(`/child/${code}`)).status).toBe(403)
    expect((await amy.post(act, { what: 'It is there now.' })).status).toBe(303)
    expect((await ed.post(act, { done: 'yes', why: 'Read it.' })).status).toBe(303)
    expect((await amy.get(at)).text).toContain('Happened. Checked 25 March 2026')
  })

  test('given to another while its form is open, is not finished over their head', async () => {
    const { at, code } = await mustHave(ed)
    const audit = at.split('/').at(-1) ?? ''
    const open = await ed.get(at)
    const assign = `/audits/assign/${audit}`
    for (const [who, why] of [
      [cast.worker, 'is or was the child’s worker'],
      [cast.manager, 'manages or managed'],
    ] as const) {
      const refused = await ivy.post(assign, { part: 'first', auditor: who.id })
      expect(refused.status).toBe(422)
      expect(refused.problems[0]?.text).toContain(why)
    }
    expect((await ivy.post(assign, { part: 'first', auditor: cast.reviewer.id })).to).toBe(sample)
    expect((await ed.send(open, at, graded())).status).toBe(403)
    expect((await ed.get(`/child/${code}`)).status).toBe(403)
    const flo = await app.signInAs(cast.reviewer)
    expect((await flo.get(`/child/${code}`)).status).toBe(200)
    const back = await flo.send(await flo.get(at), at, { why: 'I chaired his review as a locum.' })
    expect(back.to).toBe('/audits/mine?back=yes')
    expect((await flo.get(`/child/${code}`)).status).toBe(403)
    expect((await ivy.get(assign)).text).toContain('I chaired his review as a locum.')
    expect((await ivy.post(assign, { part: 'first', auditor: cast.otherManager.id })).to).toBe(sample)
  })
})

describe('two gradings', () => {
  test('are made blind, compared, agreed, and counted', async () => {
    // What is left of the sample: everybody finishes theirs, and nobody sees the other's grade first.
    for (const client of [kit, ed])
      for (const [, at] of await waiting(client)) {
        const page = await client.get(at)
        expect(page.text).not.toContain('What was found')
        const asked = page.forms.find(f => f.names.has('overall'))?.names ?? new Set()
        const voice = client === kit ? 'good' : 'outstanding'
        const whole = Object.entries(graded({ grade_voice: voice })).filter(([name]) => asked.has(name))
        const plan = asked.has('grade_plan') ? { grade_plan: 'good' } : {}
        const sent = await client.send(page, at, { ...Object.fromEntries(whole), ...plan })
        expect(sent.to).toMatch(/done=Q/)
      }
    const two = (await waiting(kit, 'Agree')).map(([, at]) => at)
    expect(two).toHaveLength(2)
    for (const at of two) {
      const page = await kit.get(at)
      expect(page.text).toContain('Agree the grades')
      const bare = await kit.send(page, at, { overall: 'good', reason: 'We talked.' })
      expect(bare.problems[0]?.text).toContain('Choose the grade you agreed')
      const sent = await kit.send(page, at, {
        overall: 'good',
        reason: 'We talked.',
        agreed_voice: at === two[0] ? 'requires-improvement' : 'good',
      })
      expect(sent.to).toBe('/audits/mine')
      expect((await kit.get(at)).status).toBe(403)
    }
    const moderation = await ivy.get('/audits/moderation')
    expect(moderation.text).toContain('too few to lean on')
    expect(rowsOf(moderation.html).find(r => r[0] === 'All standards')?.[3]).toBe('100%')
  })
})

describe('what audits find', () => {
  test('a figure opens into the audits of children whom the viewer may open', async () => {
    const found = await ivy.get('/audits?tool=permanence')
    expect(found.text).toContain('5 finished in the twelve months')
    const behind = await ivy.get('/audits/behind?tool=permanence&standard=voice')
    expect(rowsOf(behind.html).filter(r => /^Q/.test(r[0] ?? ''))).toHaveLength(5)
    const none = await kit.get('/audits/behind?tool=permanence&standard=voice')
    expect(none.text).toContain('0 of them of children whose files you may open')
    expect((await ivy.get('/audits/words?q=fine+five')).text).toContain('Seen and fine, five times.')
    expect((await kit.get('/audits/words?q=fine+five')).text).toContain('Nothing found')
  })

  test('the child’s page leads to the audits of its file, for whoever may read both', async () => {
    const behind = await ivy.get('/audits/behind?tool=permanence&standard=voice')
    const code = linksOf(behind.html)
      .find(l => l.href.includes('/audit/Q'))
      ?.href.split('/')[2]
    const link = linksOf((await ivy.get(`/child/${code}`)).html).find(l => l.href === `/child/${code}/audits`)
    const list = await ivy.get(link?.href ?? '')
    const audits = new Set(linksOf(list.html).flatMap(l => /\/audit\/(Q\d+)/.exec(l.href)?.[1] ?? []))
    expect(audits.size).toBeGreaterThan(0)
    expect(link?.text).toBe(`Audits of this file (${audits.size})`)
    const unaudited = await amy.get(`/child/${closed.subject.code}`)
    expect(unaudited.status).toBe(200)
    expect(unaudited.text).not.toContain('Audits of this file')
  })

  test('a member sees a month once it is over, and no quarter', async () => {
    const page = await member.get('/audits?tool=permanence')
    expect(page.text).toContain('was finished in the twelve months to 28 February 2026')
    expect((await ivy.get('/audits?tool=permanence')).text).toContain('by quarter')
  })

  test('a theme fills in a source of the plan, and is a training need', async () => {
    const themes = await ivy.get('/audits/themes?tool=permanence')
    const link = linksOf(themes.html).find(l => l.href.startsWith('/plan/source/new?'))
    const query = new URLSearchParams((link?.href ?? '').split('?')[1])
    expect(query.get('kind')).toBe('audit-theme')
    expect(query.get('text')).toMatch(/audits \(looked after and permanence audit\)/)
    expect(query.get('link')).toMatch(/^\/audits\/themes\?/)
    const form = (await ivy.get(link?.href ?? '')).forms.find(f => f.names.has('recommendations'))
    expect(form?.fields).toMatchObject({
      kind: 'audit-theme',
      title: query.get('title'),
      body: 'Case audits',
      link: query.get('link'),
      recommendations: query.get('text'),
    })
    const file = await app.server.inject({
      url: '/audits/training.csv?tool=permanence',
      headers: { cookie: `gt=${ivy.token}` },
    })
    expect(file.body).toContain('Hearing children'.toLowerCase())
    expect(file.headers['content-type']).toContain('text/csv')
  })
})

test('a file is open to the last day given, and closed from midnight', async () => {
  const sent = await draw(kit, { tool: 'dip', way: 'dip', size: '1', team: 'Oak', again: 'yes' })
  expect(sent.to).toMatch(/^\/audits\/sample/)
  const { code } = await mustHave(kit)
  // Given on 25 March: due on 1 April, five working days on; open four weeks more.
  ;({ kit, ed, ivy, amy, di, member } = await later('2026-04-29T22:30:00.000Z'))
  expect((await kit.get(`/child/${code}`)).status).toBe(200)
  app.at('2026-04-29T23:00:00.000Z')
  expect((await kit.get(`/child/${code}`)).status).toBe(403)
})

test('a member sees no small number, no child and no audit', async () => {
  member = await app.signInAs(cast.member)
  const page = await member.get('/audits?tool=permanence')
  expect(page.status).toBe(200)
  expect(page.text).toContain('held back')
  expect(page.text).toContain('Quarters are not shown')
  expect(linksOf(page.html).some(l => l.href.includes('/audits/behind'))).toBe(false)
  for (const at of [
    '/audits/behind?standard=voice',
    '/audits/words?q=a',
    '/audits/mine',
    '/audits/training.csv',
  ])
    expect((await member.get(at)).status).toBe(403)
  const themes = await member.get('/audits/themes?tool=permanence')
  expect(themes.text).toContain('held back')
})
