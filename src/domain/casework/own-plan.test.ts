import { expect, test } from 'vitest'
import { hintOf } from '../records/kinds/field.ts'
import { knownRecordType, recordTypes } from '../records/registry.ts'
import { readByChild } from './own-plan.ts'

test('whoever writes what a young person reads is told so where they write it, and of nothing else', () => {
  const told = recordTypes.flatMap(t =>
    Object.entries(t.fields).flatMap(([name, f]) => (f.options.childReads ? [`${t.code} ${name}`] : [])),
  )
  expect(told.toSorted()).toEqual(readByChild.map(([type, name]) => `${type} ${name}`).toSorted())
  const { decisions } = knownRecordType('looked-after-review').fields
  expect(decisions && hintOf(decisions)).toContain('The child may read this')
})
