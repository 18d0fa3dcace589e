import { readFile } from 'node:fs/promises'
import { inForce, type Rule, type Year } from '../../domain/returns/check/rule.ts'
import { type CinCase, cinCaseHolds, replayCin } from '../../domain/returns/cin/replay.ts'
import { rulesCin } from '../../domain/returns/cin/rules/index.ts'
import { type Case903, replay903 } from '../../domain/returns/ssda903/replay.ts'
import { rules903 } from '../../domain/returns/ssda903/rules/index.ts'
import { BadArguments } from '../arguments.ts'

interface CaseRule {
  readonly code: string
  readonly ruleset: string
  readonly cases: readonly unknown[]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isRule = (value: unknown): value is CaseRule =>
  isObject(value) &&
  typeof value.code === 'string' &&
  typeof value.ruleset === 'string' &&
  Array.isArray(value.cases)
const isCase = (value: unknown): value is { tables: unknown; expected: unknown } =>
  isObject(value) && isObject(value.tables) && isObject(value.expected)

async function rulesIn(path: string): Promise<readonly CaseRule[]> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new BadArguments(`There is no file ${path}, or it can’t be read.`)
  const read: unknown = parsed(text, path)
  const list = isObject(read) && Array.isArray(read.rules) ? read.rules : []
  const wrong = list.findIndex(r => !isRule(r))
  if (list.length === 0 || wrong >= 0)
    throw new BadArguments(
      `${path} is not a file of cases. It should be {"rules": [{"code", "ruleset", "cases": [{"tables", "metadata", "expected"}]}]}${wrong >= 0 ? `; look at rule number ${wrong + 1}` : ''}.`,
    )
  return list.filter(isRule)
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadArguments(`${path} is not JSON, or is not whole.`)
  }
}

const same = (
  a: Readonly<Record<string, readonly number[]>>,
  b: Readonly<Record<string, readonly number[]>>,
): boolean => {
  const tidy = (x: typeof a) =>
    JSON.stringify(
      Object.entries(x)
        .filter(([, rows]) => rows.length > 0)
        .map(([t, rows]) => [t, [...new Set(rows)].sort((m, n) => m - n)])
        .sort(),
    )
  return tidy(a) === tidy(b)
}

/** The version of a rule that is in force in a year; or one that the year brought, and took back. */
const versionOf = <R extends Pick<Rule<never>, 'code' | 'from' | 'to'>>(
  rules: readonly R[],
  code: string,
  year: Year,
) =>
  rules.find(r => r.code === code && inForce(r, year)) ?? rules.find(r => r.code === code && r.from === year)

/** What a case expects and what was found, for one rule of one year. */
function run(rule: CaseRule, given: unknown): { ok: boolean; expected: unknown; got: unknown } {
  if (!isCase(given))
    return { ok: false, expected: null, got: 'This is not a case: it needs tables and expected.' }
  const year = Number(/\d{4}/.exec(rule.ruleset)?.[0])
  const cin = rule.ruleset.startsWith('cin')
  const missing = {
    ok: false,
    expected: given.expected,
    got: `There is no rule ${rule.code} in ${rule.ruleset}.`,
  }
  // The cases are JSON that a person wrote; what they hold is read cell by cell, whatever it is.
  if (cin) {
    const found = versionOf(rulesCin, rule.code, year)
    if (!found) return missing
    const of = given as unknown as CinCase
    const got = replayCin(found, of, year)
    return { ok: cinCaseHolds(of.expected, got), expected: given.expected, got }
  }
  const found = versionOf(rules903, rule.code, year)
  if (!found) return missing
  const of = { metadata: {}, ...given } as unknown as Case903
  const got = replay903(found, of, year)
  return { ok: same(of.expected, got), expected: given.expected, got }
}

/** Runs the cases of a file and prints one line of JSON for each. 0 where all hold, 1 where one does not. */
export async function replay(words: readonly string[]): Promise<number> {
  const [path] = words
  if (!path) throw new BadArguments('Say which file of cases to run.')
  let all = 0
  let held = 0
  const out: string[] = []
  for (const rule of await rulesIn(path))
    for (const [n, given] of rule.cases.entries()) {
      const { ok, expected, got } = run(rule, given)
      all += 1
      if (ok) held += 1
      out.push(JSON.stringify({ code: rule.code, ruleset: rule.ruleset, case: n, ok, expected, got }))
    }
  process.stdout.write(out.length > 0 ? `${out.join('\n')}\n` : '')
  console.error(`${held} of ${all} cases hold.`)
  return held === all ? 0 : 1
}
