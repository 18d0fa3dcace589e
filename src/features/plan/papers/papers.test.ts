import { describe, expect, test } from 'vitest'
import { given, givenChild, givenSubject } from '../../../../test/support/given.ts'
import { linksOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'
import { day } from '../../../domain/kernel/day.ts'
import { wordsOf } from '../test-planned.ts'
import { cared, children, papersApp } from './test-plan.ts'

const app = await papersApp()
let analyst = await app.signInAs(cast.analyst)
let director = await app.signInAs(cast.director)
const member = await app.signInAs(cast.member)

const begin = async (fields: Readonly<Record<string, string>>) =>
  await analyst.post('/plan/papers/new', { meeting: '20/10/2026', ...fields })

describe('a paper is begun', () => {
  test('once, however often it is sent; what is wrong is said beside what was typed', async () => {
    const bare = await begin({ asAt: '1/1/2030' })
    expect(bare.problems.map(p => p.href)).toEqual(['#kind', '#asAt'])
    const late = await begin({ kind: 'cabinet', meeting: '1/9/2026' })
    expect(late.problems[0]?.text).toContain('before the day of the figures')
    const page = await analyst.get('/plan/papers/new?kind=cabinet')
    for (let i = 0; i < 2; i += 1)
      expect((await analyst.send(page, '', { meeting: '20/10/2026' })).to).toBe('/plan/papers/P1/edit')
    expect((await analyst.get('/plan/papers/P2')).status).toBe(404)
  })

  test('its page shows what the record says beside what is to be written', async () => {
    const page = await analyst.get('/plan/papers/P1/edit')
    expect(page.text).toContain(
      'Cabinet, 20 October 2026. Figures as at 5 October 2026, compared with 5 July 2026',
    )
    expect(page.text).toContain('the figure is 0% against a target of 90%')
    expect(linksOf(page.html).some(l => l.href === '#legal')).toBe(true)
    expect(page.text).toContain('HEALTH: Looked after children with a health assessment in the year')
  })
})

describe('the author’s words', () => {
  test('are kept, with their figures filled in and leading to their source', async () => {
    const page = await analyst.get('/plan/papers/P1/edit')
    const sent = await analyst.send(page, '', {
      policy: 'Under the plan. Seen to: {HEALTH}, and {A1}.\n\n- one\n- two',
      legal: 'None that are new.',
    })
    expect(sent.to).toBe('/plan/papers/P1/edit')
    const read = await analyst.get('/plan/papers/P1')
    expect(read.text).toContain(
      'Under the plan. Seen to: 0% (0 of 9) on 5 October 2026, and 0% (0 of 9) on 5 October 2026.',
    )
    const figure = linksOf(read.html).find(l => l.text === '0% (0 of 9) on 5 October 2026')
    expect(figure?.href).toBe('/digest/HEALTH?on=2026-10-05')
    expect(read.text).not.toContain('To be written: the legal implications')
    expect(read.html).toMatch(/<li dir="auto">one<\/li>/)
  })

  test('a figure is picked from the list, and nothing else typed is lost', async () => {
    const page = await analyst.get('/plan/papers/P1/edit')
    const sent = await analyst.send(
      page,
      '',
      { finance: 'It costs', 'figure-finance': 'A1', reasons: 'So that it knows.' },
      { button: ['_insert', 'finance'] },
    )
    expect(sent.to).toBe('/plan/papers/P1/edit#finance')
    const after = await analyst.get('/plan/papers/P1/edit')
    expect(after.forms[0]?.fields).toMatchObject({ finance: 'It costs {A1}', reasons: 'So that it knows.' })
    expect(after.text).toContain('It is not recorded yet')
    expect((await analyst.send(after, '', {})).to).toBe('/plan/papers/P1/edit')
    expect((await analyst.get('/plan/papers/P1/edit')).text).not.toContain('It is not recorded yet')
  })

  test('a name that means no figure says so', async () => {
    await analyst.post('/plan/papers/P1/edit', { consultation: 'Asked of {NOTHING}.' })
    expect((await analyst.get('/plan/papers/P1')).text).toContain(
      'no figure is called NOTHING: choose one from the list',
    )
    await analyst.post('/plan/papers/P1/edit', { consultation: 'Children were asked.' })
  })

  test('too long a text, and a torn form, are sent back whole', async () => {
    const page = await analyst.get('/plan/papers/P1/edit')
    const long = await analyst.send(page, '', { reasons: 'a'.repeat(20_001) })
    expect(long.status).toBe(422)
    expect(long.problems[0]).toMatchObject({ href: '#reasons' })
    const torn = await analyst.send(page, '', { reasons: 'Kept words', _entry: 'x' })
    expect(torn.text).toContain('not whole')
    expect(torn.text).toContain('Kept words')
  })
})

describe('two authors at once', () => {
  test('in different places keep both; in one place neither is lost', async () => {
    const mine = await analyst.get('/plan/papers/P1/edit')
    const theirs = await director.get('/plan/papers/P1/edit')
    await director.send(theirs, '', { recommendation: 'Cabinet is asked to note this.' })
    const apart = await analyst.send(mine, '', { contact: 'Ada Finch' })
    expect(apart.to).toBe('/plan/papers/P1/edit')
    const both = await analyst.get('/plan/papers/P1')
    for (const words of ['Cabinet is asked to note this.', 'Ada Finch']) expect(both.text).toContain(words)

    const again = await analyst.get('/plan/papers/P1/edit')
    await director.post('/plan/papers/P1/edit', { recommendation: 'Cabinet is asked to agree this.' })
    const late = await analyst.send(again, '', { recommendation: 'Cabinet is asked to fund this.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Ivy Stone wrote this')
    expect(late.text).toContain('Cabinet is asked to agree this.')
    expect(late.text).toContain('Cabinet is asked to fund this.')
    expect((await analyst.get('/plan/papers/P1')).text).toContain('Cabinet is asked to agree this.')
    const brought = await analyst.send(late, '/plan/papers/P1/edit', {
      recommendation: 'To agree and fund this.',
    })
    expect(brought.to).toBe('/plan/papers/P1/edit')
    expect((await analyst.get('/plan/papers/P1')).text).toContain('To agree and fund this.')
  })
})

describe('parts', () => {
  test('one is left out, and put back', async () => {
    await analyst.post('/plan/papers/P1/edit', {}, { button: ['_part', 'out:risks'] })
    expect((await analyst.get('/plan/papers/P1')).headings.join()).not.toContain('Risk management')
    const back = await analyst.post('/plan/papers/P1/edit', {}, { button: ['_part', 'in:risks'] })
    expect(back.to).toBe('/plan/papers/P1/edit#part-risks')
    await analyst.post('/plan/papers/P1/edit', {}, { button: ['_part', 'up:risks'] })
    const { headings } = await analyst.get('/plan/papers/P1')
    expect(headings).toContain('7. Risk management')
  })
})

describe('who may read it', () => {
  test('a draft is for those who write papers', async () => {
    expect((await member.get('/plan/papers/P1')).status).toBe(403)
    expect((await member.get('/plan/papers/P1/word')).status).toBe(403)
    expect((await member.get('/plan/papers/P1/edit')).status).toBe(403)
    expect((await member.get('/plan/papers')).text).toContain('No paper has been made final yet')
    const worker = await app.signInAs(cast.worker)
    expect((await worker.get('/plan/papers/new')).status).toBe(403)
  })
})

describe('made final', () => {
  test('its places are written first, or said to be missing', async () => {
    const early = await analyst.post('/plan/papers/P1', { _do: 'finish' })
    expect(early.status).toBe(422)
    expect(early.problems[0]?.text).toContain('still to be written')
  })

  test('somebody’s words since it was read stop it, until they are read', async () => {
    const page = await analyst.get('/plan/papers/P1')
    await director.post('/plan/papers/P1/edit', { summary: 'Read this first.' })
    const late = await analyst.send(page, '/plan/papers/P1', { gaps: 'yes' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Read this first.')
  })

  test('later figures and words do not change it, and anybody may read it', async () => {
    const sent = await analyst.post('/plan/papers/P1', { gaps: 'yes' })
    expect(sent.to).toBe('/plan/papers/P1')
    const before = await member.get('/plan/papers/P1')
    expect(before.text).toContain('0% (0 of 9) on 5 October 2026')
    expect(before.forms).toEqual([])
    await app.write(
      children.slice(9),
      cared(children, 12).filter(
        e => e.type === 'health-assessment' || children.slice(9).some(c => c.id === e.subject),
      ),
    )
    expect((await member.get('/plan/action/A1')).text).toContain('100% (12 of 12)')
    const after = await member.get('/plan/papers/P1')
    expect(after.text).toBe(before.text)
    expect((await wordsOf(app, member, '/plan/papers/P1/word')).text).toContain(
      '0% (0 of 9) on 5 October 2026',
    )
    const edit = await analyst.get('/plan/papers/P1/edit')
    expect(edit.status).toBe(403)
    expect(edit.text).toContain('its words are fixed')
    expect((await member.get('/plan/papers')).text).toContain('Final')
  })

  test('what is kept carries its fingerprint; what does not give it is said to be changed, and not given out', async () => {
    expect((await analyst.get('/plan/papers/P1')).text).toMatch(/Fingerprint [0-9a-f]{12}/)
    const spoilt = givenSubject('paper', 'P0')
    const paper = {
      title: 'Not what it was',
      body: 'Cabinet',
      meeting: '2026-10-01',
      asAt: '2026-09-30',
      language: 'en-GB',
      parts: [],
    }
    const days = { meeting: day('2026-10-01'), asAt: day('2026-09-30') }
    await app.write(
      [spoilt],
      [
        given(spoilt.id, 'paper-begun', { kind: 'scrutiny', body: 'Scrutiny', ...days }),
        given(spoilt.id, 'paper-finished', { title: 'As it was', hash: '0'.repeat(64), paper, figures: {} }),
      ],
    )
    expect((await analyst.get('/plan/papers/P0')).text).toContain('not what was made final')
    expect((await analyst.get('/plan/papers/P0/word')).status).toBe(403)
  })

  test('it is opened again with a reason, counts anew, and the next is compared with it', async () => {
    const bare = await analyst.post('/plan/papers/P1', { why: '' })
    expect(bare.status).toBe(422)
    app.at('2026-10-06T09:00:00.000Z')
    analyst = await app.signInAs(cast.analyst)
    director = await app.signInAs(cast.director)
    await begin({ kind: 'cabinet', asAt: '6/10/2026' })
    const next = await analyst.get('/plan/papers/P2')
    expect(next.text).toContain('Since the paper of 20 October 2026, whose figures were as at 5 October 2026')
    expect(next.text).toContain(
      'the paper before gave 0% for 5 October 2026. With what was recorded since it is 100%',
    )
    await analyst.post('/plan/papers/P1', { why: 'A figure was put right' })
    const open = await analyst.get('/plan/papers/P1')
    expect(open.text).toContain('Opened again by Hal Brook')
    expect(open.text).toContain('100% (12 of 12) on 5 October 2026')
  })
})

describe('small numbers', () => {
  test('are held back in every paper, whoever writes it', async () => {
    const few = givenChild()
    await app.write([few], cared([few], 0))
    expect((await director.get('/plan/action/A1')).text).toContain('92.3% (12 of 13)')
    for (const kind of ['highlight', 'scrutiny', 'corporate-parenting', 'plan-on-a-page', 'letter']) {
      const { to = '' } = await begin({ kind, asAt: '6/10/2026' })
      const { text } = await wordsOf(app, analyst, to.replace('/edit', '/word'))
      expect(text, kind).not.toContain('92.3')
      expect(text, kind).toMatch(/[Hh]eld back/)
    }
  })
})

describe('its days', () => {
  test('are changed, and nobody’s change is lost', async () => {
    const mine = await analyst.get('/plan/papers/P2/about')
    await director.post('/plan/papers/P2/about', { meeting: '3/11/2026' })
    const late = await analyst.send(mine, '/plan/papers/P2/about', { meeting: '10/11/2026' })
    expect(late.status).toBe(409)
    await analyst.send(late, '/plan/papers/P2/about', {})
    expect((await analyst.get('/plan/papers/P2/edit')).text).toContain('10 November 2026')
  })
})
