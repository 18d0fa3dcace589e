import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'

import { auditing, draw } from './test-sample.ts'

const { people, sample } = await auditing()
const { kit, amy, di, member } = people

describe('a sample', () => {
  test('says what is missing before anything is drawn', async () => {
    const bare = await kit.post('/audits/sample/new', { size: 'lots', way: 'targeted', second: '5' })
    expect(bare.status).toBe(422)
    expect(bare.problems.map(p => p.href)).toEqual(
      expect.arrayContaining(['#tool', '#size', '#condition', '#auditors']),
    )
  })

  test('is shown with how it was drawn, and drawn again gives the same', async () => {
    expect(sample).toMatch(/^\/audits\/sample\/S\d+$/)
    const page = await kit.get(`${sample}?again=yes`)
    expect(page.text).toContain('the same 4 files')
    expect(page.text).toContain('1 restricted')
    expect(page.text).toContain('1 for a brother or sister who stood in')
    expect(page.text).toContain('spring')
    expect(page.text).not.toContain('Holly')
    // Four families: Ash or Hazel, Birch, Cedar, Elder.
    expect(rowsOf(page.html).filter(r => /^Q\d+$/.test(r[0] ?? ''))).toHaveLength(4)
  })

  test('is shared among those who may: never to the manager of the team', async () => {
    const page = await kit.get(sample)
    expect(page.text).not.toContain(cast.manager.name)
    const rows = rowsOf(page.html).filter(r => /^Q\d+$/.test(r[0] ?? ''))
    expect(rows.map(r => r[3]).toSorted()).toEqual(['Ed Fenn', 'Ed Fenn', 'Kit Alder', 'Kit Alder'])
    for (const r of rows) expect(r[3]).not.toBe(r[4])
  })

  test('leaves out those drawn lately, and says so', async () => {
    // The sister who stood back is left, and nobody else.
    const again = await kit.follow(await draw(kit, {}))
    expect(again.text).toContain('1 restricted, 4 audited in the last twelve months')
    expect(rowsOf(again.html).filter(r => /^Q\d+$/.test(r[0] ?? ''))).toHaveLength(1)
    const none = await draw(kit, {})
    expect(none.status).toBe(422)
    expect(none.problems[0]?.text).toMatch(/audited in the last 12 months/)
    const dip = await draw(kit, { tool: 'dip', way: 'dip', size: '1', team: 'Oak', again: 'yes' })
    expect(dip.to).toMatch(/^\/audits\/sample\/S/)
  })

  test('sent twice is drawn once', async () => {
    const page = await kit.get('/audits/sample/new')
    const fields = {
      tool: 'dip',
      way: 'dip',
      size: '1',
      team: 'Oak',
      again: 'yes',
      auditors: [cast.auditor.id],
      second: '0',
    }
    const one = await kit.send(page, '/audits/sample/new', fields)
    const two = await kit.send(page, '/audits/sample/new', fields)
    expect(two.to).toBe(one.to)
  })

  test('is for who leads on audits, and for nobody else', async () => {
    for (const client of [amy, di, member]) expect((await client.get(sample)).status).toBe(403)
  })
})
