import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { addDays, day } from '../../domain/kernel/day.ts'

const today = day('2026-03-10')
const ago = (n: number) => addDays(today, -n)
const SAME = 'She showed me her room and told me about the new rabbit and about the school play.'
const visit = (id: string, n: number, views: string) =>
  given(
    id,
    'statutory-visit',
    { visitedOn: ago(n), seen: 'alone', views, next: 'Again in a fortnight.' },
    { author: cast.worker.id },
  )

const learns = (id: string) =>
  given(id, 'education-plan', {
    on: day('2026-01-12'),
    stage: 'agreed',
    views: 'Art is best.',
    progress: 'expected',
    targets: 'Read to Sam.',
    knows: true,
  })

const wren = givenFile({
  name: ['Wren', 'Pebble'],
  more: id => [
    learns(id),
    visit(id, 9, SAME),
    given(id, 'case-supervision', {
      on: ago(40),
      thinking: 'Stuck.',
      decision: 'Meet dad',
      next: 'Amy.',
      by: ago(20),
    }),
  ],
})
const jay = givenFile({
  name: ['Jay', 'Pebble'],
  more: id => [
    visit(id, 60, SAME),
    given(id, 'relationship', { kind: 'sibling', child: wren.subject.id, from: day('2026-01-05') }),
  ],
})
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.director] })
const others = givenFile({ name: ['Other', 'Hill'], worker: cast.stranger })
const files = [wren, jay, secret, others]

let app: App
let manager: Client
const code = (who: keyof typeof cast) => `W${Object.keys(cast).indexOf(who)}`
const amy = `/supervision/${code('worker')}`
const REFLECTION = 'We wondered why dad is never in the room, and what Wren makes of that.'

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const entries = async (type: string) =>
  await app.store.db.selectFrom('entry').selectAll().where('type', '=', type).orderBy('recorded').execute()

describe('a supervision prepared from the record', () => {
  let seen: Seen
  beforeAll(async () => {
    seen = await manager.get(amy)
  })

  test('says what moved, what is stuck and what was decided', () => {
    expect(seen.status).toBe(200)
    expect(seen.headings).toEqual(expect.arrayContaining(['Amy Thistle', 'Wren Pebble', 'Jay Pebble']))
    expect(seen.text).toContain('Child visited and seen: Visited, seen alone')
    expect(seen.text).toContain('Last time, 29 January 2026: Meet dad. Next: Amy. (by 18 February 2026)')
    expect(seen.text).toMatch(/Looked after review was due .*, no reason given/)
  })

  test('asks questions picked from the facts', () => {
    expect(seen.text).toContain('Not seen alone for 8 weeks.')
    expect(seen.text).toContain('The same words stand in more than one visit.')
    expect(seen.text).toMatch(/Wren is held by the same worker|Jay is held by the same worker/)
  })

  test('a restricted child, and another worker’s, is not there', () => {
    expect(seen.text).not.toContain('Zephyrine')
    expect(seen.text).not.toContain('Other Hill')
  })

  test('its reading is on the log of each child', async () => {
    const looks = await app.store.db
      .selectFrom('access_log')
      .selectAll()
      .where('page', 'like', 'supervision, prepared%')
      .execute()
    expect(new Set(looks.map(l => l.subject))).toEqual(new Set([wren.subject.id, jay.subject.id]))
  })

  test('links into the entries and clocks it tells of', async () => {
    const links = linksOf(seen.html).filter(l => l.href.startsWith(`/child/${wren.code}/`))
    expect(links.length).toBeGreaterThan(2)
    for (const l of links) expect((await manager.get(l.href)).status, l.href).toBe(200)
  })
})

