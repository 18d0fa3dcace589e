import { describe, expect, test } from 'vitest'
import { foldFile } from '../../casework/file.ts'
import { day } from '../../kernel/day.ts'
import { countFiles, countProduct } from './reconcile.ts'
import { childHeader as header, notesOf as notes, spellsOf } from './sample-child.ts'
import { EMPTY, samplePlan, written } from './sample-folder.ts'
import { settle } from './settle.ts'

const end = day('2026-03-31')

describe('a placement', () => {
  test('goes on through a change of legal status, and ends with the period of care', () => {
    const { care, placed, status, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,ZZ1 1AA,ZZ2 2BB,11',
      'A1,01/08/2025,L,C2,N1,U6,PR1,01/02/2026,E4A,,ZZ1 1AA,zz22bb,11',
    ])
    expect(care).toEqual(['2025-05-01–2026-02-01 E4A'])
    expect(placed).toEqual(['2025-05-01–2026-02-01 U6'])
    expect(status).toEqual(['2025-05-01–2025-08-01 V2', '2025-08-01–2026-02-01 C2'])
    expect(plan.problems).toEqual([])
  })

  test.each(['P', 'B', 'T', 'U'])('begins again with RNE %s, even in the same place', rne => {
    const { placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,ZZ2 2BB,11',
      `A1,01/08/2025,${rne},V2,N1,U6,PR1,,,,,ZZ2 2BB,11`,
    ])
    expect(placed).toEqual(['2025-05-01–2025-08-01 U6', '2025-08-01– U6'])
  })

  test('begins again where RNE is L but the place differs', () => {
    const { placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,CREQB,,ZZ2 2BB,11',
      'A1,01/08/2025,L,C2,N1,K2,PR1,,,,,,',
    ])
    expect(placed).toEqual(['2025-05-01–2025-08-01 U6', '2025-08-01– K2'])
  })

  test('in which a child goes out and back is three', () => {
    const { placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,ZZ2 2BB,11',
      'A1,01/08/2025,P,V2,N1,T1,,09/08/2025,X1,,,,',
      'A1,09/08/2025,P,V2,N1,U6,PR1,,,,,ZZ2 2BB,11',
    ])
    expect(placed).toHaveLength(3)
  })

  test('gives the reason for a move to the placement that follows', () => {
    const { plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,CREQB,,,',
      'A1,01/08/2025,P,V2,N1,K2,PR1,,,,,,',
    ])
    const moves = plan.files
      .flatMap(f => f.entries)
      .flatMap(e => (e.entry.type === 'placement' ? [e.entry.answers.whyMoved] : []))
    expect(moves).toEqual([undefined, 'CREQB'])
  })
})

