import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { isPattern, LIMITS, patterns } from '../../domain/access/patterns.ts'
import { day } from '../../domain/kernel/day.ts'

const { stranger, manager, otherManager, auditor, director, nights } = cast

const wren = givenFile()
const closed = givenFile({ name: ['Zephyrine', 'Quietly'], named: [director] })
const kin = givenFile({ name: ['Teasel', 'Larch'] })
const own = givenFile({ name: ['Sorrel', 'Marsh'] })
const left = givenFile({
  worker: stranger,
  more: id => [
    given(id, 'allocation', {
      from: day('2026-02-01'),
      as: 'worker',
      worker: cast.worker.id,
      team: 'Oak',
    }),
  ],
})
const many = Array.from({ length: LIMITS.files }, (_, i) => givenFile({ name: ['Twig', `Branch${i}`] }))
const files = [wren, closed, kin, own, left, ...many]

let app: App
let cy: Client
let di: Client
let ed: Client
let kit: Client
let ivy: Client
let flo: Client

const NOON = '2026-03-10T12:00:00.000Z'
async function at(moment: string) {
  app.at(moment)
  cy = await app.signInAs(stranger)
  di = await app.signInAs(manager)
  ed = await app.signInAs(otherManager)
  kit = await app.signInAs(auditor)
  ivy = await app.signInAs(director)
  flo = await app.signInAs(cast.reviewer)
}

const reason = (
  client: Client,
  code: string,
  length = 'day',
  words = 'Covering for a colleague who is ill',
) => client.post(`/child/${code}/reason`, { reason: words, length })

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  await at(NOON)
})
afterAll(async () => await app.close())

const lines = (html: string) => rowsOf(html).slice(1)

describe('the log read back', () => {
  test('a search is kept with its words and what it showed; a closed file stands in it for nobody', async () => {
    await cy.get('/find?q=Quietly')
    await cy.get('/find?q=Teasel')
    const seen = await kit.get('/log?kind=search')
    expect(seen.text).toContain('Searched for “Quietly”. 0 children found.')
    expect(seen.text).toContain(`Searched for “Teasel”. 1 child found. Shown: ${kin.code}.`)
    expect(seen.html).not.toContain(closed.code)
    expect((await kit.get(`/log?who=${stranger.id}&kind=refused`)).text).toContain('A restricted file')
    // Those who are named on it see which it was.
    expect((await ivy.get(`/log?who=${stranger.id}&kind=refused`)).text).toContain(closed.code)
  })

  test('of one child, of one person, on some days; a closed child is as one who is not there', async () => {
    await di.get(`/child/${wren.code}`)
    const ofChild = await kit.get(`/log?child=${wren.code.toLowerCase()}`)
    expect(lines(ofChild.html).every(r => r[3] === wren.code)).toBe(true)
    expect(ofChild.text).toContain('Di Heron, team manager')
    const ofWho = await kit.get(`/log?who=${manager.id}&kind=opened`)
    expect(lines(ofWho.html).map(r => r[1])).toEqual(lines(ofWho.html).map(() => 'Di Heron, team manager'))
    expect(lines(ofWho.html).length).toBeGreaterThan(0)
    expect((await kit.get(`/log?who=${manager.id}&from=1/3/2026&to=9/3/2026`)).text).toContain(
      'Nothing of this kind is on the log',
    )
    for (const code of [closed.code, 'ZZZZ9999']) {
      const none = await kit.get(`/log?child=${code}`)
      expect(none.problems).toEqual([{ href: '#child', text: `No child has the ID ${code}. Check it.` }])
      expect(lines(none.html)).toEqual([])
    }
    expect((await kit.get('/log?from=soon')).problems.map(p => p.href)).toEqual(['#from'])
  })

  test('what was taken away is told by its name, and so is the taking of the log', async () => {
    await di.get('/decisions/export')
    await di.get(`/child/${wren.code}/chronology/print`)
    const file = await kit.get(`/log/file?who=${manager.id}`)
    expect(String(file.headers['content-type'])).toContain('text/csv')
    expect(file.html).toContain('Took the file decisions-2026-03-10.csv')
    expect((await kit.get('/log?kind=file')).text).toContain('Took the file log-2026-03-04-2026-03-10.csv')
    expect((await kit.get(`/log?kind=print&who=${manager.id}`)).text).toContain('print')
    // Reading the log is on the log.
    expect((await ivy.get(`/log?who=${auditor.id}`)).text).toContain('the log')
  })

  test('is in pages', async () => {
    const first = await kit.get('/log')
    expect(lines(first.html).length).toBeLessThanOrEqual(50)
    for (let i = 0; i < 52; i += 1) await kit.get('/help')
    const second = await kit.get(`/log?who=${auditor.id}&page=2`)
    expect(lines(second.html).length).toBeGreaterThan(0)
  })

  test('who reads the log of a child and may not open the file is shown nothing of the file', async () => {
    const seen = await kit.get(`/child/${wren.code}/log`)
    expect([seen.status, (await kit.get(`/child/${wren.code}`)).status]).toEqual([200, 403])
    expect(seen.text).toContain('Di Heron')
    expect(linksOf(seen.html).some(l => l.href === `/child/${wren.code}/chronology`)).toBe(false)
  })

  test.each(['worker', 'manager', 'reviewer', 'analyst', 'member', 'inspector'] as const)(
    '%s reads it not',
    async who => {
      const client = await app.signInAs(cast[who])
      for (const path of ['/log', '/log/file', '/log/patterns', '/log/patterns/file'])
        expect((await client.get(path)).status, path).toBe(403)
    },
  )
})

