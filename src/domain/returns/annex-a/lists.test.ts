import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { born, fileOf, type Given, referred, type Written } from '../cin/write/sample.ts'
import { lists } from './columns.ts'
import { asked, type Cells } from './file.ts'
import { blanks, rowsOf } from './rows.ts'

const on = day('2026-02-28')
const rows = (list: number, ...w: readonly Given[]): readonly Cells[] =>
  rowsOf('ABC1234567', fileOf(...w), asked(on, new Map([['w1', 'Ada Teal']])))
    .filter(r => r.list === list)
    .map(r => r.cells)

const care = (from: string, ceased?: readonly [on: string, reason: string]): readonly Written[] => [
  ['became-looked-after', { from, need: 'N1' }],
  ['legal-status', { from, status: 'C2' }],
  ['placement', { from, type: 'U6', provider: 'PR4', address: '1 Gorse Rise, AB1 2CD', urn: 'SC1' }],
  ...(ceased ? [['ceased-looked-after', { on: ceased[0], reason: ceased[1] }] as const] : []),
]

describe('the months that a list looks back', () => {
  const contact = (receivedOn: string): Written => [
    'contact',
    { receivedOn, sort: 'worry', source: '3C', about: 'x', outcome: 'advice', reasons: 'y' },
  ]
  test('from the day after that of six months before, to the day itself', () => {
    expect(rows(1, born(), contact('2025-08-28'))).toEqual([])
    expect(rows(1, born(), contact('2025-08-29'))).toHaveLength(1)
    expect(rows(1, born(), contact('2026-02-28'))).toHaveLength(1)
    expect(rows(1, born(), contact('2026-03-01'))).toEqual([])
  })

  test('a referral is a contact too, and says how many there were in twelve months', () => {
    const all = [
      born(),
      referred('2025-02-28', 'nfa'),
      referred('2025-03-03', 'nfa', '6'),
      referred('2026-01-05'),
    ]
    expect(rows(1, ...all)).toHaveLength(1)
    expect(rows(3, ...all)).toMatchObject([
      { 'Referral Source': 'b) Schools', 'Referral NFA?': 'No', 'Number of Referrals in Last 12 Months': 2 },
    ])
  })
})

test('who the child is, in the words of the lists; one not yet born has no age', () => {
  expect(rows(3, born({ ethnicity: 'CHNE' }), referred('2026-01-05', 'nfa'))).toMatchObject([
    {
      'Child Unique ID': 'ABC1234567',
      Gender: 'b) Female',
      Ethnicity: 'e) Other ethnic group',
      'Date of Birth': { day: '2016-05-06' },
      'Age of Child (Years)': 9,
      'Referral NFA?': 'Yes',
      'Allocated Team': 'Not allocated',
    },
  ])
  const unborn = [
    'person-details',
    { asOf: '2026-01-05', unborn: true, expected: '2026-05-01', sex: 'U', ethnicity: 'NOBT' },
  ] as const
  const [row] = rows(3, unborn, referred('2026-01-05'))
  expect(row).toMatchObject({ Gender: 'c) Not stated/recorded', Ethnicity: 'f) Not stated' })
  expect(row?.['Age of Child (Years)']).toBeUndefined()
})

test('an early help assessment, with the agency that made it', () => {
  const caf = [
    'early-help-assessment',
    { on: '2026-01-12', agency: 'Nether Fold School', consent: true, lead: 'x' },
  ] as const
  expect(rows(2, born(), caf)).toMatchObject([{ 'Organisation completing assessment': 'Nether Fold School' }])
})

