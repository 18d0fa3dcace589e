import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { servicesFor } from '../../store/queries/services.ts'

const files = [
  ['S1', { name: 'Larch play group', helps: ['young', 'parenting'], fromAge: 0, toAge: 4, open: true }],
  ['S2', { name: 'Young carers club', helps: ['carers'], fromAge: 8, open: true, where: 'Mill Street' }],
  ['S7', { name: 'Full house', helps: ['parenting'], open: false }],
  [
    'S8',
    {
      name: 'Talk it through',
      helps: ['mind'],
      toAge: 17,
      open: true,
      phone: '01632 960 010',
      email: 'talk+in@example.org',
      web: 'https://example.org/talk',
    },
  ],
] as const
const made = files.map(([code, answers]) => {
  const subject = givenSubject('service', code)
  const all = { who: 'Families who ask.', reach: 'Ring, or walk in.', ...answers }
  return { subject, entry: given(subject.id, 'service-details', all) }
})

let app: App
let worker: Client
let manager: Client
let anybody: Client
beforeAll(async () => {
  app = await appWith(
    made.map(m => m.subject),
    made.map(m => m.entry),
  )
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
  anybody = app.browser()
})
afterAll(async () => await app.close())

const names = ['Larch play group', 'Young carers club', 'Full house', 'Talk it through']
const found = (text: string) => names.filter(n => text.includes(n))

describe('the directory', () => {
  test.each([
    ['', names],
    ['?q=carers', ['Young carers club']],
    ['?q=mill+young', ['Young carers club']],
    ['?q=%25', []],
    ['?helps=parenting', ['Larch play group', 'Full house']],
    ['?helps=parenting&open=yes', ['Larch play group']],
    ['?age=4', ['Larch play group', 'Full house', 'Talk it through']],
    ['?age=5', ['Full house', 'Talk it through']],
    ['?age=18', ['Young carers club', 'Full house']],
    ['?helps=nothing&age=old', names],
  ])('narrowed by %s', async (query, want) => {
    const { text } = await worker.get(`/services${query}`)
    expect(found(text)).toEqual(want)
    expect(text).toContain(
      want.length === 0 ? 'No service fits' : `${want.length} ${want.length === 1 ? 'service' : 'services'}`,
    )
  })

  test('an age that is none is told so, and nothing is lost', async () =>
    expect((await worker.get('/services?age=old')).text).toContain('Enter years in figures'))

  test('says who it is for and how to reach it, with links that ring, write and open', async () => {
    const seen = await worker.get('/services?q=talk')
    expect(seen.text).toContain('Who it is for Families who ask.')
    expect(seen.text).toContain('Up to 17 years')
    expect(linksOf(seen.html).map(l => l.href)).toEqual(
      expect.arrayContaining(['tel:01632960010', 'mailto:talk%2Bin@example.org', 'https://example.org/talk']),
    )
  })

  test('what a front door may offer: what takes new families now', async () => {
    const offered = async (asked: Parameters<typeof servicesFor>[1]) =>
      (await servicesFor(app.store.db, asked)).map(s => s.name)
    expect(await offered({})).toEqual(['Larch play group', 'Talk it through', 'Young carers club'])
    expect(await offered({ age: 10 })).toEqual(['Talk it through', 'Young carers club'])
    expect(await offered({ age: 10, helps: 'carers' })).toEqual(['Young carers club'])
  })
})

describe('anybody, without an account', () => {
  test('reads what takes new families now, and is told what to do if a child is in danger', async () => {
    const seen = await anybody.get('/help-near-you')
    expect(seen.status).toBe(200)
    expect(found(seen.text)).toEqual(names.filter(n => n !== 'Full house'))
    expect(seen.text).toContain('ring 999')
    expect(linksOf(seen.html).map(l => l.href)).not.toContain('/services/S1')
    expect(found((await anybody.get('/help-near-you?helps=parenting&open=')).text)).toEqual([
      'Larch play group',
    ])
  })

  test('reads nothing else of it', async () => {
    for (const path of ['/services', '/services/S7', '/services/new'])
      expect((await anybody.get(path)).to).toMatch(/^\/sign-in/)
  })
})

describe('changing it', () => {
  const fields = {
    name: 'Sleep clinic',
    helps: ['health', 'young'],
    who: 'Children who do not sleep.',
    reach: 'Ask your health visitor.',
  }

  test('a service is added once, however often it is sent, and faults lose nothing', async () => {
    const form = await manager.get('/services/new')
    const wrong = await manager.send(form, '/services/new', {
      ...fields,
      fromAge: '9',
      toAge: '3',
      web: 'x.org',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Begin with https://')
    const done = await manager.send(form, '/services/new', fields)
    expect(done.to).toBe('/services/S9')
    expect((await manager.send(form, '/services/new', fields)).to).toBe('/services/S9')
    const seen = await manager.follow(done)
    expect(seen.text).toContain('Any age')
    expect(seen.text).toContain('Recorded by Di Heron')
  })

  test('a change keeps what was said before, and who said it; a closed one leaves the public page', async () => {
    const at = '/services/S1/edit'
    const done = await manager.post(at, { who: 'Parents of babies.', open: 'no' })
    const seen = await manager.follow(done)
    expect(seen.text).toContain('Takes nobody new now')
    expect(seen.text).toContain('Parents of babies.')
    expect(seen.text).toContain('What was said before')
    expect(seen.text).toContain('Families who ask.')
    expect((await anybody.get('/help-near-you')).text).not.toContain('Larch play group')
    expect((await worker.get('/services')).text).toContain('Larch play group')
  })

  test('two at once: the second is shown what the first wrote', async () => {
    const director = await app.signInAs(cast.director)
    const theirs = await director.get('/services/S2/edit')
    await manager.post('/services/S2/edit', { where: 'Hill Road' })
    const conflict = await director.send(theirs, '/services/S2/edit', { where: 'Dale Road' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Hill Road')
    expect(conflict.forms.some(f => f.fields.where === 'Dale Road')).toBe(true)
  })

  test('what is typed is kept as it is typed, and is there again', async () => {
    const form = await manager.get('/services/S8/edit')
    const kept = await manager.raw('/services/S8/edit?keep=script', {
      ...form.forms[0]?.fields,
      who: 'Half a thought',
    })
    expect(kept.status).toBe(200)
    const again = await manager.get('/services/S8/edit')
    expect(again.text).toContain('This is what you had typed')
    expect(again.forms[0]?.fields.who).toBe('Half a thought')
    await manager.send(again, '/services/S8/edit', {})
    expect((await manager.get('/services/S8/edit')).text).not.toContain('This is what you had typed')
  })

  test('is for those who look after the directory', async () => {
    for (const path of ['/services/new', '/services/S2/edit'])
      expect((await worker.get(path)).status).toBe(403)
    expect((await worker.get('/services/S2')).html).not.toContain('/services/S2/edit')
    expect((await worker.get('/services/S404')).status).toBe(404)
  })
})
