import { describe, expect, test } from 'vitest'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { healthOf, planned, report, wordsOf } from './test-planned.ts'

const { app, analyst, director, member, load } = await planned()

describe('from a report to a paper', () => {
  test('a report is read once, however often it is sent, and nothing of it stands yet', async () => {
    const page = await analyst.get('/plan/load')
    const first = await analyst.send(page, '/plan/load', { pasted: report })
    expect(first.to).toBe('/plan/inspection/I1')
    const again = await analyst.send(page, '/plan/load', { pasted: report })
    expect(again.to).toBe('/plan/inspection/I1')
    const other = await load({ pasted: report })
    expect(other.status).toBe(422)
    expect(other.problems[0]?.text).toContain('here already')

    const inspection = await analyst.get('/plan/inspection/I1')
    expect(inspection.text).toContain('22 judgements and 12 areas for improvement')
    expect(inspection.text).toContain('12 not checked against the report yet')
    expect(inspection.text).toContain('hold the reviews of looked after children on time')
    expect(inspection.text).toContain('due 12 Sep 2026')
    const early = await analyst.get('/plan/action/new?inspection=I1&finding=9')
    expect(early.status).toBe(403)
    expect(early.text).toContain('confirm it first')
  })

  test('an area is corrected: a new time counts its day again', async () => {
    const page = await analyst.get('/plan/inspection/I1?correct=8')
    const sent = await analyst.send(page, '/plan/inspection/I1/areas', { band: 'six-months' })
    expect(sent.to).toBe('/plan/inspection/I1#area-8')
    const after = await analyst.follow(sent)
    expect(after.html).toMatch(/id="area-8".*?Within six months.*?due 12 Dec 2026.*?Checked by Hal Brook/s)
  })

  test('one is set aside with its reason, and without one it is not', async () => {
    const page = await analyst.get('/plan/inspection/I1?aside=6')
    const bare = await analyst.send(page, '', { why: '' })
    expect(bare.status).toBe(422)
    await analyst.send(page, '', { why: 'Answered by area 2' })
    expect((await analyst.get('/plan/inspection/I1')).text).toContain('Answered by area 2')
  })

  test('those ticked are confirmed; then all that are left; then nothing is left to confirm', async () => {
    const bare = await analyst.raw('/plan/inspection/I1/areas', {
      _csrf: String((await analyst.get('/plan/inspection/I1')).forms[0]?.fields._csrf),
      _do: 'confirm-ticked',
    })
    expect(bare.status).toBe(422)
    const page = await analyst.get('/plan/inspection/I1')
    const form = page.forms.find(f => f.buttons.some(b => b.value === 'confirm-ticked'))
    await analyst.raw('/plan/inspection/I1/areas', {
      ...form?.fields,
      right: ['1', '2'],
      _do: 'confirm-ticked',
    })
    expect((await analyst.get('/plan/inspection/I1')).text).toContain('8 not checked')
    await analyst.raw('/plan/inspection/I1/areas', { ...form?.fields, _do: 'confirm-all' })
    expect((await analyst.get('/plan/inspection/I1')).text).toContain('Every area has been checked')
    const last = await analyst.raw('/plan/inspection/I1/areas', { ...form?.fields, _do: 'confirm-all' })
    expect(last.status).toBe(422)
  })

  test('an area that was missed is added, and its day counted', async () => {
    const page = await analyst.get('/plan/inspection/I1?add=yes')
    await analyst.send(page, '', {
      text: 'tell children what came of their complaint',
      section: 'looked-after',
      band: 'three-months',
      agencies: 'Thimble Council',
    })
    const after = await analyst.get('/plan/inspection/I1')
    expect(after.text).toMatch(/tell children what came of their complaint.*?due 12 Sep 2026/)
  })

  test('an action is planned once, and asks again for what is missing', async () => {
    const at = '/plan/action/new?inspection=I1&finding=9'
    const page = await analyst.get(at)
    const bare = await analyst.send(page, at, { what: 'Extra clinics' })
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('Extra clinics')
    expect(bare.problems.map(p => p.href)).toContain('#outcome')
    const fields = { outcome: 'Children are well', what: 'Extra clinics', lead: 'Di Heron', due: '12/9/2026' }
    expect((await analyst.send(page, at, fields)).to).toBe('/plan/action/A1')
    expect((await analyst.send(page, at, fields)).to).toBe('/plan/action/A1')
    expect((await analyst.get('/plan/action/A2')).status).toBe(404)
  })

  test('its outcome is bound to a figure, whose baseline is counted from the record', async () => {
    const page = await analyst.get('/plan/action/A1/measure?indicator=HEALTH&part=')
    expect(page.text).toContain('it was 0% on 12 June 2026')
    const wrong = await analyst.send(page, '', { target: '90', targetBy: '1/6/2026' })
    expect(wrong.problems.map(p => p.href)).toEqual(['#targetBy'])
    const sent = await analyst.send(page, '', { target: '90', targetBy: '31/3/2027' })
    expect(sent.to).toBe('/plan/action/A1')
    const action = await analyst.follow(sent)
    expect(action.text).toContain('0% (0 of 9) on 5 October 2026')
    expect(action.html).toContain('/digest/HEALTH?on=2026-10-05')
  })

  test('marked complete, it is contradicted by its figure on its page and at the head of the plan', async () => {
    const sent = await director.post('/plan/action/A1/record/delivery-marked', {
      brag: 'blue',
      why: 'Clinics ran',
    })
    expect(sent.to).toBe('/plan/action/A1')
    const said = 'marked complete on 5 October 2026, but the figure is 0% against a target of 90%'
    expect((await director.follow(sent)).text).toContain(said)
    const plan = await director.get('/plan')
    expect(plan.text).toContain(said)
    expect(plan.text.indexOf('The figures say otherwise')).toBeLessThan(
      plan.text.indexOf('Delivery: is it done?'),
    )
  })

  test('milestones, notes, impact and a later day are kept with who and why', async () => {
    await analyst.post('/plan/action/A1/record/milestone-set', { what: 'First clinic held', by: '1/9/2026' })
    const action = await analyst.get('/plan/action/A1')
    const met = linksOf(action.html).find(l => l.text.startsWith('Mark as met'))?.href ?? ''
    await analyst.post(met, { on: '2/9/2026' })
    await analyst.post('/plan/action/A1/record/action-progress', { note: 'Two said no to the nurse.' })
    await analyst.post('/plan/action/A1/record/impact-marked', { brag: 'amber', why: 'Too soon' })
    await analyst.post('/plan/action/A1/record/due-date-revised', {
      due: '30/11/2026',
      why: 'Nurse on leave',
      agreedBy: 'Improvement board',
    })
    const after = await analyst.get('/plan/action/A1')
    for (const words of [
      'Met 2 September 2026',
      'Two said no to the nurse.',
      'Amber: not moving enough',
      '30 Nov 2026first 12 Sep 2026',
      'agreed by Improvement board: Nurse on leave',
      'Everything written about this action: 8',
    ])
      expect(after.text).toContain(words)
    const changed = await analyst.post('/plan/action/A1/record/action-planned', { lead: 'Flo Quill' })
    expect((await analyst.follow(changed)).text).toContain('Flo Quill')
    expect((await analyst.get('/plan/action/A1')).text).toContain('first 12 Sep 2026')
  })

  test('the plan can be narrowed, and counts each mark', async () => {
    const plan = await director.get('/plan?delivery=blue')
    expect(plan.text).toContain('1 of 1 actions')
    const none = await director.get('/plan?delivery=red')
    expect(none.text).toContain('No action is like that')
    expect(rowsOf(plan.html).some(r => r[4]?.includes('30 Nov 2026'))).toBe(true)
    expect(plan.text).toContain('Areas for improvement with no action yet: 11')
  })

  test('the Cabinet paper states the figure with its chart, on paper and on a page that leads to it', async () => {
    const begun = await director.post('/plan/papers/new', { kind: 'cabinet', meeting: '20/10/2026' })
    expect((await director.follow(begun)).text).toContain('Legal implications')
    const { text, files } = await wordsOf(app, director, '/plan/papers/P1/word')
    expect(text).toContain('0% (0 of 9) on 5 October 2026')
    expect(text).toContain('the figure is 0% against a target of 90%')
    expect(files.some(f => /media\/.*\.png$/.test(f))).toBe(true)
    const page = await director.get('/plan/papers/P1')
    const figures = linksOf(page.html).filter(l => l.href.startsWith('/digest/HEALTH?on=2026-10-05'))
    expect(figures.map(l => l.text).join()).toContain('0% (0 of 9)')
  })
})

