import { describe, expect, test } from 'vitest'
import { childOf, inCare, left, linesOf, type Written } from './sample.ts'

const decided = (on: string): Written => ['adoption-decision', { on }]
const ended = (on: string, reason = 'RD1'): Written => ['adoption-decision-ended', { on, reason }]
const matched = (on: string, adopters = 'MF'): Written => [
  'adoption-match',
  { on, adopters, status: 'L11', carers: false },
]
const care = inCare('2024-05-01', { status: 'C2' })
const table = (name: 'AD1' | 'PlacedAdoption', written: readonly Written[], year = 2025) =>
  linesOf(childOf([...care, ...written]), name, year).map(l => l.replace('06/05/2012,', ''))

describe('adoption', () => {
  test('of a child who was adopted in the year', () => {
    const written = [decided('2024-11-01'), matched('2025-03-10'), left('2025-10-01', 'E12')]
    expect(table('AD1', written)).toEqual(['01/11/2024,10/03/2025,0,2,MF,L11'])
    expect(table('PlacedAdoption', written)).toEqual(['01/11/2024,,'])
    expect(table('AD1', written, 2024)).toEqual([])
    expect(table('PlacedAdoption', written, 2024)).toEqual(['01/11/2024,,'])
    expect(table('PlacedAdoption', written, 2026)).toEqual([])
  })

  test('one adopter, and what was not recorded', () => {
    const one = [decided('2024-11-01'), matched('2025-03-10', 'F1'), left('2025-10-01', 'E11')]
    expect(table('AD1', one)).toEqual(['01/11/2024,10/03/2025,0,1,F1,L11'])
    expect(table('AD1', [left('2025-10-01', 'E11')])).toEqual([',,,,,'])
  })

  test('a decision that was ended, and made again', () => {
    const written = [decided('2024-11-01'), ended('2025-06-01'), decided('2025-12-01')]
    expect(table('PlacedAdoption', written)).toEqual(['01/11/2024,01/06/2025,RD1', '01/12/2025,,'])
    expect(table('PlacedAdoption', written, 2024)).toEqual(['01/11/2024,,'])
    expect(table('PlacedAdoption', written, 2026)).toEqual(['01/12/2025,,'])
  })

  test('is of the time in care in which it was decided', () => {
    const written = [decided('2024-11-01'), ended('2025-06-01'), left('2025-07-01')]
    expect(table('PlacedAdoption', [...written, ...inCare('2026-05-01')], 2026)).toEqual([])
    expect(table('PlacedAdoption', [decided('2024-04-01')])).toEqual([])
  })
})