describe('reasons given', () => {
  test('hold as long as was asked, and never past midnight', async () => {
    await reason(cy, wren.code, 'hour')
    expect((await cy.get(`/child/${wren.code}`)).status).toBe(200)
    await at('2026-03-10T13:00:01.000Z')
    expect((await cy.get(`/child/${wren.code}`)).status).toBe(403)
    await at('2026-03-10T22:30:00.000Z')
    await reason(cy, wren.code, 'four')
    await at('2026-03-11T00:00:01.000Z')
    expect((await cy.get(`/child/${wren.code}`)).status).toBe(403)
    await at(NOON)
  })

  test('wait for somebody who reads that child’s log, and for nobody else; none reviews their own', async () => {
    await reason(cy, kin.code)
    await reason(ed, kin.code, 'day', 'A complaint about the night before')
    expect((await di.get('/log/reasons')).text).toContain('A complaint about the night before')
    // The child is not Ed’s team’s, and the reason his own.
    expect((await ed.get('/log/reasons')).text).not.toContain('A complaint about the night before')
    expect((await ed.get('/log/reasons')).text).not.toContain('Cy Marsh')
    expect((await cy.get('/log/reasons')).status).toBe(403)
    expect((await kit.get('/log/reasons')).text).toContain('Cy Marsh, social worker: Teasel Larch')
  })

  test('one wrongly given closes the file at once; asked about it waits on; a review needs its words', async () => {
    const page = await di.get('/log/reasons')
    const cyOn = await app.store.db
      .selectFrom('access_reason')
      .select('id')
      .where('viewer', '=', stranger.id)
      .where('subject', '=', kin.subject.id)
      .executeTakeFirstOrThrow()
    const send = (client: Client, fields: Record<string, string>) =>
      client.raw('/log/reasons', { _csrf: tokenOf(page.html), reason: cyOn.id, ...fields })
    expect((await send(di, { verdict: '' })).problems.map(p => p.href)).toEqual(['#verdict'])
    expect((await send(di, { verdict: 'wrong' })).problems.map(p => p.href)).toEqual(['#words'])
    const asked = await send(di, { verdict: 'ask', words: 'Which colleague?' })
    expect(asked.to).toBe('/log/reasons?done=yes')
    expect((await di.get('/log/reasons')).text).toContain('Which colleague?')
    expect((await cy.get(`/child/${kin.code}`)).status).toBe(200)
    expect((await send(di, { verdict: 'wrong', words: 'No such colleague.' })).status).toBe(303)
    expect((await cy.get(`/child/${kin.code}`)).status).toBe(403)
    expect((await di.get('/log/reasons?show=reviewed')).text).toContain('No such colleague.')
    // It is reviewed: the same form again is not taken.
    expect((await send(di, { verdict: 'right', words: '' })).status).toBe(403)
    const theirs = tokenOf((await ed.get('/log/reasons')).html)
    const tried = await ed.raw('/log/reasons', {
      _csrf: theirs,
      reason: cyOn.id,
      verdict: 'right',
      words: '',
    })
    expect(tried.status).toBe(403)
  })

  test('that nobody reviewed in three working days stand out', async () => {
    expect((await di.get('/log/reasons')).text).not.toContain('overdue')
    await at('2026-03-16T12:00:00.000Z')
    expect((await di.get('/log/reasons')).text).toMatch(/\d+ waits? for a review, \d+ of them overdue/)
    await at(NOON)
  })
})

