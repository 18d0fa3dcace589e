import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { openServerCopy } from '../../../test/support/server-copy.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { newId } from '../../store/ids.ts'
import { allegationByCode } from '../../store/queries/allegations.ts'
import { readDisposals, readHolds } from '../../store/rights/read.ts'
import { verify } from '../../store/verify.ts'

// On a server two people are truly at work at once.

const others = ['Ness Harrow', 'Oda Finch'].map(name => ({
  ...cast.officer,
  id: newId('2020-01-01T00:00:00.000Z' as Instant),
  name,
}))
const files = ['A-1', 'A-2', 'A-3'].map(code => ({ ...givenSubject('allegation', code) }))
const told = {
  received: day('2010-03-01'),
  learned: day('2010-03-01'),
  from: 'employer',
  teller: 'The head',
  adult: 'Amberley Grimthwaite',
  born: day('1950-05-05'),
  sector: 'education',
  employer: 'Owlpen School',
  post: 'Porter',
  what: 'He shouted.',
}

let app: App
let three: readonly Client[]
beforeAll(async () => {
  app = await appWith(
    [...files, ...others.map((o, i) => ({ id: o.id, kind: 'worker', code: `W9${i}` }) as const)],
    [
      ...files.flatMap(f => [
        given(f.id, 'allegation-received', told),
        given(f.id, 'allegation-considered', { on: day('2010-03-02'), meets: false, reason: 'So' }),
      ]),
      ...others.map(o =>
        given(o.id, 'staff-details', { from: day('2024-01-08'), name: o.name, role: o.role, working: true }),
      ),
    ],
    () => openServerCopy(inject('databaseUrl')),
  )
  three = await Promise.all([cast.officer, ...others].map(v => app.signInAs(v)))
})
afterAll(async () => await app?.close())

const disposals = () => readDisposals(app.store.db, 'allegations')
const of = async (code: string) =>
  (await disposals()).filter(d => d.child === files.find(f => f.code === code)?.id)

/** Each opens the page before any sends it. */
async function together(path: string, fields: Readonly<Record<string, string>>, who: readonly Client[]) {
  const forms = await Promise.all(who.map(c => c.get(path)))
  return await Promise.all(
    who.map(async (c, i) => {
      const form = forms[i]
      if (!form) throw new Error('No form')
      return await c.send(form, path, fields)
    }),
  )
}

test('proposed by three at once: one proposal, to which each is led', async () => {
  const sent = await together('/allegations/retention/A-1', { why: 'Read' }, three)
  expect(sent.map(s => s.to)).toEqual(Array(3).fill('/allegations/disposals/AD1'))
  expect((await of('A-1')).length).toBe(1)
})

test('agreed by two at once: one certificate, and every chain holds', async () => {
  const by = (await of('A-1'))[0]?.by
  const rest = three.filter((_, i) => [cast.officer, ...others][i]?.id !== by)
  await together('/allegations/disposals/AD1', { outcome: 'agreed', why: 'So' }, rest)
  expect((await of('A-1'))[0]?.certificate?.codes).toBe('A-1')
  expect(await allegationByCode(app.store.db, 'A-1')).toBeUndefined()
  expect((await verify(app.store.db)).faults).toEqual([])
})

test.each(['A-2', 'A-3'])(
  '%s: a hold placed while another agrees: it is held, or it is gone, and never both',
  async code => {
    const [officer, second, third] = three
    if (!officer || !second || !third) throw new Error('No officers')
    const to = (await officer.post(`/allegations/retention/${code}`, { why: 'Read' })).to ?? ''
    const [agree, hold] = [await second.get(to), await third.get('/allegations/holds')]
    const keep = { child: code, reason: 'claim', askedBy: 'A solicitor', from: '10/3/2026', words: 'x' }
    const agrees = () => second.send(agree, to, { outcome: 'agreed', why: 'So' })
    const holds = () => third.send(hold, '/allegations/holds', keep, { button: ['_do', 'place'] })
    await Promise.all(code === 'A-2' ? [agrees(), holds()] : [holds(), agrees()])
    const file = files.find(f => f.code === code)
    const held = (await readHolds(app.store.db, 'allegations')).some(h => h.child === file?.id)
    const gone = (await allegationByCode(app.store.db, code)) === undefined
    expect([held, gone]).toEqual([held, !held])
    expect((await of(code))[0]?.certificate !== null).toBe(gone)
    expect((await verify(app.store.db)).faults).toEqual([])
  },
)
