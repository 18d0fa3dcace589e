import { describe, expect, test } from 'vitest'
import { readAgencyLines } from './asked-agencies.ts'

import { pass, sectionEleven } from './test-round.ts'

const { ivy, kit, hal, amy, member, letters, app } = await sectionEleven()

describe('sending out', () => {
  test('says what is wrong, in which line, and keeps what was typed', async () => {
    const back = await kit.post('/audits/section-11/new', {
      due: '1/3/2026',
      agencies: 'Harbour Police\nB; C',
    })
    expect(back.problems.map(p => p.href)).toEqual(expect.arrayContaining(['#title', '#agencies']))
    expect(back.text).toContain('Line 1, “Harbour Police”')
    expect(back.html).toContain('Harbour Police\nB; C')
    const past = await kit.post('/audits/section-11/new', { title: 'T', due: '1/3/2026', agencies: 'B; C' })
    expect(past.problems.map(p => p.href)).toEqual(['#due'])
  })

  test('agencies twice, without a contact, or too many are refused', () => {
    expect(readAgencyLines('A; b\na; c')).toEqual({ fault: expect.stringContaining('named already') })
    expect(readAgencyLines('A; b; not an email')).toEqual({ fault: expect.stringContaining('no email') })
    expect(readAgencyLines(Array.from({ length: 61 }, (_, i) => `A${i}; b`).join('\n'))).toHaveProperty(
      'fault',
    )
    expect(readAgencyLines('A; b; c@d.example')).toEqual({
      agencies: [{ agency: 'A', contact: 'b', email: 'c@d.example' }],
    })
  })

  test('the letters have a code each; it is kept nowhere, and hostile names are text', async () => {
    expect(letters.status).toBe(200)
    expect(new Set([0, 1, 2].map(n => pass(letters, n).code)).size).toBe(3)
    expect(letters.html).not.toContain('<b>Fire')
    const rows = await app.store.db.selectFrom('entry').select('answers').execute()
    const kept = JSON.stringify(rows)
    for (const n of [0, 1, 2]) expect(kept).not.toContain(pass(letters, n).code)
    expect((await ivy.get('/audits/section-11/E1')).text).not.toContain(pass(letters, 0).code)
  })

  test('only who shares out audits sends them out, and reads an answer', async () => {
    const at = `/audits/section-11/E1/${pass(letters, 0).reference}`
    for (const who of [amy, member, hal]) {
      expect((await who.get('/audits/section-11/new')).status).toBe(403)
      expect((await who.get(at)).status).toBe(403)
      expect((await who.get('/audits/section-11/E1/answers.csv')).status).toBe(403)
    }
    expect((await kit.get(at)).status).toBe(200)
  })
})