describe('who may do what', () => {
  test('an elected member reads the plan and its papers, and changes nothing', async () => {
    for (const path of ['/plan', '/plan/inspection/I1', '/plan/action/A1', '/plan/papers']) {
      const seen = await member.get(path)
      expect(seen.status, path).toBe(200)
      expect(seen.forms, path).toEqual([])
      expect(
        linksOf(seen.html).filter(l => /\/(load|new|record|measure|cover)|correct=|child\//.test(l.href)),
      ).toEqual([])
    }
    for (const path of ['/plan/load', '/plan/action/A1/record/delivery-marked', '/plan/action/A1/measure'])
      expect((await member.get(path)).status, path).toBe(403)
    const [, _csrf = ''] = /name="_csrf" value="([^"]+)"/.exec((await member.get('/plan')).html) ?? []
    const sent = await member.raw('/plan/inspection/I1/areas', { _csrf, _do: 'confirm-all' })
    expect(sent.text).toContain('may not change the improvement plan')
    expect(sent.status).toBe(403)
  })

  test('a social worker reads the plan but may not mark it', async () => {
    const worker = await app.signInAs(cast.worker)
    expect((await worker.get('/plan')).status).toBe(200)
    const refused = await worker.get('/plan/action/A1/record/impact-marked')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('may not change the improvement plan')
  })

  test('a figure of few children is held back from a member and from every paper, and shown to who works with it', async () => {
    const { children, entries } = healthOf(2)
    await app.write(
      children.slice(0, 3),
      entries.filter(e => children.slice(0, 3).some(c => c.id === e.subject)),
    )
    const shown = await director.get('/plan/action/A1')
    expect(shown.text).toContain('16.7% (2 of 12)')
    const seen = await member.get('/plan/action/A1')
    expect(seen.text).not.toContain('16.7%')
    expect(seen.text).toContain('held back')
    expect((await wordsOf(app, director, '/plan/papers/P1/word')).text).not.toContain('16.7%')
  })
})

