import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'

const { worker, colleague, stranger, manager, director, nights } = cast

const wren = givenFile({ name: ['Wren', 'Pebble'] })
const jay = givenFile({ name: ['Jay', 'Stone'], worker: colleague })
const others = givenFile({ name: ['Other', 'Hill'], worker: stranger })
const nobody = givenFile({
  name: ['Nobody', 'Yet'],
  worker: null,
  more: id => [
    given(id, 'referral-received', { receivedOn: day('2026-03-06'), source: '1A', concern: 'A worry.' }),
  ],
})
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], named: [director, nights] })
const files = [wren, jay, others, nobody, secret]

let app: App
let night: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
})
afterAll(async () => await app.close())
// A session ends after half a day, so each test signs in at its own hour.
beforeEach(() => app.at('2026-03-10T12:00:00.000Z'))

const atNight = async (moment: string) => {
  app.at(moment)
  night = await app.signInAs(nights)
}
const homeOf = async (v: typeof worker, moment: string, query = '') => {
  app.at(moment)
  return await (await app.signInAs(v)).get(`/${query}`)
}
const visit = { visitedOn: 'today', seen: 'alone', views: 'Laughed.', next: 'Day team to ring.' }
const last = async (type: string) =>
  await app.store.db
    .selectFrom('entry')
    .selectAll()
    .where('type', '=', type)
    .where('author', '=', nights.id)
    .orderBy('recorded', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()

describe('out of hours, the same record the same evening', () => {
  test.each([
    // One minute before midnight, and one after: Friday 6 and Saturday 7 March.
    ['2026-03-06T23:59:00.000Z', '2026-03-06'],
    ['2026-03-07T00:01:00.000Z', '2026-03-07'],
    // Summer: an hour before midnight in Greenwich is midnight here.
    ['2026-07-03T22:59:00.000Z', '2026-07-03'],
    ['2026-07-03T23:01:00.000Z', '2026-07-04'],
    // The night on which the clocks go back: half past one, twice; and the last minute of that day.
    ['2026-10-25T00:30:00.000Z', '2026-10-25'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25'],
    ['2026-10-25T23:59:00.000Z', '2026-10-25'],
  ])('a visit at %s is of %s', async (moment, on) => {
    await atNight(moment)
    const sent = await night.post(`/child/${wren.code}/record/statutory-visit`, visit)
    expect(sent.to, sent.text).toMatch(/done=/)
    expect(await last('statutory-visit')).toMatchObject({ happened: on, recorded: moment, author: nights.id })
  })

  test('a day that has not begun is refused, and one that has just begun is not', async () => {
    await atNight('2026-03-06T23:59:00.000Z')
    const early = await night.post(`/child/${wren.code}/record/statutory-visit`, {
      ...visit,
      visitedOn: '7/3/2026',
    })
    expect(early.problems.map(p => p.href)).toEqual(['#visitedOn'])
    await atNight('2026-03-07T00:00:00.000Z')
    const sent = await night.post(`/child/${wren.code}/record/statutory-visit`, {
      ...visit,
      visitedOn: '7/3/2026',
    })
    expect(sent.to).toMatch(/done=/)
  })

  test('a note, a contact and the decision of a referral', async () => {
    await atNight('2026-03-06T22:15:00.000Z')
    const note = { what: 'call', about: 'Police rang', note: 'He is safe with his aunt.' }
    expect((await night.post(`/child/${jay.code}/record/case-note`, note)).to).toMatch(/done=/)
    const contact = { source: '1A', about: 'Noise next door.', outcome: 'nfa', reasons: 'Seen, and calm.' }
    expect((await night.post(`/child/${others.code}/record/contact`, contact)).to).toMatch(/done=/)
    const decided = {
      decision: 'assess',
      need: 'N1',
      assessment: 'single',
      reasons: 'Alone at night.',
      next: 'Day team to see her on Monday.',
    }
    expect((await night.post(`/child/${nobody.code}/record/referral-decided`, decided)).to).toMatch(/done=/)
    const open = await app.store.db
      .selectFrom('spell')
      .select('kind')
      .where('subject', '=', nobody.subject.id)
      .where('ends', 'is', null)
      .execute()
    expect(open.map(s => s.kind)).toEqual(expect.arrayContaining(['in-need', 'assessment']))
  })

  test('in a restricted file only for whom it names', async () => {
    await atNight('2026-03-06T21:00:00.000Z')
    const note = { what: 'call', about: 'Zephyrine is safe', note: 'Rang.' }
    expect((await night.post(`/child/${secret.code}/record/case-note`, note)).to).toMatch(/done=/)
  })
})

describe('while the day team was away', () => {
  test('Monday shows the weekend of one’s own children, with a way in', async () => {
    const home = await homeOf(worker, '2026-03-09T09:00:00.000Z')
    expect(home.text).toContain('While you were away')
    expect(home.text).toContain('since Friday 6 March 2026, 17:00')
    expect(home.text).toMatch(/Fri 23:59 Wren Pebble: Statutory visit\. Visited, seen alone Gus Moor/)
    expect(home.text).toMatch(/Sat 00:01 Wren Pebble/)
    for (const name of ['Jay Stone', 'Other Hill', 'Zephyrine']) expect(home.text).not.toContain(name)
  })

  test('a manager sees the team’s, and those whom nobody holds', async () => {
    const home = await homeOf(manager, '2026-03-09T09:00:00.000Z')
    expect(home.text).toMatch(/Fri 22:15 Jay Stone: Case note\. Police rang/)
    expect(home.text).toMatch(/Nobody Yet: Referral decided/)
    expect(home.text).not.toContain('Other Hill')
    expect(home.text).not.toContain('Zephyrine is safe')
  })

  test('it stays until the end of the day, and is gone the next', async () => {
    expect((await homeOf(worker, '2026-03-09T23:30:00.000Z')).text).toContain('While you were away')
    expect((await homeOf(worker, '2026-03-10T00:30:00.000Z')).text).not.toContain('While you were away')
  })

  test('after the night on which the clocks go back, Monday shows it all', async () => {
    const home = await homeOf(worker, '2026-10-26T09:00:00.000Z')
    expect(home.text).toContain('since Friday 23 October 2026, 17:00')
    expect(home.text.match(/Sun 01:30 Wren Pebble/g)).toHaveLength(2)
  })

  test('what colleagues of the day wrote is not there', async () => {
    await app.write(
      [],
      [
        given(
          wren.subject.id,
          'case-note',
          { on: day('2026-03-07'), what: 'call', about: 'By day', note: 'Rang.', significant: 'no' },
          { author: colleague.id, recorded: '2026-03-07T10:00:00.000Z' as Instant },
        ),
      ],
    )
    expect((await homeOf(worker, '2026-03-09T09:00:00.000Z')).text).not.toContain('By day')
  })

  test('a cover sees what concerns the children they cover', async () => {
    await app.write(
      [],
      [given(worker.id, 'cover', { from: day('2026-03-09'), to: day('2026-03-14'), by: colleague.id })],
    )
    expect((await homeOf(colleague, '2026-03-09T09:00:00.000Z')).text).toMatch(/Sat 00:01 Wren Pebble/)
    expect((await homeOf(colleague, '2026-03-16T09:00:00.000Z')).text).not.toContain('Wren Pebble')
  })
})

describe('the home of the out-of-hours team', () => {
  test('finds a child, takes a contact, says what waits, and what was done this shift', async () => {
    const seen = await homeOf(nights, '2026-03-07T02:00:00.000Z')
    expect(seen.html).toContain('action="/find"')
    expect(seen.html).toContain('href="/front-door/new"')
    expect(seen.text).toContain('No contact waits at the front door')
    expect(seen.text).toMatch(/Sat 00:01 Wren Pebble: Statutory visit/)
    const contact = givenSubject('contact', 'C1234567')
    await app.write(
      [contact],
      [
        given(contact.id, 'contact-received', {
          receivedOn: day('2026-03-07'),
          sort: 'worry',
          danger: false,
          concern: 'Shouting.',
          source: '1A',
        }),
      ],
    )
    const later = await homeOf(nights, '2026-03-09T18:00:00.000Z')
    expect(later.text).toContain('1 contact waits at the front door')
    expect(later.text).toContain('Nothing of yours is recorded since 17:00')
  })
})
