import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { stepNames } from './migrate.ts'

// The version before works on the tables while a step is taken, and after: docs/guide/add-a-migration.md.

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Steps before this one were taken before anybody worked with the product. */
const SINCE = 12

/** What the version before would notice. A step that narrows on purpose says which release stopped reading what it takes. */
const NARROWS =
  /\bdrop (?:table|column|view|function)\b|\brename\b|\balter column \w+ (?:set data )?type\b|\bset not null\b|\badd column(?: if not exists)? \w+ \w+(?:\[\])? not null(?![^,;]* default)/i

const narrows = (text: string): boolean => NARROWS.test(text) && !/\bNarrows: \S/.test(text)

describe('steps', () => {
  test('are files of their number and name, in order', () => {
    const files = readdirSync(folder).filter(f => /^\d{3}-/.test(f))
    expect(files.map(f => f.replace(/\.ts$/, '')).sort()).toEqual([...stepNames])
  })

  test('only widen, or say what they narrow', () => {
    const later = stepNames.filter(name => Number(name.slice(0, 3)) >= SINCE)
    expect(later.filter(name => narrows(readFileSync(`${folder}${name}.ts`, 'utf8')))).toEqual([])
  })

  test.each([
    ['alter table x add column y text', false],
    ['alter table x add column y text not null default 0', false],
    ['create table z (y text not null)', false],
    ['alter table x add column y text not null', true],
    ['alter table x alter column y set not null', true],
    ['alter table x alter column y type bigint', true],
    ['alter table x drop column y', true],
    ['alter table x rename column y to z', true],
    ['/* Narrows: nothing reads y since 1.3 */ alter table x drop column y', false],
  ])('%s: %s', (sql, notices) => expect(narrows(sql)).toBe(notices))
})
