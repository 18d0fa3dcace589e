import { expect, test } from 'vitest'
import type { Frame } from '../check/frame.ts'
import { censusReader } from './read.ts'
import { type CinTable, isCinTable } from './rules/data.ts'

const el = (name: string, ...inner: readonly string[]) => `<${name}>${inner.join('')}</${name}>`
const ids = (id: string, ...more: readonly string[]) =>
  el('ChildIdentifiers', id === '' ? '' : el('LAchildID', id), ...more)
const child = (id: string, ...more: readonly string[]) => el('Child', ids(id), ...more)
const HEADER = el(
  'Header',
  el('CollectionDetails', el('Collection', 'CIN'), el('Year', '2026'), el('ReferenceDate', '2026-03-31')),
  el('Source', el('SourceLevel', 'L'), el('LEA', '999')),
)
const message = (...children: readonly string[]) => el('Message', HEADER, el('Children', ...children))

function read(text: string, piece = 50) {
  const reader = censusReader()
  for (let i = 0; i < text.length; i += piece) reader.write(text.slice(i, i + piece))
  return { fault: reader.end(), ...reader.result() }
}

/** A table's rows, the cells of the given columns beside each other. */
function rows(text: string, table: CinTable, ...columns: readonly string[]): readonly string[] {
  const { tables, fault } = read(text)
  if (fault) throw new Error(fault.wrong)
  const frame: Frame = tables[table]
  return Array.from({ length: frame.rows }, (_, i) => columns.map(c => frame.text(c)[i] ?? '-').join(' '))
}

test('the header is a row, from wherever in it', () => {
  expect(rows(message(), 'Header', 'Collection', 'Year', 'ReferenceDate', 'LEA', 'Release')).toEqual([
    'CIN 2026 2026-03-31 999 -',
  ])
})

test('every block is a row, and says which case it stood in', () => {
  const text = message(
    child(
      'a',
      el(
        'ChildCharacteristics',
        el('Ethnicity', 'WBRI'),
        el('Disabilities', el('Disability', 'MOB'), el('Disability', 'AUT')),
      ),
      el(
        'CINdetails',
        el('CINreferralDate', '2025-05-01'),
        el('DateOfInitialCPC', '2025-05-20'),
        el(
          'Assessments',
          el('AssessmentActualStartDate', '2025-05-02'),
          el('AssessmentAuthorisationDate', '2025-06-01'),
          el('FactorsIdentifiedAtAssessment', el('AssessmentFactors', '1A'), el('AssessmentFactors', '2B')),
        ),
        el('CINPlanDates', el('CINPlanStartDate', '2025-06-02')),
        el('Section47', el('S47ActualStartDate', '2025-06-10'), el('DateOfInitialCPC', '2025-06-24')),
        el('ReferralNFA', '0'),
        el(
          'ChildProtectionPlans',
          el('CPPstartDate', '2025-06-24'),
          el('Reviews', el('CPPreviewDate', '2025-09-01'), el('CPPreviewDate', '2025-12-01')),
        ),
      ),
      el(
        'CINdetails',
        el('CINreferralDate', '2026-01-05'),
        el('CINPlanDates', el('CINPlanStartDate', '2026-02-02')),
      ),
    ),
  )
  expect(rows(text, 'ChildCharacteristics', 'LAchildID', 'Ethnicity')).toEqual(['a WBRI'])
  expect(rows(text, 'Disabilities', 'LAchildID', 'Disability')).toEqual(['a MOB', 'a AUT'])
  expect(rows(text, 'CINdetails', 'LAchildID', 'CINreferralDate', 'DateOfInitialCPC', 'ReferralNFA')).toEqual(
    ['a 2025-05-01 2025-05-20 0', 'a 2026-01-05 - -'],
  )
  expect(rows(text, 'Assessments', 'LAchildID', 'AssessmentFactors')).toEqual(['a 1A 2B'])
  expect(rows(text, 'AssessmentFactorsList', 'AssessmentFactor', 'AssessmentAuthorisationDate')).toEqual([
    '1A 2025-06-01',
    '2B 2025-06-01',
  ])
  expect(rows(text, 'Section47', 'S47ActualStartDate', 'DateOfInitialCPC')).toEqual(['2025-06-10 2025-06-24'])
  expect(rows(text, 'Reviews', 'LAchildID', 'CPPreviewDate')).toEqual(['a 2025-09-01', 'a 2025-12-01'])

  const { tables, children, notes } = read(text)
  const number = (table: CinTable, column: string) => (tables[table] as Frame).text(column)
  const [first, second] = number('CINdetails', 'CINdetailsID')
  expect(first).not.toBe(second)
  expect(number('CINplanDates', 'CINdetailsID')).toEqual([first, second])
  for (const table of ['Assessments', 'Section47', 'ChildProtectionPlans', 'AssessmentFactorsList'] as const)
    expect([table, ...new Set(number(table, 'CINdetailsID'))]).toEqual([table, first])
  expect(new Set(number('Reviews', 'CPPID'))).toEqual(new Set(number('ChildProtectionPlans', 'CPPID')))
  expect(new Set(number('AssessmentFactorsList', 'AssessmentID'))).toEqual(
    new Set(number('Assessments', 'AssessmentID')),
  )
  expect([children, notes]).toEqual([1, []])
})

