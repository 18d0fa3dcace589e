import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { earlierContacts } from '../../store/queries/front-door-earlier.ts'
import { at, frontDoor, refuse, restricted } from './test-contacts.ts'

const { app, manager, came, childOf, decideAs } = await frontDoor()

describe('the list', () => {
  test('danger first, then by when it is due; referrals on a file beside contacts; age in hours', async () => {
    const calm = await came()
    const danger = await came({ danger: true, children: [{ givenName: 'Rowan', familyName: 'Vetch' }] })
    const seen = await manager.get('/front-door')
    expect(seen.status).toBe(200)
    expect(seen.text.indexOf(danger.code)).toBeLessThan(seen.text.indexOf(calm.code))
    expect(seen.text).toContain('In danger now')
    expect(seen.text).toContain('3 hours')
    expect(seen.text).toContain('Odd Marl')
    expect(seen.html).toContain('/child/DDDD4444/record/referral-decided')
  })

  test('only for who decides; anybody else is told so', async () => {
    const worker = await app.signInAs(cast.worker)
    const c = await came()
    for (const path of ['/front-door', at(c), `${at(c)}/letter`])
      expect((await worker.get(path)).status, path).toBe(403)
    const director = await app.signInAs(cast.director)
    const read = await director.get(at(c))
    expect(read.status).toBe(200)
    expect(read.forms).toEqual([])
    const sent = await director.raw(at(c), { _csrf: '' })
    expect(sent.status).toBe(403)
  })

  test('repeats stand out: the third notice of domestic abuse about one child', async () => {
    const child = { givenName: 'Ash', familyName: 'Kestrel', born: day('2018-02-03') }
    await came({ on: '2025-09-01', sort: 'domestic-abuse', source: '6', children: [child] })
    await came({ on: '2026-01-01', sort: 'domestic-abuse', source: '6', children: [child] })
    const third = await came({
      sort: 'domestic-abuse',
      source: '6',
      children: [{ ...child, familyName: 'KESTREL' }],
    })
    await came({ on: '2025-12-01', children: [{ ...child, born: day('2011-02-03') }] })
    const seen = await manager.get(at(third))
    expect(seen.text).toContain('3 police notices of domestic abuse in 12 months')
    expect(seen.text).toContain('3 contacts in 12 months')
    expect((await manager.get('/front-door')).text).toContain(
      '3 police notices of domestic abuse in 12 months',
    )
  })
})

describe('a restricted child', () => {
  test('is no candidate, cannot be chosen by ID, and the decision goes on as if not there', async () => {
    const c = await came({
      children: [{ givenName: 'Zephyrine', familyName: 'Quietly', born: day('2014-05-06') }],
    })
    const page = await manager.get(at(c))
    expect(page.text).toContain('Nobody here looks like this child')
    expect(page.html).not.toContain('CCCC3333')
    const looks = app.store.db.selectFrom('access_log').select(['page', 'allowed'])
    expect(await looks.where('subject', '=', restricted.subject.id).execute()).toContainEqual({
      page: 'a contact',
      allowed: false,
    })
    const other = await manager.post(at(c), { ...refuse, 'who-1': 'other', 'other-1': 'CCCC3333' })
    const unknown = await manager.post(at(c), { ...refuse, 'who-1': 'other', 'other-1': 'ZZZZ9999' })
    expect(other.problems).toEqual(unknown.problems)
    expect((await manager.post(at(c), { ...refuse, 'who-1': 'child:CCCC3333' })).status).toBe(422)
    expect((await decideAs(manager, c, { ...refuse, 'who-1': 'new' })).to).toContain('done=yes')
    expect(await childOf(c)).not.toBe(restricted.subject.id)
  })

  test('a contact about a child who was restricted since is as if not there, and that it was asked is logged', async () => {
    const c = await came({ children: [{ givenName: 'Hidden', familyName: 'Later' }] })
    await decideAs(manager, c, { ...refuse, 'who-1': 'new' })
    const child = await childOf(c)
    await app.write(
      [],
      [
        given(child, 'restriction', {
          from: day('2026-03-10'),
          restricted: true,
          named: cast.reviewer.id,
          reason: 'A relative works here.',
        }),
      ],
    )
    expect((await manager.get(at(c))).status).toBe(404)
    expect((await manager.get('/front-door?show=decided&q=Hidden')).text).not.toContain(c.code)
    const again = await came({ children: [{ givenName: 'Hidden', familyName: 'Later', address: '1 Elm' }] })
    const seen = await earlierContacts(app.store.db, cast.manager, app.now(), [again.subject.id])
    expect([...seen.values()].flat().map(e => e.code)).not.toContain(c.code)
    const log = await app.store.db
      .selectFrom('access_log')
      .select(['subject', 'allowed'])
      .where('viewer', '=', cast.manager.id)
      .where('subject', '=', child)
      .where('allowed', '=', false)
      .execute()
    expect(log.length).toBeGreaterThan(0)
  })
})

describe('decided', () => {
  test('is found by name, reference and referrer', async () => {
    const c = await came({
      children: [{ givenName: 'Quill', familyName: 'Harrow' }],
      more: { referrer: 'Ola Searle' },
    })
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    for (const q of ['quill harrow', c.code, 'searle'])
      expect((await manager.get(`/front-door?show=decided&q=${encodeURIComponent(q)}`)).text, q).toContain(
        c.code,
      )
    expect((await manager.get('/front-door?show=decided&q=nobody%25')).text).toContain(
      'No decided contact is found',
    )
  })

  test('there is no such contact', async () => {
    expect((await manager.get('/front-door/C0000000')).status).toBe(404)
    expect((await manager.get('/front-door/C0000000/letter')).status).toBe(404)
  })
})
