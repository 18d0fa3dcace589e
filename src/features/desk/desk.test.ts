import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { addDays, day, type Instant } from '../../domain/kernel/day.ts'

// The tests stand on Tuesday 10 March 2026.
const today = day('2026-03-10')
const ago = (n: number) => addDays(today, -n)

const still = givenFile({ name: ['Still', 'Pond'] })
const moving = givenFile({
  name: ['Moving', 'Brook'],
  worker: cast.colleague,
  more: id => [
    given(id, 'statutory-visit', { visitedOn: ago(3), seen: 'alone', views: 'Laughed.', next: 'Again.' }),
    given(id, 'late-reason', {
      clock: 'looked-after-review',
      due: day('2026-02-02'),
      reason: 'The chair was ill.',
    }),
  ],
})
const others = givenFile({ name: ['Other', 'Hill'], worker: cast.stranger })
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.director] })
const nobody = givenFile({ name: ['Nobody', 'Yet'], worker: null })
const waiting = givenFile({
  name: ['Waiting', 'Gate'],
  worker: null,
  more: id => [given(id, 'referral-received', { receivedOn: ago(4), source: '1A', concern: 'A worry.' })],
})
const assessed = givenFile({
  name: ['Asked', 'About'],
  more: id => [
    given(id, 'early-help-meeting', {
      on: ago(2),
      who: 'All',
      views: 'Good.',
      moved: 'Much.',
      plan: 'More.',
    }),
  ],
})
const files = [still, moving, others, secret, nobody, waiting, assessed]

let app: App
let manager: Client
let director: Client

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

const names = (html: string) =>
  linksOf(html)
    .filter(l => /^\/child\/[A-Z0-9]+$/.test(l.href) && !l.text.startsWith('Held since'))
    .map(l => l.text)

describe('the desk of a team', () => {
  test('counts what waits, and every number opens into as many lines', async () => {
    const seen = await manager.get('/desk')
    expect(seen.status).toBe(200)
    const counts = linksOf(seen.html).flatMap(l => {
      const n = /^(\d+) /.exec(l.text)?.[1]
      return n !== undefined && l.href.startsWith('/desk/') ? [{ href: l.href, n: Number(n) }] : []
    })
    expect(counts.slice(0, 5).map(c => c.href)).toEqual([
      '/desk/referrals',
      '/desk/unsigned',
      '/desk/late',
      '/desk/drift',
      '/desk/sent-back',
    ])
    for (const { href, n } of counts) {
      const list = await manager.get(href)
      expect(names(list.html).length, href).toBe(n)
    }
    expect(counts[0]?.n).toBe(1)
    expect(linksOf(seen.html).find(l => l.href === '/allocate')?.text).toBe('2 Nobody is allocated')
    expect(seen.text).toMatch(/longest 6\d days/)
  })

  test('nothing has moved: not for a child seen last week, nor for another team’s', async () => {
    const drift = await manager.get('/desk/drift')
    expect(names(drift.html)).toEqual(['Still Pond'])
    expect(drift.text).toContain('Last moved 5 January 2026')
    const longer = await manager.get('/desk/drift?days=56')
    expect(names(longer.html)).toEqual(['Still Pond'])
    app.at('2026-02-20T12:00:00.000Z')
    expect(names((await manager.get('/desk/drift?days=56')).html)).toEqual([])
    app.at('2026-03-10T12:00:00.000Z')
  })

  test('late, by worker, with and without a reason', async () => {
    const seen = await manager.get('/desk')
    const row = (name: string) => rowsOf(seen.html).find(r => r[0]?.startsWith(name))
    const bo = row('Bo Larch')
    expect(bo?.[1]).toContain('1')
    expect(Number(bo?.[4])).toBe(Number.parseInt(bo?.[3] ?? '', 10) - 1)
    const list = await manager.get(`/desk/late?worker=${cast.colleague.id}`)
    expect(new Set(names(list.html))).toEqual(new Set(['Moving Brook']))
    expect(list.text).toContain('reason given')
    expect(list.text).toContain('Bo Larch')
  })

  test('a decision is one page away, and leads back', async () => {
    const list = await manager.get('/desk/drift')
    const decide = linksOf(list.html).find(l => l.text.startsWith('Decide'))
    expect(decide?.href).toBe(`/child/${still.code}/record/managers-decision?then=%2Fdesk%2Fdrift`)
    const decision = { decision: 'See Still this week', reason: 'Nobody has.', next: 'Amy visits.' }
    const sent = await manager.post(decide?.href ?? '', decision)
    expect(sent.to).toMatch(/^\/desk\/drift\?done=/)
    const after = await manager.follow(sent)
    expect(after.text).toContain('Recorded.')
    expect(names(after.html)).toEqual([])
  })

  test.each(['https://example.org/', '//example.org', '/desk.example', '/sign-out', '/deskx'])(
    'nobody is led to %s',
    async then => {
      const at = `/child/${moving.code}/record/managers-decision?then=${encodeURIComponent(then)}`
      const sent = await manager.post(at, { decision: 'Go on', reason: 'It works.', next: 'Visit.' })
      expect(sent.to).toMatch(new RegExp(`^/child/${moving.code}\\?done=`))
    },
  )

  test('a restricted child is on no list and in no number', async () => {
    for (const list of ['late', 'drift', 'children', 'unsigned', 'referrals'])
      expect((await manager.get(`/desk/${list}`)).text, list).not.toContain('Zephyrine')
    expect(names((await manager.get('/desk/children')).html)).toHaveLength(3)
    expect(names((await director.get('/desk/children?team=Oak')).html)).toHaveLength(4)
  })
})

