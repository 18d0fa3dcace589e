import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../../test/support/children.ts'
import { linksOf, rowsOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'
import { day } from '../../../domain/kernel/day.ts'
import { observationTool } from '../../../domain/quality/observations.ts'
import { auditFigures } from '../../../store/queries/audit-figures.ts'

const ash = givenFile({ name: ['Ash', 'Pebble'] })
const closed = givenFile({ name: ['Holly', 'Stone'], named: [cast.worker] })
const all = [ash, closed]
let app: App
let kit: Client
let flo: Client
let di: Client
let ed: Client
let amy: Client
let ivy: Client
let member: Client

const arrange = (fields: Readonly<Record<string, string>>) =>
  kit.post('/audits/observation/new', {
    tool: 'observed-conference',
    observed: cast.manager.id,
    observer: cast.auditor.id,
    child: ash.subject.code,
    on: '10/3/2026',
    ...fields,
  })
const graded = (tool: string, more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries((observationTool(tool)?.standards ?? []).map(s => [`grade_${s.code}`, 'good'])),
  overall: 'good',
  on: '10/3/2026',
  ...more,
})

beforeAll(async () => {
  app = await appWith(subjectsOf(all), entriesOf(all))
  app.at('2026-03-10T12:00:00.000Z')
  kit = await app.signInAs(cast.auditor)
  flo = await app.signInAs(cast.reviewer)
  di = await app.signInAs(cast.manager)
  ed = await app.signInAs(cast.otherManager)
  amy = await app.signInAs(cast.worker)
  ivy = await app.signInAs(cast.director)
  member = await app.signInAs(cast.member)
})
afterAll(async () => await app.close())

describe('arranging', () => {
  test.each([
    [
      'the chair observes themselves',
      { observer: cast.manager.id },
      '#observer',
      'Nobody observes themselves',
    ],
    [
      'the child’s worker observes',
      { observer: cast.worker.id },
      '#observer',
      'is or was the child’s worker',
    ],
    [
      'the manager of the worker’s team observes',
      { observer: cast.manager.id, observed: cast.reviewer.id },
      '#observer',
      'manages or managed the worker’s team',
    ],
    ['a child who is not there', { child: 'NOBODY' }, '#child', 'No child here'],
    ['a restricted child is as if not there', { child: closed.subject.code }, '#child', 'No child here'],
    ['a conference without a child', { child: '' }, '#child', 'a meeting about a child'],
    ['supervision with a child', { tool: 'observed-supervision' }, '#child', 'No child is named'],
  ])('%s: refused, and says why', async (_, fields, href, say) => {
    const back = await arrange(fields)
    expect(back.status).toBe(422)
    expect(back.problems).toEqual([{ href, text: expect.stringContaining(say) }])
  })

  test('is for who shares out audits; a member reads no list', async () => {
    expect((await amy.get('/audits/observation/new')).status).toBe(403)
    expect((await member.get('/audits/observations')).status).toBe(403)
  })
})