describe('recording it', () => {
  const filled = {
    on: '10/3/2026',
    sort: 'formal',
    reflection: REFLECTION,
    agreed: 'Amy takes Thursday off.',
    [`c_${wren.code}_thinking`]: 'Wren looks after everybody else.',
    [`c_${wren.code}_decision`]: 'Invite dad',
    [`c_${wren.code}_next`]: 'Amy rings dad.',
    [`c_${wren.code}_by`]: '20/3/2026',
  }

  test('a part of a child begun and not finished keeps everything unwritten, and every word', async () => {
    const seen = await manager.post(amy, { ...filled, [`c_${jay.code}_decision`]: 'Something' })
    expect(seen.status).toBe(422)
    expect(seen.problems.map(p => p.href)).toEqual([`#c_${jay.code}_thinking`, `#c_${jay.code}_next`])
    expect(seen.problems[0]?.text).toMatch(/^Jay Pebble: /)
    expect(seen.html).toContain('Wren looks after everybody else.')
    expect(await entries('supervision')).toHaveLength(0)
    expect(await entries('case-supervision')).toHaveLength(1)
  })

  test('only tasks: told gently, once; sent as it is where that is wanted', async () => {
    const told = await manager.post(amy, { ...filled, reflection: 'Chase school. Book visit.' })
    expect(told.status).toBe(422)
    expect(told.text).toContain('What did you think through?')
    expect(told.html).toContain('Chase school. Book visit.')
    expect(told.forms.some(f => f.fields._told === 'yes')).toBe(true)
    expect(await entries('supervision')).toHaveLength(0)
  })

  test('a draft is kept as typed, and is nobody else’s', async () => {
    await manager.post(amy, filled, { button: ['_keep', 'hand'] })
    expect((await manager.get(amy)).html).toContain('Amy rings dad.')
    const director = await app.signInAs(cast.director)
    expect((await director.get(amy)).html).not.toContain('Amy rings dad.')
  })

  test('goes on the worker’s file and on the child’s, once, and nothing on a child not talked about', async () => {
    const open = await manager.get(amy)
    const sent = await manager.send(open, amy, filled)
    expect(sent.to).toMatch(new RegExp(`^${amy}/[0-9a-f-]{36}\\?done=yes$`))
    const again = await manager.send(open, amy, filled)
    expect(again.to).toBe(sent.to)
    const held = await entries('supervision')
    expect(held.map(e => [e.subject, e.author])).toEqual([[cast.worker.id, cast.manager.id]])
    const decided = (await entries('case-supervision')).filter(e => e.author === cast.manager.id)
    expect(decided.map(e => e.subject)).toEqual([wren.subject.id])
    expect(decided[0]?.answers).toMatchObject({ decision: 'Invite dad', by: '2026-03-20', on: '2026-03-10' })
    expect((await manager.get(amy)).html).not.toContain('Amy rings dad.</textarea>')
    const note = await manager.follow(sent)
    expect(note.text).toContain('The supervision is recorded.')
    expect(note.text).toContain('Invite dad')
    expect(note.text).toContain('Amy takes Thursday off.')
  })

  test('what another decided meanwhile on one child keeps all of it back, and loses nothing', async () => {
    const open = await manager.get(amy)
    await app.write(
      [],
      [
        given(
          jay.subject.id,
          'case-supervision',
          { on: today, thinking: 'Director’s thought.', decision: 'Wait', next: 'Nobody.' },
          { author: cast.director.id },
        ),
      ],
    )
    const more = {
      on: '10/3/2026',
      sort: 'ad-hoc',
      reflection: REFLECTION,
      [`c_${jay.code}_thinking`]: 'Mine of Jay.',
      [`c_${jay.code}_decision`]: 'Move on',
      [`c_${jay.code}_next`]: 'Amy.',
    }
    const clash = await manager.send(open, amy, more)
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Director’s thought.')
    expect(clash.html).toContain('Mine of Jay.')
    expect(await entries('supervision')).toHaveLength(1)
    expect((await manager.send(clash, amy, {})).to).toMatch(/done=yes/)
    expect(await entries('supervision')).toHaveLength(2)
    const ofJay = (await entries('case-supervision')).filter(e => e.subject === jay.subject.id)
    expect(ofJay.map(e => e.answers)).toMatchObject([{ decision: 'Wait' }, { decision: 'Move on' }])
  })

  test('words for a child who has another worker by now are shown and not sent', async () => {
    const open = await manager.get(amy)
    const { _csrf, ...fields } = open.forms.find(f => f.names.has('reflection'))?.fields ?? {}
    const stray = { ...fields, reflection: REFLECTION, [`c_${others.code}_thinking`]: 'Not mine any more.' }
    const seen = await manager.raw(amy, { ...stray, _csrf: _csrf ?? '' })
    expect(seen.status).toBe(422)
    expect(seen.problems[0]?.text).toContain(`${others.code} is not among these children any more`)
    expect(seen.html).toContain('Not mine any more.')
  })
})

describe('who may', () => {
  test('supervise: their own team’s manager, and a director', async () => {
    const director = await app.signInAs(cast.director)
    expect((await director.get(amy)).text).toContain('Zephyrine')
    const other = await app.signInAs(cast.otherManager)
    const refused = await other.get(amy)
    expect([refused.status, refused.text.includes('You do not supervise this person')]).toEqual([403, true])
    expect(refused.text).not.toContain('Wren')
    expect((await other.get('/supervision/W999')).status).toBe(404)
    expect((await manager.get(`/supervision/${code('manager')}`)).status).toBe(403)
    for (const v of [cast.worker, cast.colleague, cast.member, cast.reviewer, cast.analyst, cast.nights])
      expect((await (await app.signInAs(v)).get(amy)).status, v.name).toBe(403)
  })

  test('the list is the team’s', async () => {
    expect((await manager.get('/supervision')).text).toContain('Bo Larch')
    expect((await manager.get('/supervision')).text).not.toContain('Cy Marsh')
    const director = await app.signInAs(cast.director)
    expect((await director.get('/supervision?team=Elm')).text).toContain('Cy Marsh')
  })

  test('read the notes: the worker their own, nobody another’s', async () => {
    const worker = await app.signInAs(cast.worker)
    const mine = await worker.get('/my-supervision')
    expect(mine.text).toContain('Amy takes Thursday off.')
    const note = linksOf(mine.html).find(l => l.href.startsWith('/my-supervision/'))?.href ?? ''
    expect((await worker.get(note)).text).toContain('why dad is never in the room')
    const colleague = await app.signInAs(cast.colleague)
    expect((await colleague.get('/my-supervision')).text).toContain('No supervision of yours is recorded yet')
    expect((await colleague.get(note)).status).toBe(404)
    const other = await app.signInAs(cast.otherManager)
    expect((await other.get(note.replace('/my-supervision', amy))).status).toBe(403)
    expect((await manager.get(note.replace('/my-supervision', amy))).status).toBe(200)
  })
})
