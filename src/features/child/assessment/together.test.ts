import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../../test/support/children.ts'
import { given } from '../../../../test/support/given.ts'
import { idsOf, linksOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'
import { day } from '../../../domain/kernel/day.ts'
import { readEntries } from '../../../store/ledger.ts'
import { looksAt } from '../../../store/log.ts'

const sibling = (id: string, child: GivenFile) =>
  given(id, 'relationship', { kind: 'sibling', child: child.subject.id })

const open = (id: string) =>
  given(id, 'assessment-begun', { on: day('2026-03-02'), kind: 'single', why: 'News' })

const rowan = givenFile({ name: ['Rowan', 'Pebble'], more: id => [open(id)] })
const fern = givenFile({ name: ['Fern', 'Pebble'], worker: cast.stranger })
const hidden = givenFile({ name: ['Secret', 'Pebble'], named: [cast.otherManager] })
const wren = givenFile({
  more: id => [
    open(id),
    sibling(id, rowan),
    sibling(id, fern),
    sibling(id, hidden),
    given(id, 'statutory-visit', {
      visitedOn: day('2026-03-05'),
      seen: 'alone',
      views: 'I want a bed of my own.',
      next: 'Again',
    }),
  ],
})
const files = [rowan, fern, hidden, wren]

let app: App
let worker: Client
let colleague: Client
let manager: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  worker = await app.signInAs(cast.worker)
  colleague = await app.signInAs(cast.colleague)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const path = `/child/${wren.code}/assess-together`
const both = `${path}?with-${rowan.code}=yes`
const form = (seen: Seen) => seen.forms.find(f => f.names.has(`${wren.code}-_basis`))?.fields ?? {}
const assessmentsOf = async (f: GivenFile) =>
  (await readEntries(app.store.db, f.subject.id)).filter(e => e.type === 'assessment')

const shared = {
  on: '10/3/2026',
  kind: 'single',
  history: 'Moved here in 2024.',
  risks: 'Debts',
  protects: 'Gran',
  parenting: 'Warm',
  family: 'Gran',
  agencies: 'School: late',
  parents: 'They want help',
  plan: 'Gran stays',
}

const own = (child: GivenFile, said: Record<string, string>) =>
  Object.fromEntries(Object.entries(said).map(([name, raw]) => [`${child.code}-${name}`, raw]))

const partOf = (name: string, he: string) => ({
  seen: 'no',
  whyNotSeen: 'The family was away',
  views: `${name} drew a house; ${he} is happy there.`,
  identity: `${name} speaks Welsh.`,
  impact: `${name} wakes alone.`,
  analysis: `${name} needs a grown-up at night.`,
  outcome: 'child-in-need',
})

describe('who is assessed together', () => {
  test('brothers and sisters one may write about, all ticked; of a restricted one not a word', async () => {
    const page = await worker.get(path)
    expect(page.text).toContain(`Rowan Pebble, ${rowan.code}`)
    expect(page.html).toMatch(new RegExp(`name="with-${rowan.code}"[^>]*checked`))
    expect(page.html).not.toContain(`name="with-${fern.code}"`)
    expect(page.text).toContain('Fern Pebble can’t be chosen. Social worker: you do not work with this child')
    expect(page.html).not.toContain(hidden.code)
    expect(page.html).not.toContain('Secret')
    expect((await worker.get(`/child/${wren.code}/record/assessment`)).text).toContain(
      'Assess brothers and sisters together',
    )
    // The other file says it as well, though nobody wrote it there.
    expect((await worker.get(`/child/${rowan.code}/assess-together`)).text).toContain('Wren Pebble')
  })

  test('a child whose file is closed to the writer can’t be slipped in', async () => {
    const sent = await worker.get(`${path}?with-${fern.code}=yes`)
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('Fern Pebble: Social worker: you do not work with this child')
    const page = await worker.get(both)
    for (const f of [fern, hidden]) {
      const post = await worker.raw(path, { ...form(page), ...shared, _with: [rowan.code, f.code] })
      expect(post.status).toBe(403)
      expect(await assessmentsOf(f)).toEqual([])
    }
  })

  test('opening a brother’s file here stands in its log', async () => {
    await worker.get(both)
    const log = await looksAt(app.store.db, rowan.subject.id, 5, 0)
    expect(log[0]).toMatchObject({
      name: 'Amy Thistle',
      page: 'assess brothers and sisters together',
      allowed: true,
    })
  })
})

describe('writing it', () => {
  test('each child’s part is filled in from their own file, and what is shared is asked once', async () => {
    const page = await worker.get(both)
    expect(form(page)).toMatchObject({
      [`${wren.code}-seen`]: 'alone',
      [`${wren.code}-seenOn`]: '5/3/2026',
      kind: 'single',
      _with: rowan.code,
    })
    expect(form(page)[`${rowan.code}-seen`]).toBeUndefined()
    expect(page.text).toContain('I want a bed of my own.')
    expect([...page.html.matchAll(/name="risks"/g)]).toHaveLength(1)
    expect([...page.html.matchAll(/name="[^"]*-impact"/g)]).toHaveLength(2)
  })

  test('the same words are told while it is written, and a draft is kept of all of it', async () => {
    const typed = { ...shared, ...own(wren, partOf('Wren', 'she')), ...own(rowan, partOf('Rowan', 'he')) }
    const kept = await worker.send(await worker.get(both), path, typed, { button: ['_keep', 'hand'] })
    expect(kept.to).toBe(path)
    const again = await worker.follow(kept)
    expect(form(again)).toMatchObject(typed)
    expect(again.text).toContain('This says the same as Rowan Pebble’s. Say what is true of Wren Pebble')
    expect(again.text).toContain('This says the same as Wren Pebble’s. Say what is true of Rowan Pebble')
    expect(linksOf((await worker.get('/')).html).map(l => l.href)).toContain(path)
    const script = again.html.match(/data-draft="([^"]+)"/)?.[1] ?? ''
    expect((await worker.raw(script, { ...form(again), risks: 'By script' })).html).toBe('12:00')
    expect(form(await worker.get(path)).risks).toBe('By script')
  })

  test('faults are told beside each child’s own question, and nothing is written', async () => {
    const typed = { ...shared, risks: '', ...own(wren, partOf('Wren', 'she')), ...own(rowan, { seen: 'no' }) }
    const page = await worker.get(both)
    const sent = await worker.send(page, path, {
      ...typed,
      [`${rowan.code}-impact`]: '',
      [`${rowan.code}-views`]: 'x',
    })
    expect(sent.status).toBe(422)
    const where = sent.problems.map(p => p.href)
    expect(where).toContain('#risks')
    expect(where).toContain(`#${rowan.code}-impact`)
    expect(where.filter(h => h.includes(wren.code))).toEqual([])
    for (const h of where) expect(idsOf(sent.html).has(h.slice(1)), h).toBe(true)
    expect(await assessmentsOf(wren)).toEqual([])
  })
})

describe('recorded and signed', () => {
  const alike = { ...shared, ...own(wren, partOf('Wren', 'she')), ...own(rowan, partOf('Rowan', 'he')) }

  test('one entry in each file, linked, written once however often it is sent', async () => {
    const page = await worker.get(both)
    const sent = await worker.send(page, path, alike)
    expect(sent.problems).toEqual([])
    expect(sent.status).toBe(303)
    expect((await worker.send(page, path, alike)).to).toBe(sent.to)
    const [[a, ...more], [b, ...most]] = [await assessmentsOf(wren), await assessmentsOf(rowan)]
    expect([...more, ...most]).toEqual([])
    expect(sent.to).toBe(`/child/${wren.code}/entry/${a?.id}`)
    expect(a?.answers).toMatchObject({ risks: 'Debts', impact: 'Wren wakes alone.', together: [b?.id] })
    expect(b?.answers).toMatchObject({ risks: 'Debts', impact: 'Rowan wakes alone.', together: [a?.id] })
    expect(linksOf((await worker.follow(sent)).html)).toContainEqual({
      href: `/child/${rowan.code}/entry/${b?.id}`,
      text: 'Rowan Pebble',
    })
    expect((await worker.get('/')).html).not.toContain(path)
  })

  test('the same words for both are refused at the signature: which question, and whose; then signed once they differ', async () => {
    const [[a], [b]] = [await assessmentsOf(wren), await assessmentsOf(rowan)]
    const entry = `/child/${wren.code}/entry/${a?.id}`
    expect((await worker.get(entry)).text).toContain('This can’t be signed off yet')
    const sent = await manager.post(entry, { comment: '' }, { button: ['_do', 'signature'] })
    expect(sent.status).toBe(422)
    expect(sent.problems.map(p => p.href)).toEqual(['#sign'])
    expect(sent.text).toContain(
      '“What is it like to be this child, day to day?” says the same as Rowan Pebble’s.',
    )
    // Away for one is away for the other: that may be said alike.
    expect(sent.text).not.toContain('“Why not?” says the same')
    expect((await readEntries(app.store.db, wren.subject.id)).some(e => e.type === 'signature')).toBe(false)

    const mine = {
      views: 'Wren hid behind the sofa.',
      identity: 'Wren speaks Welsh with gran, and is proud of it.',
      impact: 'Wren makes breakfast for both.',
      analysis: 'Wren has become the grown-up.',
      _why: 'Her own part',
    }
    expect((await worker.post(`/child/${wren.code}/amend/${a?.id}`, mine)).status).toBe(303)
    expect((await manager.post(entry, { comment: '' }, { button: ['_do', 'signature'] })).to).toBe(entry)
    const other = `/child/${rowan.code}/entry/${b?.id}`
    expect((await manager.post(other, { comment: '' }, { button: ['_do', 'signature'] })).to).toBe(other)
    const met = await app.store.db
      .selectFrom('clock')
      .select('met')
      .where('series', '=', 'single-assessment')
      .execute()
    expect(met.map(m => m.met)).toEqual(['2026-03-10', '2026-03-10'])
  })

  test('somebody else’s assessment of one of them meanwhile stops all of it, and shows theirs', async () => {
    const page = await worker.get(both)
    const single = `/child/${rowan.code}/record/assessment`
    const theirs = { ...shared, ...partOf('Rowan', 'he'), analysis: 'Bo saw it first' }
    expect((await colleague.post(single, theirs)).status).toBe(303)
    const before = (await assessmentsOf(wren)).length
    const sent = await worker.send(page, path, alike)
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Bo saw it first')
    expect(await assessmentsOf(wren)).toHaveLength(before)
    expect(form(sent)).toMatchObject(alike)
    expect((await worker.send(sent, path, {})).status).toBe(303)
    expect(await assessmentsOf(wren)).toHaveLength(before + 1)
    expect(await assessmentsOf(rowan)).toHaveLength(3)
  })
})
