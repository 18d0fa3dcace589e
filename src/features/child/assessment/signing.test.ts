import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../../test/support/children.ts'
import { given, HERE } from '../../../../test/support/given.ts'
import { idsOf, linksOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'
import type { Viewer } from '../../../domain/access/roles.ts'
import { day, type Instant } from '../../../domain/kernel/day.ts'
import { newId } from '../../../store/ids.ts'
import { looksAt } from '../../../store/log.ts'

const answers = {
  on: day('2026-03-09'),
  kind: 'single',
  seen: 'alone',
  seenOn: day('2026-03-05'),
  views: 'She wants gran to stay.',
  identity: 'Welsh speaker; chapel on Sundays.',
  history: 'Moved here in 2024.',
  risks: 'Alone at night',
  protects: 'Gran',
  parenting: 'Warm, and very tired.',
  family: 'Gran lives near.',
  agencies: 'School: often late.',
  parents: 'They see no harm.',
  impact: 'She puts herself to bed.',
  analysis: 'Nobody is there at night.',
  outcome: 'close',
}

interface Waiting extends GivenFile {
  readonly entry: string
}

/** A child whose assessment waits to be signed. */
function waiting(
  more: Record<string, unknown> = {},
  author: Viewer = cast.worker,
  before?: Record<string, unknown>,
): Waiting {
  const entry = newId(HERE)
  const kind = String(more.kind ?? 'single')
  const file = givenFile({
    more: id => [
      ...(before ? [given(id, 'assessment', { ...answers, on: day('2025-06-01'), ...before })] : []),
      given(id, 'referral-received', { receivedOn: day('2026-02-02'), source: '6', concern: 'Left alone' }),
      given(id, 'referral-decided', {
        decidedOn: day('2026-02-03'),
        decision: 'assess',
        need: 'N1',
        assessment: kind,
        reasons: 'Alone at night',
        next: 'Visit',
      }),
      given(
        id,
        'assessment',
        { ...answers, ...more },
        { id: entry, author: author.id, recorded: '2026-03-09T16:00:00.000Z' as Instant },
      ),
    ],
  })
  return { ...file, entry }
}

const plain = waiting()
const initial = waiting({ kind: 'initial', outcome: 'core', plan: 'More to find out' })
const toSendBack = waiting({ outcome: 'early-help', plan: 'School takes over' })
const toDirect = waiting()
const toRefuse = waiting()
const byManager = waiting({}, cast.manager)
const toAmend = waiting()
const changed = waiting({ outcome: 'child-in-need', plan: 'Gran stays' }, cast.worker, {
  parenting: 'Warm, and tired.',
  family: 'Nobody near.',
})
const files = [plain, initial, toSendBack, toDirect, toRefuse, byManager, toAmend, changed]

let app: App
let worker: Client
let manager: Client
let director: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

const at = (f: Waiting) => `/child/${f.code}/entry/${f.entry}`
const sign = (who: Client, f: Waiting) => who.post(at(f), { comment: '' }, { button: ['_do', 'signature'] })
const clocks = async (f: Waiting) =>
  await app.store.db
    .selectFrom('clock')
    .select(['series', 'met', 'due'])
    .where('subject', '=', f.subject.id)
    .where('series', 'like', '%assessment')
    .where('series', '<>', 'health-assessment')
    .orderBy('series')
    .execute()

describe('reading what waits', () => {
  test('what is carried on is told as unchanged, or word for word as changed, and nothing known as new', async () => {
    const read = await manager.get(at(changed))
    expect(read.html).toMatch(/Changed since 1 June 2025[\s\S]*Warm, and <ins>very <\/ins>tired\./)
    expect(read.html).toMatch(/<del>Nobody <\/del><ins>Gran lives <\/ins>near\./)
    expect(read.text).toContain('Unchanged since 1 June 2025 Welsh speaker; chapel on Sundays.')
    expect(read.text).toMatch(/Child and family assessment: due .* working days/)
    expect((await manager.get(at(plain))).html).not.toContain('<ins>')
  })
})

describe('signing', () => {
  test('meets the clock on the day of the signature, and not before; the page says what it did', async () => {
    expect((await clocks(plain)).map(c => c.met)).toEqual([null])
    const sent = await sign(manager, plain)
    expect(sent.to).toBe(at(plain))
    expect(await clocks(plain)).toMatchObject([{ series: 'single-assessment', met: '2026-03-10' }])
    const read = await manager.follow(sent)
    expect(read.text).toContain('Signed off by Di Heron on 10 March 2026')
    expect(read.text).toContain('Child and family assessment: finished in time')
    const close = linksOf(read.html).find(l => l.text === 'Close the case')
    expect(close?.href).toBe(`/child/${plain.code}/record/case-closed?reason=RC8`)
    expect((await manager.get(close?.href ?? '')).forms[0]?.fields).toMatchObject({ reason: 'RC8' })
    expect(linksOf((await worker.get(at(plain))).html).map(l => l.text)).not.toContain('Close the case')
  })

  test('an initial assessment that leads to a core one begins it, that day', async () => {
    const read = await manager.follow(await sign(manager, initial))
    expect(read.text).toContain('Initial assessment: finished late')
    expect(read.text).toMatch(/Core assessment: due \d+ April 2026, 35 working days/)
    expect(await clocks(initial)).toMatchObject([
      { series: 'core-assessment', met: null },
      { series: 'initial-assessment', met: '2026-03-10' },
    ])
  })

  test('an amendment afterwards opens it again', async () => {
    await sign(manager, toAmend)
    expect((await clocks(toAmend)).map(c => c.met)).toEqual(['2026-03-10'])
    const amend = `/child/${toAmend.code}/amend/${toAmend.entry}`
    expect((await worker.post(amend, { risks: 'The dog too', _why: 'Left out' })).status).toBe(303)
    expect((await clocks(toAmend)).map(c => c.met)).toEqual([null])
    expect((await manager.get(at(toAmend))).text).toContain('Your decision')
    expect((await director.get(at(toAmend))).text).toContain('Your decision')
    await sign(director, toAmend)
    expect((await clocks(toAmend)).map(c => c.met)).toEqual(['2026-03-10'])
  })

  test('is for what was read: changed meanwhile, it is read again', async () => {
    const open = await manager.get(at(toRefuse))
    await worker.post(`/child/${toRefuse.code}/amend/${toRefuse.entry}`, { risks: 'Worse', _why: 'News' })
    const sent = await manager.send(open, at(toRefuse), {}, { button: ['_do', 'signature'] })
    expect(sent.problems.map(p => p.text)).toEqual([
      'It was changed while you were reading. Read it again as it stands now, then decide.',
    ])
    expect((await clocks(toRefuse)).map(c => c.met)).toEqual([null])
  })

  test('is never for its author, nor for who amended it, and the refusal is logged', async () => {
    const own = await manager.get(at(byManager))
    expect(own.text).toContain('Waits to be signed off by somebody other than you')
    const open = await manager.get(at(toRefuse))
    for (const [way, fields] of [
      ['signature', {}],
      ['sent-back', { 'back-why': 'No', 'back-next': 'More' }],
      ['managers-decision', { 'direct-decision': 'x', 'direct-reason': 'x', 'direct-next': 'x' }],
    ] as const) {
      const form = open.forms.find(f => f.buttons.some(b => b.value === way))?.fields ?? {}
      const sent = await manager.raw(at(byManager), { ...form, ...fields, _do: way })
      expect(sent.status, way).toBe(403)
      expect(sent.text).toContain('You wrote this, so somebody else must sign it off')
    }
    const log = await looksAt(app.store.db, byManager.subject.id, 10, 0)
    expect(log.filter(l => !l.allowed && l.because.startsWith('You wrote this'))).toHaveLength(3)
    expect((await clocks(byManager)).map(c => c.met)).toEqual([null])

    await manager.post(`/child/${toRefuse.code}/amend/${toRefuse.entry}`, { risks: 'Mine', _why: 'Slip' })
    expect((await manager.get(at(toRefuse))).text).toContain('somebody other than you')
    const worker403 = await worker.raw(at(toRefuse), { ...(open.forms[0]?.fields ?? {}), _do: 'signature' })
    expect(worker403.status).toBe(403)
  })
})

describe('sending back', () => {
  test('needs its reasons; then it waits for the author, at the top of their work, until it is amended', async () => {
    const bare = await manager.post(at(toSendBack), { 'back-why': '' }, { button: ['_do', 'sent-back'] })
    expect(bare.problems.map(p => p.href)).toEqual(['#back-why', '#back-next'])
    for (const p of bare.problems) expect(idsOf(bare.html).has(p.href.slice(1))).toBe(true)
    const fields = { 'back-why': 'No word of the father', 'back-next': 'Ring him', 'back-by': '12/3/2026' }
    const sent = await manager.post(at(toSendBack), fields, { button: ['_do', 'sent-back'] })
    expect(sent.to).toBe(at(toSendBack))

    const list = (await worker.get('/')).text
    expect(list).toMatch(/Sent back to you: assessment.*?due Thursday, 2 working days/)
    expect((await manager.get('/')).html).not.toContain(at(toSendBack))
    const read = await worker.get(at(toSendBack))
    expect(read.text).toContain('Sent back by Di Heron on 10 March 2026. Amend it')
    expect(read.text).toContain('No word of the father')
    const amend = `/child/${toSendBack.code}/amend/${toSendBack.entry}`
    expect((await worker.get(amend)).text).toContain('What must be done first: Ring him')

    await worker.post(amend, { parents: 'The father wants him home.', _why: 'Rang the father' })
    expect((await worker.get('/')).text).not.toContain('Sent back to you')
    expect((await manager.get(at(toSendBack))).text).not.toContain(
      'Sent back by Di Heron on 10 March 2026. It waits',
    )
    expect((await sign(manager, toSendBack)).to).toBe(at(toSendBack))
    const after = await manager.get(at(toSendBack))
    expect(linksOf(after.html).map(l => l.href)).toContain(
      `/child/${toSendBack.code}/record/early-help-step?step=down`,
    )
    expect(after.text).toContain('Sent back: No word of the father')
  })
})

describe('directing', () => {
  test('is a decision that names the entry, which goes on waiting', async () => {
    const fields = {
      'direct-decision': 'See her at school first',
      'direct-reason': 'She did not speak at home',
      'direct-next': 'Amy visits the school',
      'direct-by': '1/3/2026',
    }
    const early = await manager.post(at(toDirect), fields, { button: ['_do', 'managers-decision'] })
    expect(early.problems.map(p => p.href)).toEqual(['#direct-by'])
    const sent = await manager.post(
      at(toDirect),
      { ...fields, 'direct-by': '13/3/2026' },
      { button: ['_do', 'managers-decision'] },
    )
    expect(sent.to).toBe(at(toDirect))
    const read = await manager.follow(sent)
    expect(read.text).toContain('See her at school first')
    expect(read.text).toContain('Your decision')
    expect((await clocks(toDirect)).map(c => c.met)).toEqual([null])
    expect((await worker.get(`/child/${toDirect.code}`)).text).toContain('See her at school first')
    const { answers: said } = await app.store.db
      .selectFrom('happening')
      .select('answers')
      .where('amends', '=', toDirect.entry)
      .where('type', '=', 'managers-decision')
      .executeTakeFirstOrThrow()
    expect(said).toMatchObject({ next: 'Amy visits the school', by: '2026-03-13' })
  })
})
