import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write903 } from '../../../../bench/returns/made-903.ts'
import { ask, rulesOf } from '../../../domain/returns/check/answer.ts'
import type { Answer } from '../../../domain/returns/check/rule.ts'
import { allTables } from '../../../domain/returns/ssda903/rules/ask.ts'
import { return903 } from '../../../domain/returns/ssda903/rules/data.ts'
import { rules903 } from '../../../domain/returns/ssda903/rules/index.ts'
import { read903 } from './read-903.ts'

const YEAR = 2025
let folder: string
let paths: { now: string; last: string }

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-order-'))
  paths = write903(folder, 150)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read() {
  const [now, last] = [await read903(paths.now), await read903(paths.last)]
  if (!now.ok || !last.ok) throw new Error('The return can’t be read')
  return return903({ year: YEAR, now: now.value.tables, last: last.value.tables })
}

const rules = rulesOf(rules903, YEAR)

async function answers(order: (list: typeof rules) => typeof rules): Promise<ReadonlyMap<string, Answer>> {
  const data = await read()
  const at = { year: YEAR, tables: allTables(data), lookups: data.lookups }
  return new Map(order(rules).map(r => [r.code, ask(r, data, at)]))
}

/** The failing rows as what is written in them, so that they can be told again wherever they stand. */
async function contents(): Promise<ReadonlyMap<string, readonly string[]>> {
  const data = await read()
  const tables = allTables(data)
  const at = { year: YEAR, tables, lookups: data.lookups }
  return new Map(
    rules.map(rule => {
      const answer = ask(rule, data, at)
      if (!answer.asked) return [rule.code, [answer.because]]
      const rows = Object.entries(answer.found).flatMap(([table, places]) => {
        const frame = tables[table as keyof typeof tables]
        const columns = [...frame.given].sort()
        return (places ?? []).map(i => `${table} ${columns.map(c => frame.text(c)[i] ?? '').join(',')}`)
      })
      return [rule.code, rows.sort()]
    }),
  )
}

describe('the rules of a return', () => {
  test('answer alike in whatever order they are asked', async () => {
    const forward = await answers(list => list)
    const backward = await answers(list => list.toReversed())
    expect([...forward.values()].filter(a => a.asked && a.count > 0).length).toBeGreaterThan(20)
    for (const [code, answer] of forward) expect(backward.get(code), code).toEqual(answer)
  })

  test('answer alike in whatever order the rows stand', async () => {
    const before = await contents()
    for (const path of [paths.now, paths.last])
      for (const name of ['header', 'episodes', 'reviews', 'oc2', 'oc3', 'sw_episodes', 'missing', 'uasc']) {
        const file = join(path, `${name}.csv`)
        const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
        writeFileSync(file, `${[head, ...lines.reverse()].join('\n')}\n`)
      }
    for (const [code, rows] of await contents()) expect(rows, code).toEqual(before.get(code))
  })
})
