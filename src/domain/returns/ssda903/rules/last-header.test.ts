import { describe, expect, test } from 'vitest'
import { lastHeaderRules } from './last-header.ts'
import { answerOf, failing } from './sample.ts'

/** A child a pair: what this year's header says, and last year's. */
function years(column: string, ...pairs: readonly (readonly [string, string])[]) {
  return {
    Header: [`CHILD,${column}`, ...pairs.map(([now], i) => `${i},${now}`), `new,${pairs[0]?.[0] ?? ''}`],
    // In another order, and with a child who has gone.
    Header_last: [`CHILD,${column}`, 'gone,', ...pairs.map(([, last], i) => `${i},${last}`).reverse()],
  }
}

describe('the child beside last year', () => {
  test('202: the same sex; the codes of 2023-24 are known in the next year', () => {
    const tables = years('SEX', ['M', '1'], ['F', '1'], ['', 'F'], ['F', ''], ['', ''], ['2', 'F'])
    expect(failing(lastHeaderRules, '202', 2024, tables)).toEqual({ Header: [1, 2, 3] })
  })

  test('203: the same birth, however the day is written', () => {
    const tables = years(
      'DOB',
      ['01/04/2015', '1/4/2015'],
      ['01/04/2015', '01/04/2016'],
      ['', '01/04/2015'],
      ['01/04/2015', ''],
      ['', ''],
      ['31/06/2015', '31/06/2015'],
    )
    expect(failing(lastHeaderRules, '203', 2022, tables)).toEqual({ Header: [1, 2, 3] })
  })

  test('204: the same ethnicity', () => {
    const tables = years('ETHNIC', ['MOTH', 'moth'], ['MOTH', 'NOBT'], ['', 'MOTH'], ['MOTH', ''], ['', ''])
    expect(failing(lastHeaderRules, '204', 2022, tables)).toEqual({ Header: [1, 2, 3] })
  })

  test('207: once a mother, always; asked of who has episodes', () => {
    const tables = years('MOTHER', ['0', '1'], ['', '1'], ['1', '1'], ['1', '0'], ['', ''], ['0', '1'])
    const Episodes = ['CHILD', '0', '1', '2', '3', '4']
    expect(failing(lastHeaderRules, '207', 2022, { ...tables, Episodes })).toEqual({ Header: [0, 1] })
  })

  test('208: a number may come where there was none, and a better reason for none', () => {
    const tables = years(
      'UPN',
      ['A123456789012', 'B123456789012'],
      ['A123456789012', 'a123456789012'],
      ['A123456789012', 'UN4'],
      ['UN1', 'A123456789012'],
      ['UN4', 'UN1'],
      ['UN5', 'UN4'],
      ['', 'UN1'],
      ['', ''],
      ['UN1', ''],
      ['UN2', ''],
    )
    expect(failing(lastHeaderRules, '208', 2022, tables)).toEqual({ Header: [0, 3, 5, 6, 8] })
  })

  test('624: the first child keeps their birthday', () => {
    const tables = years(
      'MC_DOB',
      ['01/04/2025', '01/04/2025'],
      ['02/04/2025', '01/04/2025'],
      ['', '01/04/2025'],
      ['01/04/2025', ''],
    )
    expect(failing(lastHeaderRules, '624', 2025, tables)).toEqual({ Header: [1, 2] })
  })

  test('626: who became a mother before the year was one in last year’s return', () => {
    const Header = [
      'CHILD,MOTHER,MC_DOB',
      ...['A,1,31/03/2025', 'B,1,01/04/2025', 'C,1,31/03/2025', 'D,1,31/03/2025', 'E,1,', 'F,1,31/03/2025'],
    ]
    const Header_last = ['CHILD,MOTHER', 'A,0', 'B,0', 'C,1', 'D,', 'E,0']
    expect(failing(lastHeaderRules, '626', 2025, { Header, Header_last })).toEqual({ Header: [0, 3] })
  })

  test('without last year’s header nothing is asked', () => {
    expect(answerOf(lastHeaderRules, '203', 2025, { tables: { Header: ['CHILD,DOB', 'A,'] } })).toEqual({
      asked: false,
      because: 'not checked: the return came without Header_last',
    })
  })
})
