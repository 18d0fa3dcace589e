import { describe, expect, test } from 'vitest'
import { internalRules } from './internal.ts'
import { failing } from './sample.ts'

describe('the tables among themselves', () => {
  test.each([
    ['INT01', 'AD1'],
    ['INT02', 'PlacedAdoption'],
    ['INT03', 'Episodes'],
    ['INT04', 'Missing'],
    ['INT05', 'OC2'],
    ['INT06', 'OC3'],
    ['INT07', 'PrevPerm'],
    ['INT08', 'Reviews'],
    ['INT09', 'UASC'],
  ])('%s: whoever is in %s is in the header', (code, table) => {
    const tables = {
      Header: ['CHILD,SEX', 'B,M', 'A,F', ',M'],
      [table]: ['CHILD,X', 'A,1', 'C,1', 'B,1', ',1', 'C,2'],
    }
    expect(failing(internalRules, code, 2025, tables)).toEqual({ [table]: [1, 3, 4] })
  })

  test.each([
    ['INT11', 'AD1'],
    ['INT12', 'PlacedAdoption'],
    ['INT13', 'Missing'],
    ['INT14', 'OC2'],
    ['INT15', 'OC3'],
    ['INT16', 'PrevPerm'],
    ['INT17', 'Reviews'],
    ['INT18', 'UASC'],
  ])('%s: the birth in %s is the header’s', (code, table) => {
    const tables = {
      Header: ['CHILD,DOB', 'A,01/05/2010', 'B,01/05/2010', 'C,', 'D,01/05/2010'],
      [table]: [
        'CHILD,DOB',
        'A,1/5/2010',
        'B,02/05/2010',
        'C,01/05/2010',
        'D,',
        'X,01/05/2010',
        'A,05/01/2010',
      ],
    }
    expect(failing(internalRules, code, 2025, tables)).toEqual({ [table]: [1, 5] })
  })

  test('INT21: the sex of both is the same', () => {
    const Header = ['CHILD,SEX', 'A,M', 'B,F', 'C,', 'D,M']
    const UASC = ['CHILD,SEX', 'A,M', 'B,M', 'C,M', 'D,', 'X,M']
    expect(failing(internalRules, 'INT21', 2025, { Header, UASC })).toEqual({ UASC: [1] })
  })

  test.each([
    ['INT31', 'AD1'],
    ['INT32', 'Header'],
    ['INT33', 'OC2'],
    ['INT34', 'OC3'],
    ['INT35', 'PrevPerm'],
    ['INT36', 'UASC'],
  ])('%s: a child is in %s once', (code, table) => {
    const tables = { [table]: ['CHILD,DOB', 'B,', 'A,', 'B,', ',', ',', 'C,'] }
    expect(failing(internalRules, code, 2025, tables)).toEqual({ [table]: [0, 2] })
  })

  test('EPI: who has no episodes, unless they are a care leaver', () => {
    const tables = { Header: ['CHILD', 'A', 'B', 'C'], Episodes: ['CHILD', 'B', 'B'], OC3: ['CHILD', 'C'] }
    expect(failing(internalRules, 'EPI', 2025, tables)).toEqual({ Header: [0] })
  })
})