test('an assessment: seen, signed, and what it led to; and the worker on the day', () => {
  const signed: Written = [
    'assessment',
    { on: '2026-02-02', kind: 'single', seen: 'alone', outcome: 'child-in-need' },
    { signed: '2026-02-04' },
  ]
  const held = ['allocation', { from: '2026-01-06', as: 'worker', worker: 'w1', team: 'Duty' }] as const
  expect(rows(4, born({ disability: undefined }), referred('2026-01-05'), held, signed)).toMatchObject([
    {
      'Does the Child have a Disability': 'Unknown',
      'Continuous Assessment Start Date': { day: '2026-01-05' },
      'Child Seen During Continuous Assessment': 'Yes',
      'Continuous Assessment Date of Authorisation': { day: '2026-02-04' },
      "Was the child assessed as requiring LA children's social care support?": 'Yes',
      'Allocated Team': 'Duty',
      'Allocated Worker': 'Ada Teal',
    },
  ])
  expect(rows(6, born(), referred('2026-01-05'), signed)).toMatchObject([
    { 'Case Status': 'c) Child in need plan', 'Primary Need Code': 'a) Abuse or neglect' },
  ])
  expect(rows(6, born(), referred('2026-01-05'))).toMatchObject([{ 'Case Status': 'd) Open assessment' }])
})

test('an enquiry with its conference; one plan ended in the six months, and one before', () => {
  const plan = (conferenceOn: string): Written => [
    'protection-plan-started',
    { conferenceOn, category: 'EMO', change: 'x', ifNot: 'y' },
  ]
  const ended = (endedOn: string): Written => ['protection-plan-ended', { endedOn, reason: 'safe' }]
  const file = [
    born(),
    referred('2024-01-08'),
    plan('2024-02-05'),
    ended('2025-08-28'),
    ['strategy-discussion', { on: '2025-08-29', took: ['police'], concern: 'x', enquiry: true, next: 'y' }],
    plan('2025-09-15'),
    ['legal-status', { from: '2025-10-01', status: 'L1' }],
  ] satisfies readonly Given[]
  expect(rows(5, ...file)).toMatchObject([
    {
      'Date of Initial Child Protection Conference': { day: '2025-09-15' },
      'Did the Initial Child Protection Conference Result in a Child Protection Plan': 'Yes',
      'Number of Section 47 Enquiries in the last 12 months': 1,
      'Number of ICPCs in the last 12 months': 1,
    },
  ])
  expect(rows(7, ...file)).toMatchObject([
    {
      'Child Protection Plan Start Date': { day: '2025-09-15' },
      'Latest Category of Abuse': 'd) Emotional Abuse',
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)':
        'Yes',
      'Number of Previous Child Protection Plans': 1,
    },
  ])
})

describe('children in care', () => {
  test('twice in a year: both, the later as a second time; placements, missing and interviews counted', () => {
    const found = rows(
      8,
      born(),
      care('2025-01-06', ['2025-09-01', 'E4A']),
      care('2025-12-01'),
      ['unaccompanied', { from: '2025-01-06', to: '2025-02-28' }],
      ['missing-episode', { from: '2026-01-10', kind: 'M' }],
      ['returned', { on: '2026-01-11', interviewOffered: true }],
    )
    expect(found).toMatchObject([
      { 'Reason Ceased to be Looked After': 'd) Returned home to live with parents or relatives' },
      {
        'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)':
          'Yes',
        "Child's Legal Status": 'b) Full care orders',
        'Placement Type': 'a) Foster placement',
        'Placement Provider': 'b) Private',
        'Placement postcode': 'AB1 2CD',
        'URN of Placement': 'SC1',
        'Number of Placements in the Last 12 months': 2,
        'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)': 'No',
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": 1,
        'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'Yes',
        'Did the child accept a Return Interview after their last missing episode (Y/N)?': 'No',
      },
    ])
  })

  test('needed and not there is counted, list by list', () => {
    const all = rowsOf('ABC1234567', fileOf(born(), care('2025-12-01')), asked(on, new Map()))
    const left = blanks(all.filter(r => r.list === 8))
    expect(left.map(b => b.column)).toEqual(['Placement Location', 'LA of Placement'])
  })
})

