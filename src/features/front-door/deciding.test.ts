import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { answer } from '../../domain/indicators/answer.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { day } from '../../domain/kernel/day.ts'
import { clocksOf } from '../../domain/timescales/evaluate.ts'
import { accept, at, frontDoor, known, open, refuse, SAM } from './test-contacts.ts'

const { app, manager, nights, came, entriesIn, typesIn, childOf, decideAs } = await frontDoor()

describe('a decision', () => {
  test('accepted, about a child who is here: a referral received and decided on the child’s file, in time', async () => {
    const c = await came()
    const done = await decideAs(manager, c, { ...accept, 'who-1': 'child:AAAA1111' })
    expect(done.problems).toEqual([])
    expect(done.to).toBe(`${at(c)}?done=yes`)
    expect(await childOf(c)).toBe(known.subject.id)
    const entries = await entriesIn(known.subject.id)
    expect(entries.find(e => e.type === 'referral-received')?.answers).toMatchObject({
      receivedOn: '2026-03-10',
      source: '2A',
      reference: c.code,
    })
    expect(entries.find(e => e.type === 'referral-decided')?.answers).toMatchObject({
      decision: 'assess',
      assessment: 'single',
      need: 'N1',
    })
    const clocks = await app.store.db
      .selectFrom('clock')
      .select(['series', 'met'])
      .where('subject', 'in', [c.subject.id, known.subject.id])
      .where('series', 'in', ['contact-decision', 'referrer-told', 'referral-decision'])
      .execute()
    expect(clocks.map(k => k.series).sort()).toEqual([
      'contact-decision',
      'referral-decision',
      'referrer-told',
    ])
    for (const k of clocks) expect(k.met, k.series).toBe('2026-03-10')
    const seen = await manager.follow(done)
    expect(seen.text).toContain('Allocate Sam Reed now')
    expect(seen.html).not.toContain('<b>alone</b>')
  })

  test('refused, about a child nobody knew: a file begins with what was put right; no referral', async () => {
    const c = await came({
      children: [{ givenName: 'Lark', familyName: 'Ryd', age: '7', address: '3 Mill Lane' }],
    })
    const done = await decideAs(manager, c, {
      ...refuse,
      'who-1': 'new',
      'familyName-1': 'Ryde',
      'sex-1': 'F',
    })
    expect(done.to).toContain('done=yes')
    const id = await childOf(c)
    expect(await typesIn(id)).toEqual(['person-details', 'contact'])
    const person = await app.store.db
      .selectFrom('person')
      .selectAll()
      .where('subject', '=', id)
      .executeTakeFirst()
    expect(person).toMatchObject({
      family_name: 'Ryde',
      given_name: 'Lark',
      sex: 'F',
      address: '3 Mill Lane',
    })
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    expect(String(letter?.answers.letter)).toContain('School supports him')
    expect(String(letter?.answers.letter)).toContain('Talk to the nurse')
  })

  test('a child expected: the new file is of an unborn child', async () => {
    const c = await came({ children: [{ familyName: 'Ember', born: day('2026-06-01') }] })
    await decideAs(manager, c, { ...accept, 'who-1': 'new' })
    const [first] = await entriesIn(await childOf(c))
    expect(first?.answers).toMatchObject({ unborn: true, expected: '2026-06-01' })
  })

  test('a child open already is not referred again: the worker’s file tells of it', async () => {
    const c = await came({ children: [{ givenName: 'Ivy', familyName: 'Flint', born: day('2014-05-06') }] })
    const page = await manager.get(at(c))
    expect(page.text).toContain('Open: Cy Marsh')
    const done = await decideAs(manager, c, {
      level: '3',
      outcome: 'open-case',
      reasons: 'Known',
      next: 'The worker visits',
      'who-1': 'child:BBBB2222',
    })
    expect(done.to).toContain('done=yes')
    const types = await typesIn(open.subject.id)
    expect(types.at(-1)).toBe('contact')
    expect(types.filter(t => t === 'referral-received')).toHaveLength(1)
  })

  test('what the outcome needs is asked for, and every word comes back', async () => {
    const c = await came({ children: [{ givenName: 'Nobody', familyName: 'Known' }] })
    const none = await manager.post(at(c), { ...accept, 'who-1': 'none' })
    expect(none.status).toBe(422)
    expect(none.problems).toEqual([
      {
        href: '#outcome',
        text: 'This needs a child’s file. Above, say who the child is, or start a new file.',
      },
    ])
    expect(none.html).toContain('A visit tomorrow')
    const closed = await manager.post(at(c), { ...accept, outcome: 'open-case', 'who-1': 'new' })
    expect(closed.text).toContain('None of these children is open to social care')
    const blank = await manager.post(at(c), {})
    expect(blank.problems.map(p => p.href)).toEqual(
      expect.arrayContaining(['#level', '#outcome', '#reasons']),
    )
    const twins = await came({ children: [SAM, { ...SAM, givenName: 'Samuel' }] })
    const twice = await manager.post(at(twins), {
      ...accept,
      'who-1': 'child:AAAA1111',
      'who-2': 'other',
      'other-2': 'aaaa1111',
    })
    expect(twice.text).toContain('You chose the same child for another of these.')
    expect(await typesIn(twins.subject.id)).not.toContain('contact-decided')
  })

  test('two who look alike are remembered as different', async () => {
    const c = await came()
    const fields = { ...refuse, 'who-1': 'new', 'not-1': 'AAAA1111' }
    expect((await manager.post(at(c), fields)).problems.map(p => p.href)).toEqual(['#why-1'])
    await decideAs(manager, c, { ...fields, 'why-1': 'Another mother' })
    const [, , different] = await entriesIn(await childOf(c))
    expect(different).toMatchObject({
      type: 'different-child',
      answers: { child: known.subject.id, why: 'Another mother' },
    })
  })

  test('the same form twice is one decision', async () => {
    const c = await came()
    const page = await manager.get(at(c))
    const fields = { ...refuse, 'who-1': 'none', how: 'none' }
    await manager.send(page, at(c), fields)
    const before = (await entriesIn(c.subject.id)).length
    const again = await manager.send(page, at(c), fields)
    expect(again.to).toBe(`${at(c)}?done=yes`)
    expect(await entriesIn(c.subject.id)).toHaveLength(before)
  })

  test('of two managers at once the second sees what the first decided, and loses nothing', async () => {
    const c = await came()
    const theirs = await nights.get(at(c))
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    const late = await nights.send(theirs, at(c), {
      ...accept,
      'who-1': 'new',
      reasons: 'Mine, typed at night',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Di Heron decided this')
    expect(late.text).toContain('Mine, typed at night')
    expect((await typesIn(c.subject.id)).filter(t => t === 'contact-decided')).toHaveLength(1)
    expect((await nights.get(at(c))).text).toContain('Mine, typed at night')
    await nights.post(at(c), {}, { button: ['_drop', 'yes'] })
    expect((await nights.get(at(c))).text).not.toContain('Mine, typed at night')
  })

  test('what is typed is kept as it is typed, and found from my work', async () => {
    const c = await came()
    const page = await manager.get(at(c))
    const [form] = page.forms
    const kept = await manager.raw(`${at(c)}?keep=script`, { ...form?.fields, reasons: 'Half a thought' })
    expect(kept.status).toBe(200)
    expect((await manager.get(at(c))).html).toContain('Half a thought')
    expect((await manager.get('/')).html).toContain(`href="${at(c)}"`)
    await manager.post(at(c), { 'look-1': 'Marl' }, { button: ['_look', '1'] })
    const looked = await manager.get(at(c))
    expect(looked.text).toContain('Odd Marl')
    expect(looked.html).toContain('Half a thought')
  })
})

test('the figures of referrals read a referral that a contact made as any other', async () => {
  const name = { givenName: 'Merle', familyName: 'Twice', born: day('2015-04-03') }
  const first = await came({ on: '2026-03-09', children: [name] })
  await decideAs(manager, first, { ...accept, 'who-1': 'new' })
  const child = await childOf(first)
  const code = (
    await app.store.db.selectFrom('person').select('code').where('subject', '=', child).executeTakeFirst()
  )?.code
  const says = async (indicator: string) => {
    const file = foldFile(child, await entriesIn(child))
    const asked = findIndicator(indicator)
    return asked && answer(asked, { file, clocks: clocksOf(file) }, day('2026-12-31'))
  }
  expect(await says('REFDECISION')).toMatchObject({ in: true, yes: true })
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: false })
  // Open already: told to the worker, and no second referral.
  const second = await came({ children: [name] })
  await decideAs(manager, second, { ...accept, 'who-1': `child:${code}` })
  expect((await typesIn(child)).filter(t => t === 'referral-received')).toHaveLength(1)
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: false })
  await app.write(
    [],
    [
      {
        ...given(child, 'case-closed', { on: day('2026-03-10'), reason: 'RC8', why: 'Well' }),
        recorded: app.now(),
      },
    ],
  )
  const third = await came({ children: [name] })
  await decideAs(manager, third, { ...accept, 'who-1': `child:${code}` })
  expect((await typesIn(child)).filter(t => t === 'referral-received')).toHaveLength(2)
  expect(await says('REFDECISION')).toMatchObject({ in: true, yes: true })
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: true })
})
