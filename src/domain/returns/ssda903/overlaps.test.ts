import { describe, expect, test } from 'vitest'
import { notesOf, spellsOf } from './sample-child.ts'

const todos = (plan: ReturnType<typeof spellsOf>['plan']) => plan.problems.map(p => p.todo).join('\n')
const leftOut = (plan: ReturnType<typeof spellsOf>['plan']) =>
  plan.problems.filter(p => p.level === 'problem')

describe('of episodes of which the later ends later', () => {
  test('both are kept, and the earlier ends where the later begins', () => {
    const { care, placed, plan } = spellsOf([
      'A1,15/07/2025,P,V2,N1,K2,PR4,,,,,,',
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,E4A,CREQB,,,',
    ])
    expect(care).toEqual(['2025-05-01–'])
    expect(placed).toEqual(['2025-05-01–2025-07-15 U6', '2025-07-15– K2'])
    expect(notesOf(plan)).toEqual(['3 The episode ends after another has begun'])
    expect(leftOut(plan)).toEqual([])
    expect(todos(plan)).toContain('The one on line 2 runs from 15/07/2025 and has no end.')
    expect(todos(plan)).toContain('taken to end on 15/07/2025')
    expect(todos(plan)).toContain('its reason for ending (E4A) is not kept')
  })

  test('the later may end, and care ends with it', () => {
    const { care, placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,,',
      'A1,15/07/2025,P,V2,N1,K2,PR4,01/09/2025,E4B,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-09-01 E4B'])
    expect(placed).toEqual(['2025-05-01–2025-07-15 U6', '2025-07-15–2025-09-01 K2'])
  })

  test('neither may have an end', () => {
    const { care, placed, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,,,,,,',
      'A1,01/08/2025,P,V2,N1,K2,PR1,,,,,,',
    ])
    expect(care).toEqual(['2025-05-01–'])
    expect(placed).toEqual(['2025-05-01–2025-08-01 U6', '2025-08-01– K2'])
    expect(notesOf(plan)).toEqual(['2 The episode has no end, but a later one begins'])
  })
})

