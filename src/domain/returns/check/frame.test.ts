import { expect, test } from 'vitest'
import { frame, LostColumn, noFrame, once, where } from './frame.ts'
import { growing } from './growing.ts'

test('columns as text, days and numbers; each worked out once', () => {
  const f = frame(
    new Map([
      ['DAY', ['01/04/2025', null]],
      ['N', ['3', 'x']],
    ]),
    2,
    'uk',
  )
  expect(f.text('DAY')).toEqual(['01/04/2025', null])
  expect([...Array.from(f.days('DAY'))]).toEqual([20179, Number.NaN])
  expect([...Array.from(f.numbers('N'))]).toEqual([3, Number.NaN])
  expect(f.days('DAY')).toBe(f.days('DAY'))
  expect([f.rows, f.present, f.given.has('DAY'), f.given.has('OTHER')]).toEqual([2, true, true, false])
})

test('a column that was not given is blank, unless it should have been', () => {
  const columns = new Map([['A', ['1', '2']]])
  expect(frame(columns, 2, 'uk').text('B')).toEqual([null, null])
  const lacking = frame(columns, 2, 'uk', { lost: new Set(['B']) })
  for (const look of [() => lacking.text('B'), () => lacking.days('B'), () => lacking.numbers('B')])
    expect(look).toThrow(new LostColumn('B'))
  expect(lacking.text('C')).toEqual([null, null])
})

test('a table that is not there has no rows, and is told from an empty one', () => {
  expect([noFrame('uk').rows, noFrame('uk').present, frame(new Map(), 0, 'uk').present]).toEqual([
    0,
    false,
    true,
  ])
  expect(noFrame('uk').text('A')).toEqual([])
})

test('once: each thing is worked out the first time, and not again', () => {
  let times = 0
  const length = once((text: string) => {
    times += 1
    return text.length
  })
  expect([length('ab'), length('ab'), length(''), length(''), times]).toEqual([2, 2, 0, 0, 2])
})

test('where: the places of the rows that are so', () => {
  expect(where({ rows: 4 }, i => i % 2 === 1)).toEqual([1, 3])
  expect(where({ rows: 0 }, () => true)).toEqual([])
})

test('growing: a column that comes late is blank before, one that stops is blank after', () => {
  const table = growing()
  table.put({ A: '1' })
  table.put({ B: '2' })
  table.put({ A: '3', B: null })
  const f = table.finish(['A', 'B', 'C'], 'iso')
  expect([f.rows, f.text('A'), f.text('B'), f.text('C')]).toEqual([
    3,
    ['1', null, '3'],
    [null, '2', null],
    [null, null, null],
  ])
})
