import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../../test/support/app.ts'
import { cast } from '../../../../test/support/people.ts'
import { findTable } from '../../../domain/improvement/plan-file/match.ts'
import { readRows } from '../../../domain/improvement/plan-file/rows.ts'
import { day } from '../../../domain/kernel/day.ts'
import { readXlsxTables } from '../../../store/documents/read-xlsx-tables.ts'
import { readPlan } from '../../../store/queries/plan.ts'

const PLAN = [
  'Recommendation,Action,Outcome,Lead,By when,Revised due,Agreed by,RAG,Progress',
  'See every child,Visit on time,Children are seen,Pat Wren,2026-09-01,,,Green,Begun in June',
  ',Visit alone,Children are heard,,2026-10-01,2026-12-01,The board,,=SUM(A1)',
  'Write plans families can follow,New plan form,Families follow it,Lee Finch,Ongoing,,,Complete,',
].join('\n')

let app: App
let director: Client
beforeAll(async () => {
  app = await appWith([])
  app.at('2026-06-15T09:00:00.000Z')
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

const upload = async (name: string, bytes: Uint8Array | string) =>
  await director.post('/plan/import', {}, { files: [{ field: 'plan', name, bytes }] })
const plan = async () => await readPlan(app.store.db)
const TAKE = { button: ['_do', 'take'] } as const

test.each([
  ['plan.xlsx', 'no workbook', 'not an Excel workbook'],
  ['plan.docx', 'no document', 'damaged'],
  ['plan.pdf', '%PDF-', 'not a kind of file'],
  ['list.csv', 'Name,Telephone\nA,1', 'No table in this file looks like a plan'],
])('%s is refused with what to do, and nothing is half there', async (name, bytes, says) => {
  const seen = await upload(name, bytes)
  expect([seen.status, seen.problems.length]).toEqual([422, 1])
  expect(seen.text).toContain(says)
  expect((await plan()).actions).toEqual([])
})

test('who may not change the plan loads none', async () => {
  const member = await app.signInAs(cast.member)
  expect((await member.get('/plan/import')).status).toBe(403)
})

describe('a plan from a file', () => {
  let path = ''

  test('is shown as it is read, before anything is written', async () => {
    const sent = await upload('our plan.csv', PLAN)
    path = sent.to ?? ''
    const seen = await director.get(path)
    expect(seen.text).toContain('Nothing is in the plan yet')
    expect(seen.text).toContain('3 actions')
    expect(seen.text).toContain('“Ongoing” is no day')
    expect((await plan()).actions).toEqual([])
  })

  test('is not taken while a line leaves something open: all of it or nothing', async () => {
    const seen = await director.post(path, { body: 'Our board' }, TAKE)
    expect(seen.text).toContain('2 lines can’t be taken as they stand. Nothing was written.')
    expect((await plan()).actions).toEqual([])
    expect((await plan()).inspections).toEqual([])
  })

  test('is taken whole, with the words of the file where each belongs', async () => {
    const seen = await director.post(path, { body: 'Our board', due: '31/12/2026', lead: 'Kim Marsh' }, TAKE)
    expect(seen.problems).toEqual([])
    expect(seen.to).toBe('/plan/source/S1')
    const { actions, inspections, faults } = await plan()
    expect(faults).toEqual([])
    expect(inspections.map(i => i.findings.map(f => f.text))).toEqual([
      ['See every child', 'Write plans families can follow'],
    ])
    expect(actions.map(a => [a.what, a.lead, a.due, a.source.text])).toEqual([
      ['Visit on time', 'Pat Wren', '2026-09-01', 'See every child'],
      ['Visit alone', 'Kim Marsh', '2026-10-01', 'See every child'],
      ['New plan form', 'Lee Finch', '2026-12-31', 'Write plans families can follow'],
    ])
    expect(actions[1]?.revisions).toMatchObject([{ due: '2026-12-01', agreedBy: 'The board' }])
    expect(actions.map(a => a.deliveries.at(-1)?.brag)).toEqual(['green', undefined, 'blue'])
    expect(actions[0]?.progress.map(p => p.text)).toEqual(['Begun in June'])
  })

  test('sent again is not taken twice', async () => {
    const again = await director.get(path)
    expect(again.to).toBe('/plan')
    expect((await plan()).actions).toHaveLength(3)
  })

  test('whose recommendations the plan has answers those, and adds no source', async () => {
    const sent = await upload(
      'more.csv',
      'Recommendation,Action,Outcome,Lead,Due\nSEE every child.,Visit by car,Children are seen,Pat Wren,1/10/2026',
    )
    const seen = await director.post(sent.to ?? '', { body: 'Us' }, TAKE)
    expect(seen.to).toBe('/plan')
    const { actions, inspections } = await plan()
    expect(inspections).toHaveLength(1)
    expect(actions.at(-1)?.source.text).toBe('See every child')
  })
})

test('the plan as a workbook is read back as the same plan', async () => {
  const reply = await app.server.inject({
    url: '/plan/workbook',
    headers: { cookie: `gt=${director.token}` },
  })
  expect(reply.headers['content-disposition']).toContain('improvement-plan-2026-06-15.xlsx')
  const tables = await readXlsxTables(reply.rawPayload)
  const table = tables.ok ? tables.value[0] : undefined
  const found = table && findTable(table.rows)
  if (!table || !found) throw new Error('No plan in the workbook')
  expect(found.guessed).toEqual([])
  const { actions, left } = readRows(table.rows, found, day('2026-06-15'))
  expect(left).toEqual([])
  expect(
    actions.map(a => [a.what, a.owner, a.due, a.revised?.due, a.recommendation, a.delivery, a.notes]),
  ).toEqual(
    (await plan()).actions.map(a => [
      a.what,
      a.lead,
      a.due,
      a.revisions.at(-1)?.due,
      a.source.text,
      a.deliveries.at(-1)?.brag,
      [],
    ]),
  )
  // Words that begin like a formula are written as words.
  expect(actions[1]?.said.join(' ')).toContain('=SUM(A1)')
})

test('members are given its figures as the plan has them for members: as at the end of a month', async () => {
  const notesFor = async ({ token }: Client) => {
    const reply = await app.server.inject({ url: '/plan/workbook', headers: { cookie: `gt=${token}` } })
    const tables = await readXlsxTables(reply.rawPayload)
    return tables.ok ? (tables.value.at(-1)?.rows.map(row => row.join(' ')) ?? []) : []
  }
  const held = 'Figures that speak of one to four children are held back.'
  const member = (await notesFor(await app.signInAs(cast.member))).map(row => row.trim())
  expect(member).toContain(held)
  expect(member.find(row => row.startsWith('Figures as at'))).toMatch(/31.*5.*2026|2026-05-31/)
  expect((await notesFor(director)).join()).not.toContain('Figures')
})
