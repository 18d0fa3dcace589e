import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LiveIssue } from './checked.ts'
import { grouped, inOrder, linesOf, narrowed } from './lines.ts'

const issue = (code: string, severity: 'error' | 'query', child: string | null, row = 0): LiveIssue => ({
  rule: { code, severity, from: 2022, says: code, todo: '', needs: [], fields: [] },
  table: 'Header',
  row,
  child,
})
const children = new Map([
  ['A', 'a'],
  ['B', 'b'],
  ['C', 'c'],
])
const held = new Map([
  ['a', { team: 'Oak', worker: 'amy' }],
  ['b', { team: 'Oak', worker: 'bo' }],
])
const issues = [
  issue('2', 'query', 'A'),
  issue('1', 'error', 'B'),
  issue('1', 'error', 'A', 4),
  issue('1', 'error', 'A', 2),
  issue('1', 'error', 'C'),
  issue('1', 'error', null),
]
const lines = linesOf(issues, children, held, new Set(['b']))
const ALL = { rule: null, weight: null, team: null, worker: null }

describe('lines', () => {
  test('a closed file keeps its team, and neither worker nor name', () => {
    expect(lines[1]).toMatchObject({ subject: 'b', team: 'Oak', worker: null, hidden: true })
    expect(lines[2]).toMatchObject({ subject: 'a', team: 'Oak', worker: 'amy', hidden: false })
    expect(lines[4]).toMatchObject({ subject: 'c', team: null, worker: null, hidden: false })
    expect(lines[5]).toMatchObject({ subject: null, hidden: false })
  })

  test('are counted by rows and by children, most errors first; those with no key are left out', () => {
    expect(grouped(lines, l => l.issue.rule.code)).toEqual([
      { key: '1', errors: 5, queries: 0, children: 3 },
      { key: '2', errors: 0, queries: 1, children: 1 },
    ])
    expect(grouped(lines, l => l.worker)).toEqual([{ key: 'amy', errors: 2, queries: 1, children: 1 }])
  })

  test('are narrowed by each thing that is asked', () => {
    const n = (asked: object) => narrowed(lines, { ...ALL, ...asked }).length
    expect([
      n({}),
      n({ rule: '1' }),
      n({ weight: 'query' }),
      n({ team: 'Oak' }),
      n({ worker: 'amy' }),
    ]).toEqual([6, 5, 1, 4, 3])
    expect(n({ rule: '1', worker: 'amy' })).toBe(2)
  })

  test('come in the same order, however they are given', () => {
    const order = inOrder(lines)
    expect(order.map(l => [l.issue.rule.code, l.team, l.issue.child, l.issue.row])).toEqual([
      ['1', 'Oak', 'A', 2],
      ['1', 'Oak', 'A', 4],
      ['1', 'Oak', 'B', 0],
      ['1', null, null, 0],
      ['1', null, 'C', 0],
      ['2', 'Oak', 'A', 0],
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), mixed => {
        expect(inOrder(mixed)).toEqual(order)
      }),
    )
  })
})