describe('an observation of a conference', () => {
  const at = '/audits/observation/O1'

  test('opens the child’s file to the observer until it is written up', async () => {
    expect((await kit.get(`/child/${ash.subject.code}`)).status).toBe(403)
    expect((await arrange({})).to).toBe('/audits/observations')
    expect((await kit.get(`/child/${ash.subject.code}`)).status).toBe(200)
    expect((await di.get(at)).text).toContain('It is not written up yet')
    for (const who of [ed, amy, flo]) expect((await who.get(at)).status).toBe(404)
  })

  test('asks why below good, and keeps what was typed for later', async () => {
    const page = await kit.get(at)
    const bare = await kit.send(page, at, {
      ...graded('observed-conference', { grade_outcomes: 'inadequate' }),
    })
    expect(bare.problems.map(p => p.href)).toEqual(['#why_outcomes'])
    await kit.send(page, at, { why_outcomes: 'Nobody asked.' }, { button: ['_keep', 'hand'] })
    expect((await kit.get(at)).html).toContain('Nobody asked.')
  })

  test('goes to who was observed, who answers and does; their manager’s peers see nothing', async () => {
    const form = graded('observed-conference', {
      grade_outcomes: 'requires-improvement',
      why_outcomes: 'Dates were vague.',
      action1_what: 'Ask for a date each time',
      action1_by: '30/4/2026',
    })
    expect((await kit.send(await kit.get(at), at, form)).to).toBe('/audits/observations?done=yes')
    expect((await kit.get(`/child/${ash.subject.code}`)).status).toBe(403)
    expect((await kit.get(at)).status).toBe(403)
    const told = await di.get(at)
    expect(told.text).toContain('Dates were vague.')
    expect((await di.get('/audits/observations')).text).toContain('Waits for your answer')
    expect((await ivy.get(at)).forms.some(f => f.names.has('will'))).toBe(false)
    await di.send(told, at, { view: 'partly', will: 'I will practise.' }, { button: ['_do', 'respond'] })
    await di.send(await di.get(at), at, { what: 'Asked at two.' }, { button: ['_do', 'done'] })
    const done = await ivy.get(at)
    expect(done.text).toContain('recognises it in part')
    expect(done.text).toContain('Asked at two.')
    for (const who of [ed, amy, flo]) expect((await who.get(at)).status).toBe(404)
  })
})

test('supervision observed is about no child, and waits for its supervisor', async () => {
  const fields = { tool: 'observed-supervision', child: '', observed: cast.otherManager.id, on: '9/3/2026' }
  expect((await arrange(fields)).to).toBe('/audits/observations')
  const at = '/audits/observation/O2'
  await kit.send(await kit.get(at), at, graded('observed-supervision'))
  expect((await ed.get(at)).text).toContain('Your answer')
  expect((await kit.get(at)).status).toBe(200)
  expect((await di.get(at)).status).toBe(404)
})

describe('what observations find', () => {
  test('stands beside audits of files, with the same figures', async () => {
    const page = await ivy.get('/audits?tool=observed-conference')
    expect(page.text).toContain('1 finished in the twelve months')
    const part = { tool: 'observed-conference', standard: 'outcomes' }
    expect(await auditFigures(app.store.db, part, [day('2026-03-10'), day('2026-03-09')])).toEqual([
      { value: 0, on: '2026-03-10', numerator: 0, denominator: 1 },
      null,
    ])
    expect((await auditFigures(app.store.db, { ...part, team: 'Elm' }, [day('2026-03-10')]))[0]).toBeNull()
    const behind = await ivy.get('/audits/behind?tool=observed-conference&standard=outcomes')
    expect(linksOf(behind.html).some(l => l.href === '/audits/observation/O1')).toBe(true)
    expect((await ed.get('/audits/behind?tool=observed-conference&standard=outcomes')).text).toContain(
      '0 of them',
    )
  })

  test('a practice week gathers what was finished in its days', async () => {
    const bad = await kit.post('/audits/weeks', { name: 'Week', from: '13/3/2026', to: '9/3/2026' })
    expect(bad.problems.map(p => p.href)).toEqual(['#to'])
    const sent = await kit.send(bad, '/audits/weeks', { from: '9/3/2026', to: '13/3/2026' })
    const week = await ivy.get(sent.to ?? '')
    expect(week.text).toContain('0 audits of files and 2 observations of practice')
    expect(rowsOf(week.html).find(r => r[0] === 'Outcomes and contingency')?.[1]).toBe('0% (0 of 1)')
    expect((await member.get(sent.to ?? '')).text).toContain('shown when the week is over')
    app.at('2026-03-31T12:00:00.000Z')
    member = await app.signInAs(cast.member)
    expect((await member.get(sent.to ?? '')).text).toContain('held back')
    expect((await member.get('/audits?tool=observed-conference')).text).toContain('too few to show')
    expect((await member.get('/audits/weeks')).forms.some(f => f.names.has('theme'))).toBe(false)
    const forged = await member.raw('/audits/weeks', { name: 'Mine', from: '9/3/2026', to: '9/3/2026' })
    expect(forged.status).toBe(403)
  })
})