describe('an episode within another', () => {
  test('is kept for its days, and the other goes on after it', () => {
    const { care, placed, status, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/12/2025,E4A,CREQB,,ZZ2 2BB,',
      'A1,15/07/2025,B,C1,N1,K2,PR4,20/08/2025,X1,CLOSE,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-12-01 E4A'])
    expect(placed).toEqual([
      '2025-05-01–2025-07-15 U6',
      '2025-07-15–2025-08-20 K2',
      '2025-08-20–2025-12-01 U6',
    ])
    expect(status).toEqual([
      '2025-05-01–2025-07-15 V2',
      '2025-07-15–2025-08-20 C1',
      '2025-08-20–2025-12-01 V2',
    ])
    expect(notesOf(plan)).toEqual(['3 The episode falls within another'])
    expect(todos(plan)).toContain('The one on line 2 runs from 01/05/2025 to 01/12/2025.')
    expect(todos(plan)).toContain('the other goes on from 20/08/2025')
    // The longer one's reason is of its own end, and says nothing of why the child was elsewhere meanwhile.
    const moves = plan.files.flatMap(f => f.entries).filter(e => e.entry.type === 'placement')
    expect(moves.map(e => e.entry.answers.whyMoved)).toEqual([undefined, undefined, 'CLOSE'])
  })

  test('never ends care, though it gives a reason', () => {
    const { care, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,,,,,,',
      'A1,15/07/2025,P,V2,N1,K2,PR4,20/08/2025,E4A,,,,',
    ])
    expect(care).toEqual(['2025-05-01–'])
    expect(todos(plan)).toContain('its reason for ending (E4A) is not kept')
  })

  test('that ends with it leaves it its reason', () => {
    const { care, placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,20/08/2025,E4A,,,,',
      'A1,15/07/2025,P,V2,N1,K2,PR4,20/08/2025,X1,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-08-20 E4A'])
    expect(placed).toEqual(['2025-05-01–2025-07-15 U6', '2025-07-15–2025-08-20 K2'])
  })

  test('that begins with it comes first', () => {
    const { care, placed, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,,,,,,',
      'A1,01/05/2025,S,V2,N1,K2,PR4,20/08/2025,X1,,,,',
    ])
    expect(care).toEqual(['2025-05-01–'])
    expect(placed).toEqual(['2025-05-01–2025-08-20 K2', '2025-08-20– U6'])
    expect(leftOut(plan)).toEqual([])
  })

  test('may be of one day', () => {
    const { care, placed } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,20/08/2025,E4A,,,,',
      'A1,15/07/2025,P,V2,N1,R2,PR3,15/07/2025,E4A,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-08-20 E4A'])
    expect(placed).toEqual([
      '2025-05-01–2025-07-15 U6',
      '2025-07-15–2025-07-15 R2',
      '2025-07-15–2025-08-20 U6',
    ])
  })

  test('may come between others that tell of all its days: it is kept for care', () => {
    const { care, placed, plan } = spellsOf([
      'A1,01/05/2025,S,V2,N1,U6,PR1,01/12/2025,E4A,,,,',
      'A1,01/05/2025,S,V2,N1,K2,PR4,01/08/2025,E4B,,,,',
      'A1,01/08/2025,P,V2,N1,U4,PR4,01/12/2025,X1,,,,',
    ])
    expect(care).toEqual(['2025-05-01–2025-12-01 E4A'])
    expect(placed).toEqual(['2025-05-01–2025-08-01 K2', '2025-08-01–2025-12-01 U4'])
    expect(notesOf(plan)).toContain('2 Other episodes tell of all the days of this one')
    expect(todos(plan)).toContain('See line 3, line 4.')
    expect(leftOut(plan)).toEqual([])
  })
})

test('of two that differ about the same days one is left out, and care is the same', () => {
  const { care, plan } = spellsOf([
    'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,E4A,,,,',
    'A1,01/05/2025,S,C2,N1,K2,PR4,01/08/2025,E4A,,,,',
  ])
  expect(care).toEqual(['2025-05-01–2025-08-01 E4A'])
  expect(leftOut(plan).map(p => p.wrong)).toEqual(['Two rows differ about one episode'])
})

test('episodes that touch do not overlap', () => {
  const { plan } = spellsOf([
    'A1,01/05/2025,S,V2,N1,U6,PR1,01/08/2025,X1,,,,',
    'A1,01/08/2025,P,V2,N1,K2,PR1,02/08/2025,E4A,,,,',
  ])
  expect(plan.problems).toEqual([])
})

test('two episodes of one year that begin together are both the last year’s', () => {
  const { care, plan } = spellsOf(
    [
      'A1,01/03/2025,S,V2,N1,U6,PR1,20/08/2025,X1,,,,',
      'A1,01/03/2025,S,V2,N1,K2,PR4,10/04/2025,X1,,,,',
      'A1,20/08/2025,P,V2,N1,U6,PR1,21/08/2025,E4A,,,,',
    ],
    ['A1,01/03/2025,S,V2,N1,U6,PR1,,,,,,'],
  )
  expect(care).toEqual(['2025-03-01–2025-08-21 E4A'])
  expect(plan.counts.map(c => [c.side, c.table, c.joined])).toContainEqual(['last', 'episodes', 1])
})

test('an episode open last year that this year’s return does not have is kept, and told of', () => {
  const { care, plan } = spellsOf(
    ['A1,01/05/2025,P,V2,N1,U6,PR1,20/08/2025,E4A,,,,'],
    ['A1,01/03/2025,S,V2,N1,U6,PR1,,,,,,'],
  )
  expect(care).toEqual(['2025-03-01–'])
  expect(notesOf(plan)).toContain(
    '2 The episode had not ended when last year did, and is not in this year’s return',
  )
})
