import { describe, expect, test } from 'vitest'
import { afterDeathRules } from './after-death.ts'
import { bornAndDiedRules } from './born-and-died.ts'
import { failing } from './sample.ts'

const born = (code: string, year: number, ...ChildIdentifiers: string[]) =>
  failing(bornAndDiedRules, code, year, { ChildIdentifiers }).ChildIdentifiers ?? []

describe('birth and death', () => {
  test('8520: born by the last day of the census year', () => {
    expect(born('8520', 2025, 'LAchildID,PersonBirthDate', '1,2026-03-31', '2,2026-04-01', '3,')).toEqual([1])
  })

  test('8525Q: one of two dates, and not both', () => {
    const head = 'LAchildID,PersonBirthDate,ExpectedPersonBirthDate'
    expect(
      born('8525Q', 2022, head, '1,2020-01-01,', '2,,2026-05-01', '3,,', '4,2020-01-01,2020-01-02'),
    ).toEqual([2, 3])
  })

  test('8530Q: expected between 1 March and 31 December of the year of the census’s last day', () => {
    const all = ['2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01', ''].map((d, i) => `${i},${d}`)
    expect(born('8530Q', 2025, 'LAchildID,ExpectedPersonBirthDate', ...all)).toEqual([0, 3])
  })

  test('8535Q: death is not before birth, and birth is known', () => {
    const head = 'LAchildID,PersonBirthDate,PersonDeathDate'
    const all = [
      '1,2020-05-02,2020-05-02',
      '2,2020-05-02,2020-05-01',
      '3,,2020-05-01',
      '4,2020-05-02,',
      '5,,',
    ]
    expect(born('8535Q', 2022, head, ...all)).toEqual([1, 2])
  })

  test('8545Q: death within the census year, its first and last day included', () => {
    const all = ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', ''].map((d, i) => `${i},${d}`)
    expect(born('8545Q', 2025, 'LAchildID,PersonDeathDate', ...all)).toEqual([0, 3])
  })

  test('8775Q: past the 25th birthday when the case closed, or at the end of the year', () => {
    const ChildIdentifiers = [
      'LAchildID,PersonBirthDate',
      'A,2001-03-31',
      'B,2001-03-30',
      'C,2000-02-29',
      'D,',
    ]
    const CINdetails = [
      'LAchildID,CINclosureDate',
      ...['A,', 'B,', 'B,2026-03-30', 'C,2025-03-01', 'C,2025-03-02', 'D,', 'E,'],
    ]
    expect(failing(bornAndDiedRules, '8775Q', 2025, { ChildIdentifiers, CINdetails })).toEqual({
      ChildIdentifiers: [1, 2],
      CINdetails: [1, 4],
    })
  })
})

describe('after death', () => {
  const ChildIdentifiers = ['LAchildID,PersonDeathDate', 'A,2025-06-10', 'B,']

  test('4008 and 4009Q: plans start and end by then', () => {
    const CINplanDates = [
      'LAchildID,CINPlanStartDate,CINPlanEndDate',
      ...['A,2025-06-10,2025-06-11', 'A,2025-06-11,2025-06-10', 'B,2025-07-01,2025-07-02', 'A,,'],
    ]
    expect(failing(afterDeathRules, '4008', 2025, { ChildIdentifiers, CINplanDates })).toEqual({
      ChildIdentifiers: [0],
      CINplanDates: [1],
    })
    expect(failing(afterDeathRules, '4009Q', 2025, { ChildIdentifiers, CINplanDates })).toEqual({
      ChildIdentifiers: [0],
      CINplanDates: [0],
    })
  })

  test('8555Q: no referral after it', () => {
    const CINdetails = ['LAchildID,CINreferralDate', 'A,2025-06-10', 'A,2025-06-11', 'A,', 'B,2025-06-11']
    expect(failing(afterDeathRules, '8555Q', 2025, { ChildIdentifiers, CINdetails })).toEqual({
      ChildIdentifiers: [0],
      CINdetails: [1],
    })
  })

  test('8585Q: a case closed because the child died needs a date of death', () => {
    const CINdetails = ['LAchildID,ReasonForClosure', 'A,RC2', 'B,RC2', 'B,RC7', 'B,']
    expect(failing(afterDeathRules, '8585Q', 2025, { ChildIdentifiers, CINdetails })).toEqual({
      ChildIdentifiers: [1],
      CINdetails: [1],
    })
  })
})