describe('two people at once', () => {
  test('a form sent twice writes once', async () => {
    const page = await analyst.get('/plan/action/A1/record/action-progress')
    for (let i = 0; i < 2; i += 1) await analyst.send(page, '', { note: 'Sent once, clicked twice.' })
    const seen = await analyst.get('/plan/action/A1')
    expect(seen.text).toMatch(/Everything written about this action: 10/)
  })

  test('a mark made meanwhile is shown beside what was typed, and both can be kept', async () => {
    const at = '/plan/action/A1/record/delivery-marked'
    const open = await analyst.get(at)
    await director.post(at, { brag: 'red', why: 'The nurse has left' })
    const late = await analyst.send(open, at, { brag: 'green', why: 'All clinics are booked' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('The nurse has left')
    expect(late.text).toContain('All clinics are booked')
    const again = await analyst.send(late, at, {})
    expect(again.to).toBe('/plan/action/A1')
    expect((await analyst.follow(again)).text).toContain('All clinics are booked')
  })

  test('a form without its number, and one about what is not there, say so', async () => {
    const { _csrf } = (await analyst.get('/plan/load')).forms[0]?.fields ?? {}
    const torn = await analyst.raw('/plan/action/A1/record/action-progress', {
      _csrf: String(_csrf),
      on: 'today',
      note: 'Kept words',
    })
    expect(torn.status).toBe(422)
    expect(torn.text).toContain('not whole')
    expect(torn.text).toContain('Kept words')
    for (const path of [
      '/plan/inspection/I9',
      '/plan/action/A9',
      '/plan/action/new?inspection=I1&finding=99',
    ])
      expect((await analyst.get(path)).status, path).toBe(404)
  })
})