test('pre-proceedings are kept', () => {
  const of = el('PreProceedingsandFGDM', el('PPStartDate', '2025-07-01'), el('ReviewMeetingsCount', '2'))
  const text = message(child('a', el('CINdetails', el('CINreferralDate', '2025-05-01'), of)))
  expect(rows(text, 'PreProceedings', 'LAchildID', 'PPStartDate', 'ReviewMeetingsCount')).toEqual([
    'a 2025-07-01 2',
  ])
})

test('two children with one number are two; one without is there all the same', () => {
  const text = message(
    child('a'),
    child('a'),
    child(''),
    el('Child', el('CINdetails', el('ReferralSource', '1A')), ids('b')),
  )
  expect(rows(text, 'ChildIdentifiers', 'LAchildID')).toEqual(['a', 'a', '-', 'b'])
  // The number comes after the case here, and is the case's all the same.
  expect(rows(text, 'CINdetails', 'LAchildID')).toEqual(['b'])
})

test('without children every table is there, and empty', () => {
  for (const text of [message(), el('Message', HEADER, '<Children/>'), el('Message')]) {
    const { tables, children, fault } = read(text)
    expect([children, fault]).toEqual([0, undefined])
    for (const [name, frame] of Object.entries(tables))
      if (isCinTable(name) && name !== 'Header')
        expect([name, frame.rows, frame.present]).toEqual([name, 0, true])
  }
  expect(read(el('Message')).tables.Header.rows).toBe(0)
})

test('a blank element is a blank cell; a review without a day is a review', () => {
  const plan = (...reviews: readonly string[]) => el('CINdetails', el('ChildProtectionPlans', ...reviews))
  const text = message(
    child('a', plan('<Reviews/>')),
    child('b', plan(el('Reviews', '<CPPreviewDate/>', el('CPPreviewDate', '2025-09-01')))),
    child('c', plan(el('Reviews', el('CPPreviewDate', ' ')))),
    child('d', plan('<CPPstartDate></CPPstartDate>')),
  )
  expect(rows(text, 'Reviews', 'LAchildID', 'CPPreviewDate')).toEqual(['a -', 'b -', 'b 2025-09-01', 'c -'])
  expect(rows(text, 'ChildProtectionPlans', 'CPPstartDate')).toEqual(['-', '-', '-', '-'])
})

test('another year’s name for a column, and elements that no rule reads', () => {
  const text = message(el('Child', ids('a', el('PersonGenderCurrent', '1'), el('PersonSchoolID', '9'))))
  expect(rows(text, 'ChildIdentifiers', 'GenderCurrent')).toEqual(['1'])
  expect(read(text).notes).toEqual([])
})

test('an element that the census does not have is named, with the one that may be meant', () => {
  const text = message(
    el('Child', ids('a', el('PersonBirthdate', '2015-01-01'), el('Shoe', '3'))),
    child('b'),
  )
  expect(read(text).notes).toEqual([
    '“PersonBirthdate” is not an element that this census has here, and was not read. “PersonBirthDate” may be meant.',
    '“Shoe” is not an element that this census has here, and was not read.',
  ])
})

test('what stands in a misspelt block is not taken for the block around it', () => {
  const bad = el('Sectoin47', el('DateOfInitialCPC', '2025-06-24'))
  const text = message(child('a', el('CINdetails', bad)), child('b', el('CINdetails', bad)))
  expect(rows(text, 'CINdetails', 'DateOfInitialCPC')).toEqual(['-', '-'])
  expect(read(text).notes).toEqual([
    '“Sectoin47” is not an element that this census has here, and nothing in it was read. “Section47” may be meant. (2 times)',
  ])
})

test('a file of nothing but strange names tells the first of them', () => {
  const text = message(
    el('Child', ids('a', ...Array.from({ length: 500 }, (_, i) => el(`strange${i}`, 'x')))),
  )
  expect(read(text).notes).toHaveLength(50)
})

test('a day that does not exist is told, and is no day', () => {
  const text = message(
    el('Child', ids('a', el('PersonBirthDate', '2015-02-29'))),
    el('Child', ids('b', el('PersonBirthDate', '2016-02-29'))),
    el('Child', ids('c', el('PersonBirthDate', '01/02/2015'))),
  )
  const { tables, notes } = read(text)
  expect(
    [...Array(3).keys()].map(i => Number.isNaN(tables.ChildIdentifiers.days('PersonBirthDate')[i])),
  ).toEqual([true, false, true])
  expect(notes).toEqual([
    'PersonBirthDate of ChildIdentifiers is “2015-02-29” or the like 2 times, which is no day. Days are written as 2026-03-31.',
  ])
})

test('a file that breaks off keeps the whole children before, and says so', () => {
  const { fault, children } = read(message(child('a'), child('b')).slice(0, -40))
  expect(fault?.wrong).toContain('ends in the middle')
  expect(children).toBe(1)
})
