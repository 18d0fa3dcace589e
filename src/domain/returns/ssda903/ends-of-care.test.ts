import { describe, expect, test } from 'vitest'
import type { NewEntry } from '../../records/entry.ts'
import { foldLedger } from './sample-child.ts'
import { EMPTY, type Ledger, type SampleRows, samplePlan, written } from './sample-folder.ts'
import { settle } from './settle.ts'

const header = ['A1,F,14/11/2012,WBRI,UN1,,']
const bring = (ledger: Ledger, rows: SampleRows) => {
  const settled = settle(samplePlan(rows), ledger)
  return { settled, ledger: written(ledger, settled) }
}
const childOf = (ledger: Ledger) => {
  const child = foldLedger(ledger).find(f => f.person.born !== null)
  if (!child) throw new Error('no child')
  return child
}
const row = (text: string): SampleRows => ({ header, episodes: text.split('\n') })
const care = (ledger: Ledger) =>
  childOf(ledger).spells.flatMap(s => (s.kind === 'looked-after' ? [[s.from, s.to, s.facts.ceased]] : []))
const types = (entries: readonly NewEntry[]) => entries.map(e => e.type)

describe('an end of care that was only supposed', () => {
  const before = row('A1,10/05/2024,S,V2,N1,U6,PR1,31/03/2025,X1,,,,')

  test('is taken back when the next return shows that care went on', () => {
    const after = row('A1,31/03/2025,P,V2,N1,U4,PR4,,,,,,\nB2,01/05/2025,S,V2,N1,U6,PR1,,,,,,')
    const first = bring(EMPTY, before)
    expect(care(first.ledger)).toEqual([['2024-05-10', '2025-03-31', 'NK']])
    const second = bring(first.ledger, after)
    expect(types(second.settled.entries)).toContain('withdrawal')
    expect(care(second.ledger)).toEqual([['2024-05-10', null, undefined]])
    for (const again of [before, after]) expect(bring(second.ledger, again).settled.entries).toEqual([])
  })

  test('is not written where a later return has care beginning that day', () => {
    const after = row('A1,31/03/2025,P,V2,N1,U4,PR4,,,,,,')
    const later = bring(EMPTY, {
      ...after,
      episodes: [...(after.episodes ?? []), 'A1,01/05/2025,L,C2,N1,U4,PR4,,,,,,'],
    })
    const both = bring(later.ledger, before)
    expect(care(both.ledger).at(-1)).toEqual(['2025-03-31', null, undefined])
    expect(bring(both.ledger, before).settled.entries).toEqual([])
  })

  test('is taken back when the reason is known', () => {
    const known = row('A1,10/05/2024,S,V2,N1,U6,PR1,31/03/2025,E4A,,,,')
    const { ledger } = bring(bring(EMPTY, before).ledger, known)
    expect(care(ledger)).toEqual([['2024-05-10', '2025-03-31', 'E4A']])
    expect(bring(ledger, before).settled.entries).toEqual([])
    expect(bring(ledger, known).settled.entries).toEqual([])
  })

  test('stands against an earlier year’s return, which did not know of it', () => {
    const now = row('A1,10/05/2024,S,V2,N1,U6,PR1,01/08/2025,X1,,,,\nB2,01/06/2025,S,V2,N1,U6,PR1,,,,,,')
    const { ledger } = bring(bring(EMPTY, now).ledger, row('A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,'))
    expect(care(ledger)).toEqual([['2024-05-10', '2025-08-01', 'NK']])
  })

  test('that a worker has put right is left alone', () => {
    const first = bring(EMPTY, before)
    const end = [...first.ledger.values()].flat().find(e => e.type === 'ceased-looked-after')
    if (!end) throw new Error('no end')
    const worker = {
      ...end,
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      type: 'amendment',
      amends: end.id,
      source: null,
      answers: { why: 'The order is on file.', becomes: { ...end.answers, reason: 'E45' } },
    }
    const file = first.ledger.get(end.subject) ?? []
    const ledger = new Map([...first.ledger, [end.subject, [...file, { ...worker, seq: file.length + 1 }]]])
    const open = bring(ledger, row('A1,10/05/2024,S,V2,N1,U6,PR1,,,,,,'))
    expect(care(open.ledger)).toEqual([['2024-05-10', '2025-03-31', 'E45']])
    expect(bring(ledger, before).settled.entries).toEqual([])
  })
})

describe('an end of care that the next return does not have, as an episode of it runs on through that day', () => {
  const last = row('A1,10/05/2024,S,V2,N1,U6,PR1,14/11/2024,E2,,,,')
  const now = row('A1,15/08/2024,P,C1,N1,K2,PR4,08/08/2025,E4A,,,,\nB2,01/06/2025,S,V2,N1,U6,PR1,,,,,,')

  test.each([
    ['brought in later', [last, now]],
    ['brought in earlier', [now, last]],
  ])('does not stop care: %s', (_, order) => {
    const ledger = order.reduce((held, r) => bring(held, r).ledger, EMPTY)
    expect(care(ledger)).toEqual([['2024-05-10', '2025-08-08', 'E4A']])
    for (const again of order) expect(bring(ledger, again).settled.entries).toEqual([])
  })

  test('is written again where a return says it after all', () => {
    const first = bring(bring(EMPTY, last).ledger, now).ledger
    const after = row(
      'A1,10/05/2024,S,V2,N1,U6,PR1,14/11/2024,E2,,,,\nA1,01/06/2025,S,V2,N1,U6,PR1,09/06/2025,E4B,,,,',
    )
    const { ledger } = bring(first, after)
    expect(care(ledger)).toContainEqual(['2024-05-10', '2024-11-14', 'E2'])
    expect(bring(ledger, after).settled.entries).toEqual([])
  })
})

test('an end brought in after care began again that day does not undo it', () => {
  const again = {
    header,
    episodes: ['A1,01/03/2025,S,V2,N1,U6,PR1,,,,,,', 'B2,01/05/2025,S,V2,N1,U6,PR1,,,,,,'],
  }
  const ended = { header, episodes: ['A1,10/05/2024,S,V2,N1,U6,PR1,01/03/2025,E4A,,,,'] }
  const { ledger } = bring(bring(EMPTY, again).ledger, ended)
  const care = childOf(ledger).spells.filter(s => s.kind === 'looked-after')
  expect(care.map(s => [s.from, s.to])).toEqual([
    ['2024-05-10', '2025-03-01'],
    ['2025-03-01', null],
  ])
})
