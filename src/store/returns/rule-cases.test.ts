import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inForce } from '../../domain/returns/check/rule.ts'
import { type CinCase, cinCaseHolds, replayCin } from '../../domain/returns/cin/replay.ts'
import { rulesCin } from '../../domain/returns/cin/rules/index.ts'
import { type Case903, replay903 } from '../../domain/returns/ssda903/replay.ts'
import { rules903 } from '../../domain/returns/ssda903/rules/index.ts'

const project = new URL('../../../', import.meta.url)
const outside = (name: string) => new URL(`../shared/cases/${name}`, project)

/** The cases in which we hold the sector's answer for wrong: "210 2022 0". */
const differences = new Set(
  [
    ...readFileSync(new URL('docs/returns-differences.md', project), 'utf8').matchAll(
      /^\| (?:SSDA903|CIN) \| (\w+) \| (\d{4})-\d{2} \| (\d+) \|/gm,
    ),
  ].map(m => `${m[1]} ${m[2]} ${m[3]}`),
)

interface CaseRule {
  readonly code: string
  readonly ruleset: string
  readonly effective_in: readonly string[]
  readonly cases: readonly unknown[]
}

const yearOf = (ruleset: string) => Number(/\d{4}/.exec(ruleset)?.[0])
const read = (name: string): readonly CaseRule[] =>
  existsSync(outside(name)) ? JSON.parse(readFileSync(outside(name), 'utf8')).rules : []

const tidy = (rows: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([, r]) => r.length > 0)
      .map(([table, r]) => [table, [...new Set(r)].sort((a, b) => a - b)]),
  )

const all903 = read('903-rule-cases.json')
const allCin = read('cin-rule-cases.json')

test('a handful of differences at most', () => expect(differences.size).toBeLessThanOrEqual(8))

describe.skipIf(all903.length === 0)('the sector’s cases of the SSDA903', () => {
  test.each(all903.map(r => [r.code, yearOf(r.ruleset), r] as const))(
    '%s of %d is declared for its years, and its cases hold',
    (code, year, r) => {
      const rule = rules903.find(x => x.code === code && x.from === year)
      if (!rule) throw new Error(`There is no rule ${code} of ${year}`)
      const years = [2022, 2023, 2024, 2025, 2026]
      expect(years.filter(y => inForce(rule, y))).toEqual(r.effective_in.map(yearOf))
      for (const [n, given] of r.cases.entries()) {
        const of = given as Case903
        const got = tidy(replay903(rule, of, year))
        if (differences.has(`${code} ${year} ${n}`)) expect(got).not.toEqual(tidy(of.expected))
        else expect(got, `case ${n}`).toEqual(tidy(of.expected))
      }
    },
  )
})

describe.skipIf(allCin.length === 0)('the sector’s cases of the census', () => {
  test.each(allCin.map(r => [r.code, yearOf(r.ruleset), r] as const))(
    '%s of %d is declared for its years, and its cases hold',
    (code, year, r) => {
      const rule = rulesCin.find(x => x.code === code && x.from === year)
      if (!rule) throw new Error(`There is no rule ${code} of ${year}`)
      expect([2022, 2023, 2024, 2025].filter(y => inForce(rule, y))).toEqual(r.effective_in.map(yearOf))
      for (const [n, given] of r.cases.entries()) {
        const of = given as CinCase
        const got = replayCin(rule, of, year)
        expect(cinCaseHolds(of.expected, got), `case ${n}: ${JSON.stringify(got)}`).toBe(
          !differences.has(`${code} ${year} ${n}`),
        )
      }
    },
  )
})

test('there is one version of a rule in a year, and no more', () => {
  for (const rules of [rules903, rulesCin])
    for (let year = 2022; year <= 2026; year += 1) {
      const codes = rules.filter(r => inForce(r, year)).map(r => r.code)
      expect(codes.filter((c, i) => codes.indexOf(c) !== i)).toEqual([])
    }
})
