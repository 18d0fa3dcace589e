import { describe, expect, test } from 'vitest'
import { orderRules } from './orders.ts'
import { provisionRules } from './provision.ts'
import { failing } from './sample.ts'

describe('whose provision a placement is', () => {
  test('526: said of every placement that somebody provides', () => {
    const Episodes = ['PLACE,PLACE_PROVIDER', 'U1,', 'U1,PR1', 'T3,', 'T4,', 'Z1,', 'Z14,', ',']
    expect(failing(provisionRules, '526', 2024, { Episodes })).toEqual({ Episodes: [0, 3, 5] })
    expect(failing(provisionRules, '526', 2025, { Episodes })).toEqual({ Episodes: [0, 3] })
  })

  const places = ['P1', 'A3', 'A6', 'K1', 'K2', 'R2', 'R5', 'U1', 'U6', 'T1', '']
  test.each([
    ['527', 'PR1', ['P1', 'R2', 'R5']],
    ['528', 'PR2', ['P1', 'R2', 'R5']],
    ['529', 'PR3', ['P1', 'A3', 'A6', 'K1', 'K2', 'U1', 'U6']],
    ['530', 'PR4', ['P1']],
    ['531', 'PR5', ['P1']],
    ['550', 'PR0', places.filter(p => p !== 'P1')],
  ])('%s: %s is not the provider of %j', (code, provider, wrong) => {
    const Episodes = ['PLACE,PLACE_PROVIDER', ...places.map(p => `${p},${provider}`), 'P1,', 'P1,PRX']
    const found = failing(provisionRules, code, 2025, { Episodes })
    expect(found.Episodes?.map(i => places[i])).toEqual(wrong)
  })
})

describe('orders', () => {
  test('408: placed with a placement order is E1', () => {
    const Episodes = ['PLACE,LS', 'A5,E1', 'A6,C2', 'A5,', 'A3,C2']
    expect(failing(orderRules, '408', 2025, { Episodes })).toEqual({ Episodes: [1, 2] })
  })

  test('445 and 446: freeing orders to the end of December 2005, placement orders from its first day', () => {
    const days = ['30/11/2005', '01/12/2005', '31/12/2005', '01/01/2006', '']
    const rows = (ls: string) => ['LS,DECOM', ...days.map(d => `${ls},${d}`)]
    expect(failing(orderRules, '445', 2023, { Episodes: rows('D1') })).toEqual({ Episodes: [3] })
    expect(failing(orderRules, '446', 2025, { Episodes: rows('E1') })).toEqual({ Episodes: [0] })
    expect(failing(orderRules, '446', 2025, { Episodes: rows('C2') })).toEqual({})
  })

  test('451: nobody is still freed for adoption', () => {
    const Episodes = ['LS,DEC,REC', 'D1,,', 'D1,01/05/2023,E11', 'D1,,E11', 'E1,,']
    expect(failing(orderRules, '451', 2023, { Episodes })).toEqual({ Episodes: [0] })
  })

  test('516: a guardianship order to former foster carers ends a foster placement', () => {
    const Episodes = ['REC,PLACE', 'E45,U1', 'E46,U6', 'E45,K2', 'E46,', 'E47,K2']
    expect(failing(orderRules, '516', 2025, { Episodes })).toEqual({ Episodes: [2, 3] })
  })
})
