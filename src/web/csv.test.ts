import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvFile } from './csv.ts'

describe('a cell', () => {
  test.each([
    ['plain', '"plain"'],
    ['with "quotes", and commas', '"with ""quotes"", and commas"'],
    ['=1+1', `"'=1+1"`],
    ['+44', `"'+44"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['a=1', '"a=1"'],
    ['', '""'],
  ])('%j: %s', (value, cell) => expect(csvCell(value)).toBe(cell))

  test('never begins as a formula', () =>
    fc.assert(
      fc.property(fc.string(), value => {
        expect(csvCell(value)).not.toMatch(/^"[=+\-@\t\r\n]/)
      }),
    ))
})

describe('a file', () => {
  test('is told to be UTF-8, a line a row', () => {
    const bytes = csvFile([
      ['Name', 'Why'],
      ['Zoë', 'One\nand two'],
    ])
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe('"Name","Why"\r\n"Zoë","One\nand two"\r\n')
  })
})
