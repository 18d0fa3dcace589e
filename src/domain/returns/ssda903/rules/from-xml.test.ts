import { expect, test } from 'vitest'
import type { Frame } from '../../check/frame.ts'
import { isTable, type TableName } from './data.ts'
import { xml903Reader } from './from-xml.ts'

const el = (name: string, ...inner: readonly string[]) => `<${name}>${inner.join('')}</${name}>`
const header = (id: string, ...more: readonly string[]) =>
  el('HEADER', el('CHILDID', id), el('SEX', '1'), el('DOB', '01/02/2012'), ...more)
const message = (...children: readonly string[]) => el('EXPSSDA903', ...children)

function read(text: string, piece = 37) {
  const reader = xml903Reader()
  for (let i = 0; i < text.length; i += piece) reader.write(text.slice(i, i + piece))
  return { fault: reader.end(), ...reader.result() }
}

function rows(text: string, table: TableName, ...columns: readonly string[]): readonly string[] {
  const frame: Frame = read(text).tables[table]
  return Array.from({ length: frame.rows }, (_, i) => columns.map(c => frame.text(c)[i] ?? '-').join(' '))
}

test('each group is a row of its table, with whose it is', () => {
  const text = message(
    el(
      'CHILD',
      header('a'),
      el('EPISODE', el('DECOM', '01/05/2025'), el('PL', 'U1')),
      el('EPISODE', el('DECOM', '01/06/2025'), el('DEC', '')),
      el('AREVIEW', el('REVIEW', '02/06/2025'), el('REVIEW_CODE', 'PN1')),
      el('AMISSING', el('MISSING', 'M'), el('MIS_START', '03/06/2025')),
      el('SWEPISODE', el('SW_ID', 'SW1')),
    ),
    el('CHILD', header('b'), el('OC2', el('SDQ_SCORE', '12'))),
  )
  expect(rows(text, 'Header', 'CHILD', 'SEX', 'DOB')).toEqual(['a 1 01/02/2012', 'b 1 01/02/2012'])
  expect(rows(text, 'Episodes', 'CHILD', 'DECOM', 'PLACE', 'DEC')).toEqual([
    'a 01/05/2025 U1 -',
    'a 01/06/2025 - -',
  ])
  expect(rows(text, 'Reviews', 'CHILD', 'DOB', 'REVIEW')).toEqual(['a 01/02/2012 02/06/2025'])
  expect(rows(text, 'Missing', 'CHILD', 'MIS_START')).toEqual(['a 03/06/2025'])
  expect(rows(text, 'SWEpisodes', 'CHILD', 'SW_ID')).toEqual(['a SW1'])
  expect(rows(text, 'OC2', 'CHILD', 'SDQ_SCORE')).toEqual(['b 12'])
})

test('what stands in the header and is a table of its own elsewhere', () => {
  const text = message(
    el('CHILD', header('a', el('UASC', '1'), el('DUC', '01/02/2030'))),
    el('CHILD', header('b', el('UASC', '1'))),
    el('CHILD', header('c', el('UASC', '0'), el('IN_TOUCH', 'YES'), el('ACTIV', 'F1'))),
    el('CHILD', header('d', el('DATE_MATCH', '01/02/2026'))),
  )
  expect(rows(text, 'UASC', 'CHILD', 'SEX', 'DUC')).toEqual(['a 1 01/02/2030', 'b 1 -'])
  expect(rows(text, 'OC3', 'CHILD', 'IN_TOUCH', 'ACTIV', 'ACCOM')).toEqual(['c YES F1 -'])
  expect(rows(text, 'AD1', 'CHILD', 'DATE_MATCH', 'DATE_INT')).toEqual(['d 01/02/2026 -'])
})

test('two children with one number are two, and one without is there; a table without rows is empty', () => {
  const text = message(
    el('CHILD', header('a')),
    el('CHILD', header('a')),
    el('CHILD', el('EPISODE', el('DECOM', '01/05/2025'))),
  )
  expect(rows(text, 'Header', 'CHILD')).toEqual(['a', 'a', '-'])
  expect(rows(text, 'Episodes', 'CHILD')).toEqual(['-'])
  for (const [name, frame] of Object.entries(read(message()).tables)) {
    // The published form has no place for the two newer tables.
    const given = name === 'SWEpisodes' || name === 'DoLo' ? frame.present : true
    expect([name, isTable(name), frame.present, frame.rows]).toEqual([name, true, given, 0])
  }
})

test('what is not known is told, how often', () => {
  const text = message(el('SHOE', '3'), el('SHOE', '4'), el('CHILD', header('a')))
  expect(read(text).notes).toEqual([
    '“SHOE” is not an element of the return where it stands, and was not read. (2 times)',
  ])
})

test('a file that breaks off is refused', () => {
  expect(read(message(el('CHILD', header('a'))).slice(0, -3)).fault?.wrong).toContain('ends in the middle')
  expect(read('CHILD,SEX\na,1\n').fault?.wrong).toContain('not XML')
})
