import { describe, expect, test } from 'vitest'
import { planImport } from './plan.ts'
import { AUTHOR, MOMENT, sampleFolder, samplePlan } from './sample-folder.ts'

const header = ['A1,F,14/11/2012,WBRI,UN1,,']
const LAST = ['A1,10/05/2023,S,V2,N1,U6,PR1,15/09/2024,X1,,,,', 'A1,15/09/2024,P,V2,N1,U4,PR4,,,,,ZZ3 3CC,']
const THIS = ['A1,15/09/2024,P,V2,N1,U4,PR4,10/07/2025,X1,,,ZZ3 4CC,', 'A1,10/07/2025,P,V2,N1,U6,PR1,,,,,,']

const entries = (plan: ReturnType<typeof samplePlan>, type: string) =>
  plan.files
    .flatMap(f => f.entries)
    .filter(e => e.entry.type === type)
    .map(e => e.entry)

describe('this year’s return and last year’s', () => {
  const plan = samplePlan({ header, episodes: THIS }, { header, episodes: LAST })

  test('are for the years they say', () => expect(plan.years).toEqual({ this: '2025-26', last: '2024-25' }))

  test('make one thing of the same episode, and this year’s word stands', () => {
    expect(entries(plan, 'placement').map(e => [e.happened, e.answers.address])).toEqual([
      ['2023-05-10', undefined],
      ['2024-09-15', 'ZZ3 4CC'],
      ['2025-07-10', undefined],
    ])
    expect(entries(plan, 'became-looked-after').map(e => e.happened)).toEqual(['2023-05-10'])
    const places = plan.counts
      .filter(c => c.table === 'episodes')
      .map(({ read, kept, joined }) => ({ read, kept, joined }))
    expect(places).toEqual([
      { read: 2, kept: 2, joined: 0 },
      { read: 2, kept: 1, joined: 1 },
    ])
  })

  test('are noted where they differ, but not where an episode has merely ended since', () => {
    expect(plan.problems.map(p => [p.line, p.wrong])).toEqual([
      [2, 'PL_POST differs from last year’s return'],
    ])
  })

  test('say whose row an entry came from', () => {
    expect(entries(plan, 'placement').map(e => e.source)).toEqual([
      'SSDA903 2024-25 episodes.csv line 2',
      'SSDA903 2025-26 episodes.csv line 2',
      'SSDA903 2025-26 episodes.csv line 3',
    ])
  })
})

test('a child’s later header wins, with a note', () => {
  const plan = samplePlan(
    { header: ['A1,F,14/11/2012,WOTH,UN1,,'], episodes: THIS },
    { header, episodes: LAST },
  )
  expect(entries(plan, 'person-details').map(e => [e.happened, e.answers.ethnicity])).toEqual([
    ['2026-03-31', 'WOTH'],
  ])
  expect(plan.problems.map(p => p.wrong)).toContain('ETHNIC differs from last year’s return')
})

test('a child of last year alone is kept, and told of where care had not ended', () => {
  const more = ['A1,F,14/11/2012,WBRI,UN1,,', 'B2,M,01/01/2015,WBRI,UN1,,']
  const plan = samplePlan(
    { header, episodes: THIS },
    { header: more, episodes: [...LAST, 'B2,01/06/2024,S,V2,N1,U6,PR1,,,,,,'] },
  )
  expect(plan.files.map(f => f.subject.code)).toEqual(['A1', 'B2'])
  const [told] = plan.problems.filter(p => p.side === 'last')
  expect([told?.line, told?.wrong]).toEqual([
    4,
    'The child was looked after when last year ended, and has no later episode this year',
  ])
})

test('folders the wrong way round are refused', () => {
  const folder = (rows: readonly string[]) => sampleFolder({ header, episodes: rows })
  const plan = planImport({ this: folder(LAST), last: folder(THIS), recorded: MOMENT, author: AUTHOR })
  expect(plan.ok ? '' : `${plan.error.wrong} ${plan.error.todo}`).toContain('2025-26')
})

test('a return in which no episode can be read is refused', () => {
  const plan = planImport({
    this: sampleFolder({ header, episodes: ['A1,nonsense,S,V2,N1,U6,PR1,,,,,,'] }),
    recorded: MOMENT,
    author: AUTHOR,
  })
  expect(plan.ok ? '' : plan.error.todo).toContain('DECOM')
})
