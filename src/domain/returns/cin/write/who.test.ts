import { describe, expect, test } from 'vitest'
import { standing } from './content.ts'
import { born, type Given, referred, type Written } from './sample.ts'
import { child, closed, details, leaves } from './sample-census.ts'
import { censusYear } from './shape.ts'

describe('who is in the census', () => {
  test('a child whose case was open on any day of the year, the first and the last among them', () => {
    const open = (from: string, to?: string) => details(2025, born(), referred(from), to ? [closed(to)] : [])
    expect(open('2024-06-03', '2025-03-31')).toEqual([])
    expect(open('2024-06-03', '2025-04-01')).toHaveLength(1)
    expect(open('2026-03-31')).toHaveLength(1)
    expect(open('2026-04-01')).toEqual([])
    expect(open('2024-06-03')).toHaveLength(1)
  })

  test('what happened after the year is not yet known: a case closed in April is open', () => {
    const [one] = details(2025, born(), referred('2025-06-02'), closed('2026-04-01'))
    expect(leaves(one)).toMatchObject({
      CINreferralDate: '2025-06-02',
      ReferralSource: '2A',
      PrimaryNeedCode: 'N1',
    })
    expect(one?.CINclosureDate).toBeUndefined()
    const [next] = details(2026, born(), referred('2025-06-02'), closed('2026-04-01'))
    expect(leaves(next)).toMatchObject({ CINclosureDate: '2026-04-01', ReasonForClosure: 'RC7' })
  })

  test('a looked after child with no referral in the record, from the day care began; source not known', () => {
    const [one] = details(
      2025,
      born(),
      ['became-looked-after', { from: '2024-02-29', need: 'N5' }],
      ['ceased-looked-after', { on: '2025-08-01', reason: 'E48' }],
    )
    expect(leaves(one)).toMatchObject({
      CINreferralDate: '2024-02-29',
      ReferralSource: '10',
      PrimaryNeedCode: 'N5',
      CINclosureDate: '2025-08-01',
      ReasonForClosure: 'RC4',
    })
  })

  test('a child looked after twice in a year is there once, with two cases', () => {
    const twice = details(
      2025,
      born(),
      ['became-looked-after', { from: '2025-04-10', need: 'N1' }],
      ['ceased-looked-after', { on: '2025-05-01', reason: 'E4A' }],
      ['became-looked-after', { from: '2025-11-03', need: 'N1' }],
    )
    expect(twice.map(d => [d.CINreferralDate, d.CINclosureDate])).toEqual([
      ['2025-04-10', '2025-05-01'],
      ['2025-11-03', undefined],
    ])
  })

  test('a care leaver counts while a worker goes on, and no longer', () => {
    const left = (...more: readonly Given[]) =>
      details(
        2025,
        born({ born: '2006-05-06' }),
        ['became-looked-after', { from: '2020-01-06', need: 'N1' }],
        ['allocation', { from: '2020-01-06', as: 'worker', worker: 'w', team: 'Leaving care' }],
        ['ceased-looked-after', { on: '2024-05-06', reason: 'E6' }],
        ...more,
      )
    expect(left()).toHaveLength(1)
    expect(left(closed('2024-09-02'))).toEqual([])
    expect(left(closed('2025-09-02'))[0]).toMatchObject({ CINclosureDate: '2025-09-02' })
  })

  test('who was in need before or after the year only has no place in it', () => {
    expect(child(2025, born())).toBeUndefined()
    expect(child(2025, born(), referred('2023-01-09'), closed('2023-03-06'))).toBeUndefined()
  })
})

