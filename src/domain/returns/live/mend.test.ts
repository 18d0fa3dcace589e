import { expect, test } from 'vitest'
import { linesFrame } from '../ssda903/rules/sample.ts'
import type { Checked, LiveIssue } from './checked.ts'
import { mends } from './mend.ts'

const types: Readonly<Record<string, string>> = {
  became: 'became-looked-after',
  law: 'legal-status',
  place: 'placement',
  staff: 'staff-details',
}
const way = (row: string, fields: readonly string[], entries: readonly string[], code = '1') => {
  const checked: Checked = {
    asked: [],
    tables: { Episodes: linesFrame(['CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC', row]) },
    entries: { Episodes: [entries] },
    id: 'CHILD',
  }
  const rule: LiveIssue['rule'] = {
    code,
    severity: 'error',
    from: 2022,
    says: '',
    todo: '',
    needs: [],
    fields,
  }
  const issue = { rule, table: 'Episodes', row: 0, child: 'A' }
  return mends('ssda903', checked, issue, id => types[id])
}
const WHOLE = 'A,05/01/2026,S,V2,U6,PR1,'

test('the entry that fed the column is amended, at its question', () => {
  expect(way(WHOLE, ['PLACE'], ['became', 'law', 'place'])).toEqual([
    { amend: 'place', type: 'placement', field: 'type' },
  ])
})

test('what is blank, and nothing fed, is to be recorded', () => {
  expect(way('A,05/01/2026,S,,U6,PR1,', ['DECOM', 'LS'], ['became', 'place'])).toEqual([
    { record: 'legal-status' },
    { amend: 'place', type: 'placement', field: 'from' },
  ])
})

test('what is blank in an entry that was made is amended there, before what is filled in', () => {
  expect(way('A,05/01/2026,S,V2,U6,,', ['PLACE', 'PLACE_PROVIDER'], ['place'])).toEqual([
    { amend: 'place', type: 'placement', field: 'provider' },
  ])
})

test('an end that may rightly be blank comes last', () => {
  expect(way(WHOLE, ['DEC', 'LS'], ['law', 'staff'])[0]).toMatchObject({ amend: 'law', field: 'status' })
  expect(way(WHOLE, ['DEC', 'PLACE'], ['place'])[0]).toMatchObject({ amend: 'place', field: 'type' })
})

test('a rule that looks for more than it names leads to that', () => {
  expect(way(WHOLE, ['RNE'], ['became', 'place'], '630')[0]).toEqual({
    amend: 'became',
    type: 'became-looked-after',
    field: 'permanence',
  })
})

test('none where no record says what the rule speaks of', () => {
  expect(way(WHOLE, ['CHILD'], ['became'])).toEqual([])
  expect(way(WHOLE, ['REVIEW'], ['became', 'law'])).toEqual([])
})
