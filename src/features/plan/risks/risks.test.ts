import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../../test/support/app.ts'
import { linksOf, rowsOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'

let app: App
let analyst: Client
let director: Client
let member: Client

beforeAll(async () => {
  app = await appWith()
  app.at('2026-10-05T09:00:00.000Z')
  analyst = await app.signInAs(cast.analyst)
  director = await app.signInAs(cast.director)
  member = await app.signInAs(cast.member)
})
afterAll(async () => await app.close())

const risk = {
  title: 'Too few workers',
  cause: 'Posts are vacant',
  event: 'Children wait',
  consequence: 'They are seen late',
  owner: 'Una Reed, head of service',
  mitigation: 'Hiring',
  indicators: ['ALLOC24'],
  on: '1/7/2026',
  likelihood: '4',
  impact: '5',
  targetLikelihood: '2',
  targetImpact: '5',
  review: '1/9/2026',
}

test('a risk is written down with its first rating, once', async () => {
  const page = await analyst.get('/plan/risks/new')
  expect((await analyst.send(page, '/plan/risks/new', risk)).to).toBe('/plan/risks/R1')
  expect((await analyst.send(page, '/plan/risks/new', risk)).to).toBe('/plan/risks/R1')
  const shown = await member.get('/plan/risks/R1')
  expect(shown.text).toContain('Very high: 4 × 5 = 20')
  expect(shown.text).toContain('Review past its date')
  expect(linksOf(shown.html).some(l => l.href === '/digest/ALLOC24')).toBe(true)
})

test.each([
  [{ review: '1/6/2026' }, 'This is not after the day of the rating. Enter a later day.'],
  [{ targetLikelihood: '5' }, 'The target is graver than the risk is now. Check all four numbers.'],
  [{ actions: 'A99' }, 'The plan has no action A99. Open the plan for their codes.'],
  [{ actions: 'the fourth' }, 'Write the codes of actions with commas between: A1, A4.'],
  [{ likelihood: '6' }, '“6” is not one of the answers. Choose one from the list.'],
])('%o is refused with what to do, and what was typed stays', async (wrong, says) => {
  const seen = await analyst.post('/plan/risks/new', { ...risk, title: 'Typed before', ...wrong })
  expect(seen.problems.map(p => p.text)).toEqual([says])
  expect(seen.html).toContain('Typed before')
})

test('the heat map counts open risks, and a count opens its list', async () => {
  const page = await member.get('/plan/risks')
  const row = rowsOf(page.html).find(r => r[0] === '4 Likely')
  expect(row).toEqual(['4 Likely', 'none', 'none', 'none', 'none', '1 (very high)'])
  const cell = linksOf(page.html).find(l => l.href.includes('likelihood=4'))
  expect((await member.get(cell?.href ?? '')).text).toContain('Risks of likelihood 4 and impact 5')
  expect((await member.get('/plan/risks?show=review')).text).toContain('Review past its date (1)')
})

test('two who rate at once see each other; a review sets the next', async () => {
  const at = '/plan/risks/R1/record/risk-rated'
  const mine = await analyst.get(at)
  const theirs = await director.get(at)
  expect((await analyst.send(mine, at, { likelihood: '3', review: '1/12/2026', why: 'Four hired' })).to).toBe(
    '/plan/risks/R1',
  )
  const second = await director.send(theirs, at, { likelihood: '5', review: '1/12/2026' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Four hired')
  const shown = await member.get('/plan/risks/R1')
  expect(shown.text).not.toContain('Review past its date')
  expect(shown.text).toContain('Four hired')
})

test('a closed risk says why, stays in the register, and can be opened again', async () => {
  await director.post('/plan/risks/R1/record/risk-closed', { why: 'All posts are filled' })
  expect((await member.get('/plan/risks')).text).toContain('Closed (1)')
  expect((await member.get('/plan/risks/R1')).text).toContain(
    'Closed on 5 October 2026: All posts are filled',
  )
  await director.post('/plan/risks/R1/record/risk-rated', { review: '1/12/2026' })
  expect((await member.get('/plan/risks')).text).toContain('Closed (0)')
})

test('an elected member reads and writes nothing; it can become a source of the plan', async () => {
  expect((await member.raw('/plan/risks/new', risk)).status).toBe(403)
  const page = await member.get('/plan/risks/R1')
  expect(
    linksOf(page.html).filter(l => l.href.includes('/record/') || l.href.includes('/source/new')),
  ).toEqual([])
  const source = linksOf((await analyst.get('/plan/risks/R1')).html).find(
    l => l.text === 'Make it a source of the plan',
  )
  expect(source?.href).toMatch(/^\/plan\/source\/new\?kind=risk&title=Too\+few\+workers&/)
  expect((await analyst.get('/plan/risks/R7')).text).toContain('There is no risk R7')
})