const tokenOf = (html: string): string => html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''

describe('what is worth asking about', () => {
  const rowFor = (html: string, title: string) => rowsOf(html).find(r => r[0]?.startsWith(title))?.[1]

  test('nothing, where nothing is; then each by its rule, with whom, when and the lines behind it', async () => {
    await app.store.db.deleteFrom('throttle').execute()
    await at('2026-03-05T12:00:00.000Z')
    const quiet = await kit.get('/log/patterns?from=1/3/2026&to=4/3/2026')
    expect(
      rowsOf(quiet.html)
        .slice(1)
        .map(r => r[1]),
    ).toEqual(Object.keys(patterns).map(() => 'Never'))

    for (const f of many) await di.get(`/child/${f.code}`)
    await cy.get(`/child/${own.code}`)
    await (await app.signInAs(cast.worker)).get(`/child/${kin.code}`)
    await reason(cy, left.code)
    await cy.get(`/child/${left.code}`)
    for (let i = 0; i < LIMITS.refusals; i += 1) await cy.get('/log')
    await cy.get('/find?q=Quietly')
    for (let i = 0; i < LIMITS.reasons; i += 1) await reason(flo, wren.code)
    await at('2026-03-05T23:30:00.000Z')
    await di.get(`/child/${wren.code}`)
    await (await app.signInAs(nights)).get(`/child/${wren.code}`)
    await at(NOON)

    const all = await kit.get('/log/patterns?from=5/3/2026&to=5/3/2026')
    const often = Object.entries(patterns).map(([code, p]) => [code, rowFor(all.html, p.title)])
    expect(Object.fromEntries(often)).toEqual({
      'many-files': '1',
      'own-name': '1',
      'colleague-name': '1',
      'no-longer-theirs': '1',
      night: '1',
      'many-people': 'Never',
      refused: '1',
      'closed-sought': '1',
      reasons: '1',
    })
  })

  test.each([
    ['many-files', 'Di Heron', '', String(LIMITS.files)],
    ['own-name', 'Cy Marsh', own.code, '1'],
    ['colleague-name', 'Amy Thistle', kin.code, '1'],
    ['no-longer-theirs', 'Cy Marsh', left.code, '1'],
    ['night', 'Di Heron', '', '1'],
    ['closed-sought', 'Cy Marsh', 'A restricted file', '1'],
    ['reasons', 'Flo Quill', '', String(LIMITS.reasons)],
  ])('%s points at %s', async (which, who, child, n) => {
    const seen = await kit.get(`/log/patterns?which=${which}&from=5/3/2026&to=5/3/2026`)
    const [row] = lines(seen.html)
    expect(row?.[1]).toContain(who)
    expect([row?.[2], row?.[3]]).toEqual([child, n])
    if (isPattern(which)) expect(seen.text).toContain(patterns[which].why)
    const behind = linksOf(seen.html).find(l => l.href.startsWith('/log?'))?.href ?? ''
    expect(lines((await kit.get(behind)).html).length).toBeGreaterThan(0)
    const file = await kit.get(`/log/patterns/file?which=${which}&from=5/3/2026&to=5/3/2026`)
    expect(file.html).toContain(who)
    expect(file.html).not.toContain(closed.code)
  })

  test('a child whom many opened in a week', async () => {
    // One opened here by whoever may: fewer than stand out, so the rule is asked of nothing but its number.
    const seen = await kit.get('/log/patterns?which=many-people')
    expect(seen.text).toContain('Nothing of this kind is on the log on these days')
  })
})