describe('whose desk', () => {
  test('another team’s manager sees their own, whatever they ask for', async () => {
    const other = await app.signInAs(cast.otherManager)
    expect(names((await other.get('/desk/children?team=Oak')).html)).toEqual(['Other Hill'])
    expect((await other.get('/desk?team=Oak')).headings).toContain('Elm team')
  })
  test('a director has every team, or any one', async () => {
    const every = await director.get('/desk')
    expect(every.headings).toContain('Every team')
    expect(rowsOf(every.html).map(r => r[0])).toEqual(expect.arrayContaining(['Oak', 'Elm']))
    expect((await director.get('/desk?team=Elm')).headings).toContain('Elm team')
  })
  test('not a worker’s, a member’s or an analyst’s', async () => {
    for (const v of [cast.worker, cast.member, cast.analyst, cast.reviewer, cast.nights]) {
      const client = await app.signInAs(v)
      expect((await client.get('/desk')).status, v.name).toBe(403)
      expect((await client.get('/desk/late')).status, v.name).toBe(403)
    }
  })
  test('a list that is not there is said so', async () => {
    const seen = await manager.get('/desk/everything')
    expect(seen.status).toBe(404)
    expect(seen.text).toContain('Go back to the desk')
  })
})

const assessments = (seen: { readonly html: string }) =>
  linksOf(seen.html).filter(l => l.text === 'Assessment: Asked About').length

describe('what waits for a signature', () => {
  test('is shown with its age to who may sign, never to its author; sent back, it waits for the author', async () => {
    const { knownRecordType } = await import('../../domain/records/registry.ts')
    const type = knownRecordType('assessment')
    const answers = Object.fromEntries(Object.entries(type.fields).map(([name, f]) => [name, f.kind.example]))
    const entry = given(
      assessed.subject.id,
      'assessment',
      { ...answers, on: ago(6) },
      {
        author: cast.worker.id,
        recorded: '2026-03-04T12:00:00.000Z' as Instant,
      },
    )
    await app.write([], [entry])
    const list = await manager.get('/desk/unsigned')
    // Placements wait too; this is the newest.
    expect(assessments(list)).toBe(1)
    expect(list.text).toContain('6 days')
    await app.write(
      [],
      [
        given(
          assessed.subject.id,
          'sent-back',
          { why: 'Thin.', next: 'See the child.', by: ago(-2) },
          { amends: entry.id, author: cast.manager.id, recorded: '2026-03-09T12:00:00.000Z' as Instant },
        ),
      ],
    )
    expect(assessments(await manager.get('/desk/unsigned'))).toBe(0)
    expect(names((await manager.get('/desk/sent-back')).html)).toEqual(['Asked About'])
    await app.write(
      [],
      [
        given(
          assessed.subject.id,
          'amendment',
          { why: 'Seen now.', becomes: { ...answers, on: ago(6) } },
          { amends: entry.id, author: cast.worker.id, recorded: '2026-03-10T09:00:00.000Z' as Instant },
        ),
      ],
    )
    const again = await manager.get('/desk/unsigned')
    expect(assessments(again)).toBe(1)
    expect(again.text).toContain('Changed since sent back')
    expect((await manager.get('/desk')).text).toContain('1 changed after you sent it back')
  })
})
