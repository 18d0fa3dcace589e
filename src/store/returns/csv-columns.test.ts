import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsIn, csvColumns } from './csv-columns.ts'

const read = (text: string) => {
  const got = csvColumns(text)
  if (!got.ok) throw new Error(got.error.wrong)
  return { ...got.value, columns: got.value.columns.map(cellsIn) }
}

describe('a file of rows, read into columns', () => {
  test('cells are trimmed, blanks are null, blank lines are no rows', () => {
    expect(read('CHILD,DOB\r\nA, 01/02/2020 \r\n\r\n,\r\nB,\r\n')).toEqual({
      names: ['CHILD', 'DOB'],
      columns: [
        ['A', 'B'],
        ['01/02/2020', null],
      ],
      rows: 2,
      uneven: [],
    })
  })

  test('a line too long or too short is kept, and told by its number', () => {
    const got = read('A,B,C\n1,2,3\n1,2\n1,2,3,4\n')
    expect(got.columns).toEqual([
      ['1', '1', '1'],
      ['2', '2', '2'],
      ['3', null, '3'],
    ])
    expect(got.uneven).toEqual([3, 4])
  })

  test('names without rows make an empty table', () => {
    expect(read('A,B')).toEqual({ names: ['A', 'B'], columns: [[], []], rows: 0, uneven: [] })
  })

  test('a quote that does not end is told', () => {
    expect(csvColumns('A,B\n"1,2\n3,4').ok).toBe(false)
  })

  test('is read the same with quotes around everything and with none', () => {
    const cell = fc.stringMatching(/^[a-zA-Z0-9/ ]{0,12}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), rows => {
        const plain = ['X,Y,Z', ...rows.map(r => r.join(','))].join('\n')
        const quoted = ['X,Y,Z', ...rows.map(r => r.map(c => `"${c}"`).join(','))].join('\n')
        expect(read(plain)).toEqual(read(quoted))
      }),
    )
  })
})