describe('a period of care', () => {
  test('may end and begin again on one day', () => {
    const { care, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,E4B,,,,',
      'A1,01/08/2025,S,V2,N1,U6,PR1,,,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-08-01 E4B', '2025-08-01–'])
    expect(plan.problems).toEqual([])
  })

  test('may begin on the day of birth, on 29 February', () => {
    const { care } = spellsOf(['A1,29/02/2016,S,L2,N1,U6,PR1,,,,,,'])
    expect(care).toEqual(['2016-02-29–'])
  })

  test('of short breaks is a period each', () => {
    const { care, status } = spellsOf([
      'A1,03/05/2025,S,V3,N2,U6,PR1,05/05/2025,E4A,,,,',
      'A1,07/06/2025,S,V3,N2,U6,PR1,09/06/2025,E4A,,,,',
      'A1,05/07/2025,S,V4,N2,U6,PR1,07/07/2025,E4A,,,,',
    ])
    expect(care).toHaveLength(3)
    expect(status).toEqual([
      '2025-05-03–2025-05-05 V3',
      '2025-06-07–2025-06-09 V3',
      '2025-07-05–2025-07-07 V4',
    ])
  })

  test('ends with adoption', () => {
    const { care, placed } = spellsOf([
      'A1,01/05/2025,S,E1,N1,U5,PR4,01/06/2025,X1,,,,',
      'A1,01/06/2025,T,E1,N1,A5,PR4,28/02/2026,E11,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2026-02-28 E11'])
    expect(placed.at(-1)).toBe('2025-06-01–2026-02-28 A5')
  })

  test('begins with the first episode known, and says where that is not its start', () => {
    const { plan, care } = spellsOf(['A1,01/05/2025,P,V2,N1,U6,PR1,,,,,,'])
    expect(care).toEqual(['2025-05-01–'])
    expect(notes(plan)).toEqual(['2 The child’s first episode is not the start of care'])
    const began = plan.files[0]?.entries.find(e => e.entry.type === 'became-looked-after')
    expect(began?.ongoing).toBe(true)
    expect(began?.entry.answers.why).toContain('partway')
  })

  test('ends with the reason not known after X1 where no episode follows, and after an end with no reason', () => {
    const x1 = spellsOf(['A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,,'])
    expect(x1.care).toEqual(['2025-05-01–2025-08-01 NK'])
    expect(x1.placed).toEqual(['2025-05-01–2025-08-01 U6'])
    expect(notes(x1.plan)).toEqual(['2 Another episode should begin on the day this one ended'])
    expect(x1.plan.problems[0]?.todo).toContain('Care is taken to have ended on 01/08/2025')
    const blank = spellsOf(['A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,,,,,'])
    expect(blank.care).toEqual(['2025-05-01–2025-08-01 NK'])
    expect(notes(blank.plan)).toContain('2 DEC is given, but REC is blank')
  })

  test('that ends with X1 on the year’s last day may go on in the next return, and says so', () => {
    const { plan, care } = spellsOf(['A1,01/05/2025,S,V2,N1,U6,PR1,31/03/2026,X1,,,,'])
    expect(care).toEqual(['2025-05-01–2026-03-31 NK'])
    expect(plan.problems[0]?.todo).toContain('the return of the year after 31 March 2026')
  })

  test('ends after X1 where the next episode begins after a gap, and begins again then', () => {
    const { care, placed, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,,',
      'A1,04/08/2025,L,C2,N1,U6,PR1,,,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-08-01 NK', '2025-08-04–'])
    expect(placed).toEqual(['2025-05-01–2025-08-01 U6', '2025-08-04– U6'])
    expect(notes(plan)).toEqual(['2 No episode begins on the day this one ended'])
    expect(plan.problems[0]?.todo).toContain('The next (line 3) begins on 04/08/2025')
  })

  test('does not end for a reason that only the record knows', () => {
    const { plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,NK,,,,',
      'A1,01/09/2025,S,V2,N1,U6,PR1,,,,,,',
    ])
    expect(plan.problems.map(p => [p.level, p.wrong])).toEqual([
      ['problem', 'REC is not a code of the return'],
    ])
  })

  test('goes on after a reason with no day', () => {
    const { care, plan } = spellsOf(['A1,01/05/2025,S,V2,N1,U6,PR1,,E4A,,,,'])
    expect(care).toEqual(['2025-05-01–'])
    expect(notes(plan)).toEqual(['2 REC is given, but DEC is blank'])
  })

  test('of one day is kept, and the next may begin on it', () => {
    const { placed, plan } = spellsOf([
      'A1,14/11/2025,S,L1,N1,R2,PR3,14/11/2025,X1,,,,',
      'A1,14/11/2025,B,V2,N1,U6,PR1,,,,,,',
    ])
    expect(placed).toEqual(['2025-11-14–2025-11-14 R2', '2025-11-14– U6'])
    expect(notes(plan)).toEqual(['2 The episode ends on the day it began'])
  })
})

test('children looked after are counted on a day: not before care begins, and not on the day it ends', () => {
  const plan = samplePlan({ header, episodes: ['A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,E4A,,,,'] })
  const files = [...written(EMPTY, settle(plan, EMPTY))].map(([id, entries]) => foldFile(id, entries))
  const on = (text: string) => [
    countFiles(plan, day(text)).lookedAfter,
    countProduct(files, day(text)).lookedAfter,
  ]
  expect(['2025-04-30', '2025-05-01', '2025-07-31', '2025-08-01'].map(on)).toEqual([
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ])
  expect(plan.yearEnd).toBe(end)
})
