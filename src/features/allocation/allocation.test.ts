import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { readEntries } from '../../store/ledger.ts'

const member = (code: string, name: string, more: Record<string, unknown> = {}) => {
  const subject = givenSubject('worker', code)
  const entry = given(subject.id, 'staff-details', {
    from: day('2020-01-06'),
    name,
    role: 'social-worker',
    team: 'Oak',
    registered: true,
    working: true,
    ...more,
  })
  return { subject, entry, id: subject.id }
}

const helper = member('S1', 'Kim Alder', { registered: false })
const full = member('S2', 'Lou Ash', { limit: 0 })
const fresh = member('S3', 'Mo Birch', { newlyQualifiedFrom: day('2026-01-05') })
const gone = member('S4', 'Nell Elder', { working: false })
const away = member('S5', 'Oz Hazel')
const staff = [helper, full, fresh, gone, away]
const cover = given(away.id, 'cover', {
  from: day('2026-03-09'),
  to: day('2026-03-16'),
  by: gone.id,
})

const onPlan = (id: string) => [
  given(id, 'protection-plan-started', {
    conferenceOn: day('2026-01-06'),
    category: 'NEG',
    change: 'Food',
    ifNot: 'Court',
  }),
]

const files: GivenFile[] = []
const fileOf = (about: Parameters<typeof givenFile>[0] = {}): GivenFile => {
  const made = givenFile(about)
  files.push(made)
  return made
}
const waiting = Array.from({ length: 8 }, () => fileOf({ worker: null }))
const planned = fileOf({ worker: null, more: onPlan })
const held = fileOf({ name: ['Fern', 'Pebble'] })
const restricted = fileOf({ worker: null, named: [cast.otherManager] })
const sister = fileOf({
  worker: null,
  name: ['Ivy', 'Pebble'],
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: held.subject.id, from: day('2020-01-01') }),
    given(id, 'relationship', { kind: 'sibling', child: restricted.subject.id, from: day('2020-01-01') }),
  ],
})

let app: App
let manager: Client
let otherManager: Client
beforeAll(async () => {
  app = await appWith(
    [...subjectsOf(files), ...staff.map(s => s.subject)],
    [...entriesOf(files), ...staff.map(s => s.entry), cover],
  )
  manager = await app.signInAs(cast.manager)
  otherManager = await app.signInAs(cast.otherManager)
})
afterAll(async () => await app.close())

const at = (f: GivenFile, as = '') => `/child/${f.code}/record/allocation${as}`
const written = async (f: GivenFile, type = 'allocation') =>
  (await readEntries(app.store.db, f.subject.id)).filter(e => e.type === type)
let next = 0
/** A child nobody else uses. */
const child = (): GivenFile => {
  const f = waiting[next]
  next += 1
  if (!f) throw new Error('Give more children.')
  return f
}

