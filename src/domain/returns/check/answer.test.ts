import { expect, test } from 'vitest'
import { ask, rulesOf, type Standing } from './answer.ts'
import { type Frame, frame, noFrame } from './frame.ts'
import { countIssues, issuesOf, notAsked } from './issues.ts'
import { inForce, type Lookup, type Rule, readYear, yearWords } from './rule.ts'

type Table = 'People' | 'Visits'
type Data = { readonly [T in Table]: Frame }
const People = frame(new Map([['ID', ['a', 'b', 'c']]]), 3, 'uk', { lost: new Set(['NAME']) })
const tables: Data = { People, Visits: noFrame('uk') }
const at = (lookups: readonly Lookup[] = []): Standing<Table> => ({
  year: 2025,
  tables,
  lookups: new Set(lookups),
})

const rule = (of: Partial<Rule<Data, Table>>): Rule<Data, Table> => ({
  code: '1',
  from: 2022,
  severity: 'error',
  says: 'It is wrong.',
  todo: 'Put it right.',
  needs: ['People'],
  fields: ['ID'],
  find: () => ({}),
  ...of,
})

test('the rows that fail are told once each and in order; a table without any is not named', () => {
  const answer = ask(rule({ find: () => ({ People: [2, 0, 2], Visits: [] }) }), tables, at())
  expect(answer).toEqual({ asked: true, found: { People: [0, 2] }, count: 2 })
})

test('what lacks is said, and such a rule has not passed', () => {
  const because = (of: Partial<Rule<Data, Table>>, lookups?: readonly Lookup[]) => {
    const answer = ask(rule(of), tables, at(lookups))
    return answer.asked ? 'asked' : answer.because
  }
  expect(because({ needs: ['People', 'Visits'] })).toBe('not checked: the return came without Visits')
  expect(because({ lookups: ['providers', 'authority'] }, ['authority'])).toBe(
    'not checked: it needs the list of providers',
  )
  expect(because({ lookups: ['providers'] }, ['providers'])).toBe('asked')
  expect(because({ derived: ['People.FAR'] })).toBe('not checked: it needs People.FAR: the file of postcodes')
  expect(because({ derived: ['People.ID'] })).toBe('asked')
  expect(because({ find: d => ({ People: [d.People.text('NAME').length] }) })).toBe(
    'not checked: a file came without the column NAME',
  )
})

test('a fault of the rule itself is not hidden', () => {
  const find = () => {
    throw new TypeError('broken')
  }
  expect(() => ask(rule({ find }), tables, at())).toThrow('broken')
})

test('the version of a year', () => {
  const rules = [
    rule({ to: 2023, says: 'old' }),
    rule({ from: 2024, says: 'new' }),
    rule({ code: '2', from: 2026 }),
  ]
  expect([2022, 2023, 2024, 2026].map(year => rulesOf(rules, year).map(r => `${r.code} ${r.says}`))).toEqual([
    ['1 old'],
    ['1 old'],
    ['1 new'],
    ['1 new', '2 It is wrong.'],
  ])
  expect([inForce({ from: 2022, to: 2022 }, 2021), inForce({ from: 2022, to: 2022 }, 2022)]).toEqual([
    false,
    true,
  ])
})

test('years in words and back', () => {
  expect([yearWords(2025), yearWords(1999)]).toEqual(['2025-26', '1999-00'])
  expect(['2025-26', ' 2025/26 ', '2025_26', '2025-2026', '1999-00'].map(readYear)).toEqual([
    2025, 2025, 2025, 2025, 1999,
  ])
  for (const bad of ['2025', '2025-27', '2025-25', '25-26', '2025-6', 'x'])
    expect([bad, readYear(bad)]).toEqual([bad, undefined])
})

test('issues, a row each, with the child; and the rules that were not asked', () => {
  const answered = (of: Partial<Rule<Data, Table>>) => ({
    rule: rule(of),
    answer: ask(rule(of), tables, at()),
  })
  const all = [answered({ find: () => ({ People: [1] }) }), answered({ code: '2', needs: ['Visits'] })]
  const shared = { severity: 'error', fields: ['ID'], message: 'It is wrong.', todo: 'Put it right.' }
  expect([...issuesOf(all, tables, 'ID')]).toEqual([
    { rule: '1', table: 'People', row: 1, child: 'b', ...shared },
  ])
  expect([...issuesOf(all, tables, 'NONE')].map(i => i.child)).toEqual([null])
  expect(countIssues(all)).toBe(1)
  expect(notAsked(all)).toEqual([{ rule: '2', because: 'not checked: the return came without Visits' }])
})
