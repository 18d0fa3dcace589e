import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { type Fields, linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'

const sam = givenFile({ code: 'AAAA1111', name: ['Sam', 'Reed'] })
const ivy = givenFile({ code: 'BBBB2222', name: ['Ivy', 'Reed'], worker: cast.stranger })
const files = [sam, ivy]

let app: App
let manager: Client
let worker: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const notice = {
  sort: 'domestic-abuse',
  danger: 'no',
  receivedOn: 'today',
  concern: 'Shouting at night',
  source: '6',
  c1_givenName: 'Sam',
  c1_familyName: 'Reed',
}
const refuse = { level: '2', outcome: 'nfa', reasons: 'School supports him', how: 'none' }

/** A contact written down with a file, at its page. */
async function written(fields: Fields, words: string) {
  const bytes = `%PDF-1.7 ${words}`
  const page = await manager.get('/front-door/new')
  const sent = await manager.send(page, '/front-door/new', fields, {
    files: [{ field: 'documents_new', name: 'notice.pdf', bytes }],
  })
  return { at: sent.to ?? '', bytes }
}
const last = async (type: string, of = sam) =>
  (await readEntries(app.store.db, of.subject.id)).findLast(e => e.type === type)

describe('a notice of domestic abuse', () => {
  test('tells of its MARAC, asks who else is told, and the child’s file has both, and its files', async () => {
    const { at, bytes } = await written({ ...notice, marac: 'yes' }, 'one')
    const page = await manager.get(at)
    expect(page.headings[0]).toContain('MARAC')
    expect(page.forms.find(f => f.names.has('marac'))?.fields.marac).toBe('yes')
    const fields = { ...refuse, 'who-1': 'child:AAAA1111', passedTo: ['health-visitor', 'school'] }
    expect((await manager.send(page, at, fields)).to).toContain('done=yes')
    expect((await manager.get(at)).text).toContain('Health visitor; School or nursery')

    const entry = await last('contact')
    expect(entry?.answers).toMatchObject({ marac: true, passedTo: ['health-visitor', 'school'] })
    const read = await worker.get(`/child/AAAA1111/entry/${entry?.id}`)
    expect(read.text).toContain('Health visitor; School or nursery')
    expect((await worker.get('/child/AAAA1111/chronology')).text).toContain('heard at a MARAC')
    const link = linksOf(read.html).find(l => l.text === 'notice.pdf')
    const file = await worker.get(link?.href ?? '')
    expect([link?.href.startsWith('/child/AAAA1111/file/'), file.status, file.html]).toEqual([
      true,
      200,
      bytes,
    ])

    // It is not a file of any other child, nor of who may not open this one.
    const hash = link?.href.split('/').at(-1)
    const stranger = await app.signInAs(cast.stranger)
    expect((await stranger.get(`/child/BBBB2222/file/${hash}`)).status).toBe(404)
    const member = await app.signInAs(cast.analyst)
    expect((await member.get(`/child/AAAA1111/file/${hash}`)).status).toBe(403)
  })

  test('accepted, the referral on the file has them', async () => {
    const { at } = await written({ ...notice, marac: 'no' }, 'two')
    const page = await manager.get(at)
    const fields = {
      level: '3',
      outcome: 'assess',
      need: 'N1',
      reasons: 'Again and again',
      next: 'A visit tomorrow',
      how: 'none',
      marac: 'yes',
      passedTo: 'gp',
      'who-1': 'child:AAAA1111',
    }
    expect((await manager.send(page, at, fields)).to).toContain('done=yes')
    const entry = await last('referral-received')
    expect(entry?.answers).toMatchObject({
      marac: true,
      passedTo: ['gp'],
      documents: [expect.stringMatching(/^[0-9a-f]{64} notice\.pdf$/)],
    })
    const read = await worker.get(`/child/AAAA1111/entry/${entry?.id}`)
    expect(linksOf(read.html).filter(l => l.text === 'notice.pdf')).toHaveLength(1)
  })

  test('a child about whom nothing is kept has no file of it', async () => {
    const { at, bytes } = await written(notice, 'three')
    await manager.send(await manager.get(at), at, { ...refuse, 'who-1': 'none' })
    const rows = await app.store.db.selectFrom('document').select(['subject', 'bytes']).execute()
    expect(rows.filter(r => Buffer.from(r.bytes).toString() === bytes)).toHaveLength(1)
  })
})

test('an attendance asks who else is told, and no MARAC; a worry asks neither', async () => {
  const asked = async (fields: Fields) => {
    const { at } = await written(fields, `asked ${JSON.stringify(fields)}`)
    const names = (await manager.get(at)).forms.flatMap(f => [...f.names])
    return ['marac', 'passedTo'].filter(n => names.includes(n))
  }
  expect(await asked(notice)).toEqual(['marac', 'passedTo'])
  expect(await asked({ ...notice, sort: 'hospital', source: '3E' })).toEqual(['passedTo'])
  expect(await asked({ ...notice, sort: 'worry', source: '2A' })).toEqual([])
})
