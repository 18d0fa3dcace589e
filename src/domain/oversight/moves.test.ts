import { describe, expect, test } from 'vitest'
import { findRecordType } from '../records/registry.ts'
import { moveOf, moves } from './moves.ts'

describe('what moves a case on', () => {
  test.each(moves)('$type is a kind of record of a child, and its answers are among its choices', m => {
    const type = findRecordType(m.type)
    expect(type?.subject).toBe('child')
    if (m.field === undefined) return
    const choices = Object.keys(type?.fields[m.field]?.kind.choices ?? {})
    for (const a of m.answers ?? []) expect(choices).toContain(a)
    expect(m.answers?.length).toBeGreaterThan(0)
  })

  test('is said once for each kind', () => expect(new Set(moves.map(m => m.type)).size).toBe(moves.length))

  test.each<[string, Record<string, unknown>, boolean]>([
    ['statutory-visit', { seen: 'alone' }, true],
    ['statutory-visit', { seen: 'no' }, false],
    ['case-note', { what: 'call' }, false],
    ['case-note', { what: 'meeting' }, true],
    ['managers-decision', {}, true],
    ['case-supervision', {}, false],
    ['person-details', {}, false],
  ])('%s %o: %s', (type, answers, is) => expect(moveOf(type, answers) !== undefined).toBe(is))
})
