import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import { grants } from './grants.ts'
import {
  type Action,
  actions,
  type Relationship,
  type Role,
  relationships,
  roles,
  type Sensitivity,
  sensitivities,
} from './roles.ts'
import { isOfChild, lineOf, lines, linesWith, whenWords } from './told.ts'

test('the lines say every grant once, and nothing else', () => {
  const said = lines.flatMap(l =>
    (Object.keys(l.when) as Sensitivity[]).flatMap(s =>
      l.when[s].map(r => `${l.role} ${l.action} ${r} ${s}`),
    ),
  )
  expect(said.toSorted()).toEqual(
    grants.map(g => `${g.role} ${g.action} ${g.relationship} ${g.sensitivity}`).toSorted(),
  )
})

test('a line says what is decided', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(roles) as Role[])),
      fc.constantFrom(...(Object.keys(actions) as Action[])),
      fc.constantFrom(...(Object.keys(sensitivities) as Sensitivity[])),
      fc.constantFrom(...(Object.keys(relationships) as Relationship[])),
      (role, action, sensitivity, r) => {
        const when = lineOf(role, action)?.when[sensitivity] ?? []
        const viewer = { id: 'x', name: 'Ada', role, team: null }
        const may = decide(viewer, action, { sensitivity, relationships: [r] }).allow
        expect(may).toBe(when.includes(r) || when.includes('any'))
      },
    ),
    { numRuns: 400 },
  )
})

test('what is about one child is what needs somebody to be something to a child', () => {
  for (const g of grants)
    if (!isOfChild(g.action)) expect([g.relationship, g.sensitivity]).toEqual(['any', 'ordinary'])
})

test('in plain words, and found by them', () => {
  const nurse = lineOf('looked-after-nurse', 'record-part')
  if (!nurse) throw new Error('A nurse writes nothing.')
  expect(whenWords(nurse, 'ordinary')).toBe('the child is looked after')
  expect(whenWords(nurse, 'restricted')).toBe('you are named on the file')
  expect(lineOf('elected-member', 'open')).toBeUndefined()
  expect(linesWith('NURSE part write')).toEqual([nurse])
  expect(linesWith('nobody does this')).toEqual([])
  expect(linesWith('')).toEqual(lines)
})