describe('referrals that led to nothing', () => {
  const nfa = (...w: readonly Given[]) => details(2025, born(), ...w).map(leaves)

  test('are cases of their own, without a need or an end', () => {
    expect(nfa(referred('2025-05-06', 'nfa', '6'))).toEqual([
      { CINreferralDate: '2025-05-06', ReferralSource: '6', ReferralNFA: '1' },
    ])
    expect(nfa(referred('2025-05-06', 'advice'))).toHaveLength(1)
  })

  test('of the last working day before the year count where they were decided in it', () => {
    const [came] = referred('2025-03-31')
    const late = (on: string): Written => [
      'referral-decided',
      { decidedOn: on, decision: 'nfa', reasons: 'x' },
    ]
    expect(came).toBeDefined()
    if (!came) return
    expect(nfa(came, late('2025-04-01'))).toHaveLength(1)
    expect(nfa(came, late('2025-03-31'))).toEqual([])
    const [friday] = referred('2025-03-28')
    if (friday) expect(nfa(friday, late('2025-04-01'))).toEqual([])
  })

  test('are news, not referrals, while a case is open', () => {
    const found = nfa(referred('2025-05-06'), referred('2025-06-02', 'nfa'))
    expect(found.map(d => (typeof d === 'object' ? d.ReferralNFA : d))).toEqual(['0'])
  })

  test('need no pupil number', () => {
    const found = child(2025, born(), referred('2025-05-06', 'nfa'))
    expect(leaves(standing(found ?? {}, 'ChildIdentifiers')[0])).toMatchObject({ UPNunknown: 'UN7' })
  })
})

describe('who the child is', () => {
  const who = (year: number, ...w: readonly Given[]) =>
    leaves(standing(child(year, ...w) ?? {}, 'ChildIdentifiers')[0])

  test('sex in letters, until 2023-24 gender in figures', () => {
    expect(who(2025, born(), referred('2025-05-06'))).toMatchObject({
      Sex: 'F',
      PersonBirthDate: '2016-05-06',
    })
    expect(who(2023, born(), referred('2023-05-08'))).toMatchObject({ PersonGenderCurrent: '2' })
  })

  test('a child born after the year was unborn in it, whatever is known now', () => {
    const unborn: Written = [
      'person-details',
      { asOf: '2026-01-12', unborn: true, expected: '2026-04-20', sex: 'U', ethnicity: 'NOBT' },
    ]
    const birth = born({ asOf: '2026-04-18', born: '2026-04-18' })
    const inYear = who(2025, unborn, referred('2026-01-12'), birth)
    expect(inYear).toMatchObject({ ExpectedPersonBirthDate: '2026-04-20', Sex: 'U', UPNunknown: 'UN1' })
    expect(inYear).not.toHaveProperty('PersonBirthDate')
    expect(who(2026, unborn, referred('2026-01-12'), birth)).toMatchObject({
      PersonBirthDate: '2026-04-18',
      Sex: 'F',
    })
  })

  test('UN1 until the year in which a child is five by 31 August', () => {
    expect(who(2025, born({ born: '2020-09-01' }), referred('2025-05-06'))).toMatchObject({
      UPNunknown: 'UN1',
    })
    expect(who(2025, born({ born: '2020-08-31' }), referred('2025-05-06'))).not.toHaveProperty('UPNunknown')
    expect(who(2025, born({ upn: 'A901000000001' }), referred('2025-05-06'))).toMatchObject({
      UPN: 'A901000000001',
    })
  })

  test('a death as it was told', () => {
    const died: Written = ['case-closed', { on: '2025-07-04', reason: 'RC2', diedOn: '2025-07-01', why: 'x' }]
    expect(who(2025, born(), referred('2025-05-06'), died)).toMatchObject({ PersonDeathDate: '2025-07-01' })
  })

  test('disabilities: none, each of several, or nothing where nobody has said', () => {
    const kinds = (more: Readonly<Record<string, unknown>>) => {
      const found = standing(child(2025, born(more), referred('2025-05-06')) ?? {}, 'ChildCharacteristics')[0]
      const held = typeof found === 'object' ? standing(found, 'Disabilities')[0] : undefined
      return typeof held === 'object' ? held.Disability : undefined
    }
    expect(kinds({})).toEqual(['NONE'])
    expect(kinds({ disability: true, disabilities: ['LD', 'AUT'] })).toEqual(['LD', 'AUT'])
    expect(kinds({ disability: true })).toBeUndefined()
    expect(kinds({ disability: undefined })).toBeUndefined()
  })
})

test('the year runs from 1 April to 31 March', () => {
  expect(censusYear(2025)).toEqual({ year: 2025, first: '2025-04-01', last: '2026-03-31' })
})
