import { expect, test } from 'vitest'
import { LostColumn, noFrame } from '../../check/frame.ts'
import type { TableName } from './data.ts'
import { fileColumns, frameOfFile, withColumns, withUasc } from './from-files.ts'
import { linesFrame } from './sample.ts'

/** A file's lines as the table reads them, and what is said of it. */
function file(table: TableName, ...lines: readonly string[]) {
  const [head = '', ...rest] = lines
  const names = head.split(',')
  const cells = rest.map(line => line.split(',').map(c => c.trim() || null))
  const columns = names.map((_, i) => cells.map(row => row[i] ?? null))
  const { frame, notes } = frameOfFile(table, { file: 'f.csv', names, columns, rows: rest.length })
  return { frame, notes: notes.map(n => `${n.wrong} ${n.todo}`) }
}

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'

test('columns by their names, however they are written, in whatever order', () => {
  const { frame, notes } = file(
    'Reviews',
    'review code,Child,extra,REVIEW ,dob',
    'PN1,a,x,01/05/2025,02/05/2012',
  )
  expect([frame.text('CHILD'), frame.text('REVIEW_CODE'), frame.days('REVIEW')[0]]).toEqual([
    ['a'],
    ['PN1'],
    20209,
  ])
  expect(notes).toEqual([])
})

test('no file carries what is worked out', () => {
  expect(fileColumns('Header')).toEqual(HEADER.split(','))
  expect(fileColumns('Episodes').filter(c => c.startsWith('PL_'))).toEqual(['PL_POST'])
})

test('a column that is missing is named, with the one that may be meant; to look at it is refused', () => {
  const { frame, notes } = file('Header', HEADER.replace('ETHNIC', 'ETHNICITY'), 'a,1,01/01/2015,WBRI,x,,')
  expect(notes).toEqual([
    'The column ETHNIC is missing. Rules that look at it were not asked. “ETHNICITY” may be meant. If so, rename it to ETHNIC.',
  ])
  expect(() => frame.text('ETHNIC')).toThrow(LostColumn)
  expect(frame.text('CHILD')).toEqual(['a'])
})

test('the date of birth is missed only where a rule looks at it', () => {
  const { frame, notes } = file('Reviews', 'CHILD,REVIEW,REVIEW_CODE', 'a,01/05/2025,PN1')
  expect([notes, frame.text('DOB')]).toEqual([[], [null]])
})

test('a column that stands twice is told, and the first is read', () => {
  const { frame, notes } = file('UASC', 'CHILD,DOB,SEX,DUC,sex', 'a,01/01/2010,1,01/01/2028,2')
  expect([frame.text('SEX'), notes]).toEqual([
    ['1'],
    ['The column SEX stands twice; the first was read. Take out the one that is not meant.'],
  ])
})

test('a spreadsheet’s days are told as such', () => {
  for (const day of ['2025-05-01', '2025-05-01 00:00:00', '45778', '45778.0'])
    expect(file('Reviews', 'CHILD,REVIEW,REVIEW_CODE', `a,${day},PN1`, 'b,02/05/2025,PN1').notes).toEqual([
      `REVIEW is written as “${day}” in 1 row. The return wants days as 31/03/2026, and reads no other. In the spreadsheet, format the column as Text or as dd/mm/yyyy, and save it as CSV again.`,
    ])
})

test('a day that does not exist is told, and is nobody’s day; 29 February of a leap year does', () => {
  const { frame, notes } = file(
    'Reviews',
    'CHILD,REVIEW,REVIEW_CODE',
    'a,29/02/2024,PN1',
    'b,29/02/2025,PN1',
    'c,soon,PN1',
    'd,,PN1',
  )
  expect(notes).toEqual([
    'REVIEW is no day in 2 rows, such as “29/02/2025”. Rules take it as a day that nobody knows. Write days that there are, as 31/03/2026.',
  ])
  expect([0, 1, 2, 3].map(i => Number.isNaN(frame.days('REVIEW')[i]))).toEqual([false, true, true, true])
})

test('a day of which a part is not known is none the worse, where the return allows it', () => {
  const lines = ['a,P1,301,zz/05/2015', 'b,P1,301,zz/zz/zzzz', 'c,P1,301,05/zz/2015x']
  expect(file('PrevPerm', 'CHILD,PREV_PERM,LA_PERM,DATE_PERM', ...lines).notes).toEqual([
    'DATE_PERM is no day in 1 row, such as “05/zz/2015x”. Rules take it as a day that nobody knows. Write days that there are, as 31/03/2026.',
  ])
  expect(file('Reviews', 'CHILD,REVIEW,REVIEW_CODE', 'a,zz/05/2025,PN1').notes).toHaveLength(1)
})

test('a child with two rows in the header is told', () => {
  const rows = ['a', 'b', 'a', 'c', 'a'].map(c => `${c},1,01/01/2015,WBRI,x,,`)
  expect(file('Header', HEADER, ...rows).notes).toEqual([
    'A child stands in more than one row: a. Keep one row for each child.',
  ])
  const many = [...'abcdefgabcdefg'].map(c => `${c},1,01/01/2015,WBRI,x,,`)
  expect(file('Header', HEADER, ...many).notes).toEqual([
    '7 children stand in more than one row: a, b, c, d, e and 2 more. Keep one row for each child.',
  ])
  expect(file('Reviews', 'CHILD,REVIEW,REVIEW_CODE', 'a,,', 'a,,').notes).toEqual([])
})

test('unaccompanied children are known by a table of their own', () => {
  const header = linesFrame([HEADER, 'a,,,,,,', 'b,,,,,,', ',,,,,,x'])
  const listed = linesFrame(['CHILD,DUC', 'b,'])
  expect(withUasc(header, listed).text('UASC')).toEqual(['0', '1', '0'])
  expect(withUasc(header, noFrame('uk')).text('UASC')).toEqual(['0', '0', '0'])
  const nameless = linesFrame(['DUC', '01/01/2028'])
  expect(withUasc(header, nameless).given.has('UASC')).toBe(false)
})

test('columns that are added are no longer lost; the others still are', () => {
  const { frame } = file('Episodes', 'CHILD,DECOM', 'a,01/05/2025')
  const more = withColumns(frame, { PL_LA: ['E1'] }, 'Episodes')
  expect([more.text('PL_LA'), more.text('CHILD')]).toEqual([['E1'], ['a']])
  expect(() => more.text('PL_DISTANCE')).toThrow(LostColumn)
  expect(() => more.text('DEC')).toThrow(LostColumn)
})