describe('care leavers', () => {
  const leaver = (
    birth: string,
    from: string,
    to: string | undefined,
    reason = 'E6',
    ...more: readonly Given[]
  ) =>
    rows(9, born({ asOf: birth, born: birth }), care(from, to ? [to, reason] : undefined), ...more).map(
      r => r['Eligibility Category'],
    )

  test('eligible in care at 16, relevant out of it, former relevant as an adult, qualifying after a short time', () => {
    expect(leaver('2009-06-01', '2020-01-06', undefined)).toEqual(['d) Eligible'])
    expect(leaver('2009-06-01', '2020-01-06', '2025-12-01')).toEqual(['a) Relevant'])
    expect(leaver('2007-06-01', '2020-01-06', '2025-06-01')).toEqual(['b) Former relevant'])
    expect(leaver('2007-06-01', '2024-12-02', '2025-01-06')).toEqual(['c) Qualifying'])
  })

  test('13 weeks, and not a day less; at 16, and not a day younger; nobody who was adopted', () => {
    expect(leaver('2009-06-01', '2025-11-29', undefined)).toEqual(['d) Eligible'])
    expect(leaver('2009-06-01', '2025-11-30', undefined)).toEqual([])
    expect(leaver('2007-06-01', '2020-01-06', '2023-06-01')).toEqual([])
    expect(leaver('2007-06-01', '2020-01-06', '2023-06-02')).toEqual(['b) Former relevant'])
    expect(leaver('2007-06-01', '2020-01-06', '2024-06-03', 'E11')).toEqual([])
  })

  test('to 21; and those who were in contact in the last year, to 25', () => {
    const met = (day: string): Written => [
      'care-leaver-contact',
      { on: day, touch: 'YES', activity: 'F5', home: 'U', suitable: true },
    ]
    expect(leaver('2005-03-01', '2020-01-06', '2023-03-01')).toEqual(['b) Former relevant'])
    expect(leaver('2005-02-28', '2020-01-06', '2023-02-28')).toEqual([])
    expect(leaver('2004-02-28', '2020-01-06', '2022-02-28', 'E6', met('2025-06-02'))).toHaveLength(1)
    expect(leaver('2004-02-28', '2020-01-06', '2022-02-28', 'E6', met('2025-02-28'))).toEqual([])
  })

  test('how somebody is, in the words of the list', () => {
    const found = rows(
      9,
      born({ asOf: '2006-06-01', born: '2006-06-01' }),
      care('2020-01-06', ['2024-06-01', 'E6']),
      ['care-leaver-contact', { on: '2026-01-05', touch: 'YES', activity: 'F5', home: 'S' }],
    )
    expect(found).toMatchObject([
      {
        'LA in Touch': 'a) In touch',
        'Type of Accommodation': 'i) No fixed abode / homeless',
        'Suitability of Accommodation': 'b) Not suitable',
      },
    ])
  })
})

test('adoption: the decision and what came of it, for a year after it was carried out or ended', () => {
  const decided = (...more: readonly Given[]) =>
    rows(
      10,
      born({ asOf: '2023-05-06', born: '2023-05-06' }),
      care('2024-01-08'),
      ['adoption-decision', { on: '2024-09-02' }],
      ...more,
    )
  expect(
    decided(['adoption-match', { on: '2025-02-03', adopters: 'MF', status: 'L11', carers: false }]),
  ).toMatchObject([
    {
      'Date the Child Entered Care': { day: '2024-01-08' },
      'Date of Matching Child and Prospective Adopters': { day: '2025-02-03' },
    },
  ])
  const adopted = (on: string): Written => ['ceased-looked-after', { on, reason: 'E11' }]
  expect(decided(adopted('2025-03-01'))).toMatchObject([{ 'Date of Adoption Order': { day: '2025-03-01' } }])
  expect(decided(adopted('2025-02-28'))).toEqual([])
  expect(decided(['adoption-decision-ended', { on: '2025-09-01', reason: 'RD3' }])).toMatchObject([
    { 'Reason Why Child No Longer Placed for Adoption': 'c) Prospective adopters cannot be found' },
  ])
})

test('the lists are numbered from 1 to 11, and no heading comes twice in one', () => {
  expect(lists.map(l => l.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  for (const { columns } of lists) expect(new Set(columns.map(c => c.name)).size).toBe(columns.length)
})
