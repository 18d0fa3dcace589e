import { describe, expect, test } from 'vitest'
import { findRecordType } from '../records/registry.ts'
import { columnsOf as censusColumns } from './cin/rules/data.ts'
import { rulesCin } from './cin/rules/index.ts'
import { type CollectionCode, feeds, feedsReturns, fieldsFor, typesFor } from './fields.ts'
import { columnsOf as careColumns } from './ssda903/rules/data.ts'
import { rules903 } from './ssda903/rules/index.ts'

const columns: Readonly<Record<CollectionCode, ReadonlySet<string>>> = {
  ssda903: new Set(Object.values(careColumns).flat()),
  cin: new Set(Object.values(censusColumns).flat()),
}

/** Columns that rules speak of, and that no question feeds: made by the product, or counted. */
const made: Readonly<Record<CollectionCode, readonly string[]>> = {
  ssda903: ['CHILD'],
  cin: ['ReferenceDate', 'CINdetailsID', 'LAchildID', 'NumberOfPreviousCPP'],
}
const asked: Readonly<Record<CollectionCode, ReadonlySet<string>>> = {
  ssda903: new Set(rules903.flatMap(r => r.fields)),
  cin: new Set(rulesCin.flatMap(r => r.fields)),
}

describe.each(['ssda903', 'cin'] as const)('what feeds %s', collection => {
  const all = Object.entries(feeds[collection])

  test.each(all)('%s: each question is asked, and each column is there', (code, fields) => {
    const type = findRecordType(code)
    expect(type?.subject).toBe('child')
    expect(Object.keys(fields).filter(f => !type?.fields[f])).toEqual([])
    expect(
      Object.values(fields)
        .flat()
        .filter(c => !columns[collection].has(c)),
    ).toEqual([])
  })

  test('every column of which a rule speaks is fed by a question, or made by the product', () => {
    const fed = new Set(all.flatMap(([, fields]) => Object.values(fields).flat()))
    expect([...asked[collection]].filter(c => !fed.has(c)).toSorted()).toEqual(made[collection].toSorted())
  })
})

test('questions are found by the columns they feed, and records by theirs', () => {
  expect(fieldsFor('ssda903', 'placement', ['PLACE', 'DECOM'])).toEqual(['from', 'type'])
  expect(fieldsFor('ssda903', 'placement', ['REVIEW'])).toEqual([])
  expect(fieldsFor('cin', 'placement', ['PLACE'])).toEqual([])
  expect(typesFor('ssda903', ['LS', 'PLACE'])).toEqual(['legal-status', 'placement'])
  expect(typesFor('ssda903', ['CHILD'])).toEqual([])
  expect([feedsReturns('placement'), feedsReturns('case-note')]).toEqual([true, false])
})
