import { describe, expect, test } from 'vitest'
import { HERE, given as made } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day } from '../kernel/day.ts'
import type { NewEntry } from '../records/entry.ts'
import { heldBy } from './hold.ts'
import { retentionOf } from './retention.ts'
import { retentionRows } from './retention-table.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8001'
const given = (subject: string, type: string, answers: Record<string, unknown>) =>
  made(subject, type, answers, { recorded: HERE })
const born = (on: string) =>
  given(ID, 'person-details', { asOf: day(on), unborn: false, givenName: 'Wren', born: day(on) })
const care = (from: string, to: string, reason = 'E4A') => [
  given(ID, 'became-looked-after', { from: day(from), need: 'N1' }),
  given(ID, 'ceased-looked-after', { on: day(to), reason }),
]
const closed = (on: string, more: Record<string, unknown> = {}) =>
  given(ID, 'case-closed', { on: day(on), reason: 'RC8', why: 'Over', ...more })
const note = (on: string) =>
  given(ID, 'case-note', { on: day(on), what: 'call', about: 'x', note: 'y', significant: 'no' })

const file = (...entries: readonly NewEntry[]) =>
  foldFile(
    ID,
    entries.map((e, i) => ({ ...e, seq: i + 1 })),
  )

describe('how long a file is kept', () => {
  test.each([
    [
      'looked after: the 75th birthday',
      [born('1950-06-01'), ...care('1955-01-01', '1960-01-01')],
      '2025-06-01',
      'looked-after',
    ],
    [
      'born on 29 February',
      [born('1948-02-29'), ...care('1955-01-01', '1960-01-01')],
      '2023-02-28',
      'looked-after',
    ],
    [
      'died in care',
      [born('2000-01-01'), ...care('2005-01-01', '2008-07-09', 'E2')],
      '2023-07-09',
      'looked-after.died',
    ],
    [
      'died later, under 18',
      [
        born('2000-01-01'),
        ...care('2005-01-01', '2008-01-01'),
        closed('2010-01-01', { reason: 'RC2', diedOn: day('2009-12-31') }),
      ],
      '2024-12-31',
      'looked-after.died',
    ],
    [
      'died at 18: as any other',
      [
        born('2000-01-01'),
        ...care('2005-01-01', '2008-01-01'),
        closed('2018-01-01', { reason: 'RC2', diedOn: day('2018-01-01') }),
      ],
      '2075-01-01',
      'looked-after',
    ],
    ['adopted', [born('2008-01-01'), ...care('2009-01-01', '2010-03-04', 'E11')], '2110-03-04', 'adopted'],
    [
      'adopted the day before the rule changed',
      [born('2003-01-01'), ...care('2004-01-01', '2005-12-29', 'E12')],
      '2080-12-29',
      'adopted.earlier',
    ],
    [
      'adopted on the day it changed',
      [born('2003-01-01'), ...care('2004-01-01', '2005-12-30', 'E12')],
      '2105-12-30',
      'adopted',
    ],
    ['known only', [born('1990-05-05'), note('2000-01-01')], '2008-05-05', 'known'],
    ['known late: six years from closing', [born('1990-05-05'), note('2007-01-01')], '2013-01-01', 'known'],
  ])('%s', (_, entries, until, row) => {
    const found = file(...entries)
    expect(retentionOf(found, day(until))).toMatchObject({ is: 'kept', until, row: { code: row } })
    const next = day(new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10))
    expect(retentionOf(found, next)).toMatchObject({ is: 'due', until })
  })

  test('in need: the 25th birthday, or six years from closing where that is later', () => {
    const base = file(born('1990-05-05'))
    const spell = { subject: ID, kind: 'in-need', key: '', facts: {}, openedBy: ID, closedBy: ID } as const
    const until = (to: string) =>
      retentionOf(
        { ...base, spells: [{ ...spell, from: day('2001-01-01'), to: day(to) }] },
        day('2026-01-01'),
      )
    expect(until('2003-01-01')).toMatchObject({ is: 'due', until: '2015-05-05', row: { code: 'in-need' } })
    expect(until('2009-06-01')).toMatchObject({ until: '2015-06-01' })
  })

  test('while work goes on no time runs; without a birth nobody can say', () => {
    const open = file(
      born('1940-01-01'),
      given(ID, 'became-looked-after', { from: day('1950-01-01'), need: 'N1' }),
    )
    expect(retentionOf(open, day('2026-01-01')).is).toBe('open')
    expect(retentionOf(file(note('1950-01-01')), day('2026-01-01')).is).toBe('unknown')
    expect(retentionOf(file(), day('2026-01-01')).is).toBe('unknown')
  })

  test('it says why, from when, and by which law', () => {
    const found = retentionOf(
      file(born('1950-06-01'), ...care('1955-01-01', '1960-01-01')),
      day('2026-01-01'),
    )
    expect(found.because).toMatch(/75th birthday \(born 1 June 1950\)\. Care Planning/)
  })

  test('the rows: each code once, each with its source, each sort without a gap or an overlap in time', () => {
    expect(new Set(retentionRows.map(r => r.code)).size).toBe(retentionRows.length)
    for (const r of retentionRows) {
      expect(r.source.length, r.code).toBeGreaterThan(10)
      expect(r.inForce === null || r.until === null || r.inForce < r.until, r.code).toBe(true)
    }
    for (const [, rows] of Map.groupBy(retentionRows, r => `${r.sort} ${r.from}`)) {
      expect(rows[0]?.inForce).toBeNull()
      expect(rows.at(-1)?.until).toBeNull()
      for (const [i, r] of rows.slice(1).entries()) expect(r.inForce).toBe(rows[i]?.until)
    }
  })
})

test('a hold on all keeps every file; one that was lifted keeps none', () => {
  const hold = {
    id: 'h',
    code: 'H1',
    reason: 'court',
    askedBy: '',
    words: '',
    from: day('2026-01-01'),
    by: '',
    seq: 1,
  }
  const lifted = { at: given(ID, 'case-note', {}).recorded, by: '', why: '' }
  expect(heldBy([{ ...hold, scope: 'all', child: null, lifted: null }], [ID])?.code).toBe('H1')
  expect(heldBy([{ ...hold, scope: 'file', child: ID, lifted: null }], ['other'])).toBeUndefined()
  expect(heldBy([{ ...hold, scope: 'all', child: null, lifted }], [ID])).toBeUndefined()
})