describe('allocation to a worker', () => {
  test('shows who could hold the child, with their work, and gives it to the one chosen', async () => {
    const f = child()
    const page = await manager.get(at(f))
    expect(page.text).toContain(
      'Nobody is the named worker yet. The child weighs 1½: looked after, new to the worker',
    )
    expect(page.text).toContain('Amy Thistle 1 of 22, 1 child')
    expect(page.text).toContain('Mo Birch 0 of 19½, 0 children Newly qualified until 5 January 2027')
    expect(page.text).toContain('Away until 16 March 2026: nobody who is here covers')
    expect(page.text).toContain('Kim Alder 0 of 22, 0 children Not recorded as registered')
    expect(page.text).not.toContain('Nell Elder')
    expect(page.text).toContain('Somebody of another team (3)')
    const sent = await manager.post(at(f), { worker: cast.colleague.id })
    expect(sent.problems).toEqual([])
    expect(sent.to).toMatch(new RegExp(`^/child/${f.code}\\?done=`))
    expect((await written(f))[0]?.answers).toEqual({
      from: '2026-03-10',
      as: 'worker',
      worker: cast.colleague.id,
      team: 'Oak',
    })
  })

  test('puts first who works with a brother or sister, and names nobody whose file is closed', async () => {
    const page = await manager.get(at(sister))
    expect(page.text).toContain('Works with Fern Pebble, a brother or sister')
    const first = page.text.indexOf('Amy Thistle')
    for (const name of ['Bo Larch', 'Lou Ash', 'Mo Birch'])
      expect(page.text.indexOf(name), name).toBeGreaterThan(first)
    expect(page.text).not.toContain('Wren')
  })

  test('to nobody: a team is not a worker', async () => {
    const f = child()
    const sent = await manager.post(at(f), { worker: '' })
    expect(sent.problems).toEqual([
      { href: '#worker', text: 'Choose who it will be. A team is not a worker.' },
    ])
    expect(sent.html).toContain('id="worker"')
    expect(await written(f)).toEqual([])
  })

  test('to someone without the qualification: refused, explained, and no reason helps', async () => {
    const f = child()
    for (const fields of [{ worker: helper.id }, { worker: helper.id, despite: 'We are short' }]) {
      const page = await manager.get(at(f))
      const form = page.forms.find(x => x.names.has('worker'))?.fields ?? {}
      const sent = await manager.raw(at(f), { ...form, ...fields })
      expect(sent.status).toBe(422)
      expect(sent.problems.map(p => p.text)).toEqual([
        'Kim Alder is not recorded as a registered social worker. A child in need, with a plan or looked after must have one. Choose somebody else, or have the registration put on their staff page first.',
      ])
    }
    expect(await written(f)).toEqual([])
  })

  test.each([
    ['who has left', gone.id, /no longer works here/],
    ['who is an analyst', cast.analyst.id, /does not hold children’s cases/],
    ['who is nobody', '01890a5d-ac96-774b-bcce-b302099a8057', /Choose a member of staff/],
  ])('to somebody %s, sent by hand: refused', async (_, worker, say) => {
    const f = child()
    const form = (await manager.get(at(f))).forms.find(x => x.names.has('worker'))?.fields ?? {}
    const sent = await manager.raw(at(f), { ...form, worker })
    expect(sent.status).toBe(422)
    expect(sent.problems[0]?.text).toMatch(say)
    expect(await written(f)).toEqual([])
  })

  test('a warning comes back once with its question, and goes through with the reason, which is kept', async () => {
    const f = child()
    const warned = await manager.post(at(f), { worker: full.id })
    expect(warned.status).toBe(422)
    expect(warned.problems).toEqual([
      {
        href: '#despite',
        text: 'Lou Ash has 0 of work, and would have 1½. The limit is 0. Choose somebody else, or say why all the same.',
      },
    ])
    expect(await written(f)).toEqual([])
    const sent = await manager.send(warned, at(f), { despite: 'Comes off long leave today' })
    expect(sent.status).toBe(303)
    expect((await written(f))[0]?.answers.despite).toBe('Comes off long leave today')
  })

  test.each([
    [
      'newly qualified, with a plan',
      fresh.id,
      /first year of practice, and should not hold a child protection plan alone/,
    ],
    ['away, where nobody here covers', away.id, /is away until 16 March 2026, and nobody who is here covers/],
  ])('warns of somebody %s', async (_, worker, say) => {
    const warned = await manager.post(at(planned), { worker })
    expect(warned.problems.map(p => p.href)).toEqual(['#despite'])
    expect(warned.problems[0]?.text).toMatch(say)
  })

  test('is not given by a worker', async () => {
    const amy = await app.signInAs(cast.worker)
    const seen = await amy.get(at(held))
    expect(seen.status).toBe(403)
    expect(seen.text).toContain('Ask the child’s manager')
  })

  test('by two managers at once: the second sees what the first did', async () => {
    const f = waiting[1] ?? held
    const mine = await manager.get(at(f))
    const theirs = await otherManager.get(at(f))
    expect((await otherManager.send(theirs, at(f), { worker: cast.colleague.id })).status).toBe(303)
    const sent = await manager.send(mine, at(f), { worker: cast.worker.id })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Somebody wrote this while you were writing')
    expect(await written(f)).toHaveLength(1)
  })

  test('sent twice is one', async () => {
    const f = waiting[2] ?? held
    const page = await manager.get(at(f))
    const first = await manager.send(page, at(f), { worker: cast.worker.id })
    const second = await manager.send(page, at(f), { worker: cast.worker.id })
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toContain('again=yes')
    expect(await written(f)).toHaveLength(1)
  })

  test('to another team ends at a page that is open to the sender', async () => {
    const f = waiting[3] ?? held
    const sent = await manager.post(at(f), { worker: cast.stranger.id })
    expect(sent.to).toBe('/allocate?done=1')
  })

  test('a draft is kept', async () => {
    const f = waiting[4] ?? held
    await manager.post(at(f), { worker: fresh.id }, { button: ['_keep', 'hand'] })
    const page = await manager.get(at(f))
    expect(page.forms.find(x => x.names.has('worker'))?.fields.worker).toBe(fresh.id)
    expect(page.text).toContain('It is not recorded yet')
  })
})

describe('a change of worker', () => {
  test('asks for the handover beside it, and writes both', async () => {
    const page = await manager.get(at(held))
    expect(page.text).toContain('Amy Thistle has been the worker since 5 January 2026')
    const half = await manager.send(page, at(held), { worker: cast.colleague.id, told: 'By Amy, at home' })
    expect(half.problems.map(p => p.href).sort()).toEqual(['#goodbye', '#risks'])
    expect(await written(held)).toHaveLength(1)
    const sent = await manager.send(half, at(held), { goodbye: 'yes', risks: 'Her uncle’s visits' })
    expect(sent.status).toBe(303)
    expect(await written(held)).toHaveLength(2)
    expect((await written(held, 'handover'))[0]?.answers).toEqual({
      on: '2026-03-10',
      told: 'By Amy, at home',
      goodbye: 'yes',
      risks: 'Her uncle’s visits',
    })
  })

  test('an amendment that gives the child to somebody else is checked as an allocation is', async () => {
    const [first] = await written(held)
    const path = `/child/${held.code}/amend/${first?.id}`
    const sent = await manager.post(path, { worker: helper.id, _why: 'A slip' })
    expect(sent.status).toBe(422)
    expect(sent.problems[0]?.text).toMatch(/Kim Alder is not recorded as a registered social worker/)
    const other = await manager.post(path, { from: '6/1/2026', _why: 'It was the Tuesday' })
    expect(other.status).toBe(303)
  })
})

describe('a reviewing officer', () => {
  test('is one by role', async () => {
    const page = await manager.get(at(planned, '?as=reviewing'))
    expect(page.text).toContain('Flo Quill reviews 0 children')
    expect(page.text).not.toContain('Bo Larch')
    const form = page.forms.find(x => x.names.has('worker'))?.fields ?? {}
    const wrong = await manager.raw(at(planned, '?as=reviewing'), { ...form, worker: cast.worker.id })
    expect(wrong.problems[0]?.text).toMatch(/is not a reviewing officer/)
    const sent = await manager.send(page, at(planned, '?as=reviewing'), { worker: cast.reviewer.id })
    expect(sent.status).toBe(303)
    expect((await written(planned))[0]?.answers).toMatchObject({
      as: 'reviewing',
      team: 'Reviewing officers',
    })
  })
})
