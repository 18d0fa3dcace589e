import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bySubject } from '../../../../seed/census.ts'
import { generate } from '../../../../seed/generate.ts'
import { small } from '../../../../seed/profiles/index.ts'
import { schemaFaults } from '../../../../test/support/xsd.ts'
import { foldFile } from '../../../domain/casework/file.ts'
import { day } from '../../../domain/kernel/day.ts'
import { checkCin } from '../../../domain/returns/cin/check.ts'
import { censusReader } from '../../../domain/returns/cin/read.ts'
import { census, isCinTable } from '../../../domain/returns/cin/rules/data.ts'
import { censusChild } from '../../../domain/returns/cin/write/child.ts'
import { type Content, misshapen } from '../../../domain/returns/cin/write/content.ts'
import { censusYear } from '../../../domain/returns/cin/write/shape.ts'
import { traceOf } from '../../../domain/returns/cin/write/trace.ts'
import { censusXml } from '../../../domain/returns/cin/write/xml.ts'

const sender = { authority: '999', release: '1.0', written: '2026-05-01T09:30:00.123Z' }

function readBack(xml: string) {
  const reader = censusReader()
  expect(reader.write(xml)).toBeUndefined()
  expect(reader.end()).toBeUndefined()
  return reader.result()
}

const seed = generate(small, day('2026-11-21'))
const entries = bySubject(seed.entries)
const children = (year: number): readonly Content[] =>
  seed.subjects
    .filter(s => s.kind === 'child')
    .flatMap(s => {
      const child = censusChild(s.code, foldFile(s.id, entries.get(s.id) ?? []), censusYear(year))
      return child ? [child] : []
    })

test.each([2023, 2024, 2025, 2026])(
  'the census of the small authority for %i is in shape, reads back, and breaks no rule',
  year => {
    const found = children(year)
    expect(found.length).toBeGreaterThan(15)
    expect(found.flatMap(c => misshapen('Child', c, year))).toEqual([])
    const read = readBack([...censusXml(censusYear(year), sender, found)].join(''))
    expect(read.notes).toEqual([])
    expect(read.children).toBe(found.length)
    expect(read.tables.Header.text('ReferenceDate')).toEqual([`${year + 1}-03-31`])
    const errors = checkCin(census({ year, tables: read.tables })).flatMap(({ rule, answer }) =>
      !answer.asked
        ? [`${rule.code}: ${answer.because}`]
        : rule.severity === 'error' && answer.count > 0
          ? [rule.code]
          : [],
    )
    expect(errors).toEqual([])
  },
)

test('each row that is read can be followed to entries of the child', () => {
  const found = children(2025)
  const read = readBack([...censusXml(censusYear(2025), sender, found)].join(''))
  const rows = new Map<string, number>()
  for (const child of found)
    for (const { table, entries: from } of traceOf(child, 2025)) {
      rows.set(table, (rows.get(table) ?? 0) + 1)
      expect(from.length, table).toBeGreaterThan(0)
      for (const id of from) expect(seed.entries.some(e => e.id === id)).toBe(true)
    }
  for (const [table, n] of rows) if (isCinTable(table)) expect(read.tables[table].rows, table).toBe(n)
})

test('what is written in pieces is one file, and holds one moment, when it was written', () => {
  const pieces = [...censusXml(censusYear(2025), sender, children(2025))]
  expect(pieces.length).toBe(children(2025).length + 2)
  const xml = pieces.join('')
  expect(xml.match(/\d\d:\d\d:\d\d/g)).toEqual(['09:30:00'])
})

const xsd = new URL('../../../../../shared/specs/CIN_schema_2026.xsd', import.meta.url)
test.skipIf(!existsSync(xsd))('the census of 2025-26 is valid by the Department’s schema of 2026', () => {
  const xml = [...censusXml(censusYear(2025), sender, children(2025))].join('')
  const schema = readFileSync(xsd, 'utf8')
  expect(schemaFaults(schema, xml)).toEqual([])
  // The schema is read: what is out of order, or not there, is found.
  expect(schemaFaults(schema, xml.replace('<Sex>', '<Gender>').replace('</Sex>', '</Gender>'))).not.toEqual(
    [],
  )
  expect(schemaFaults(schema, xml.replace(/<ReferralNFA>0<\/ReferralNFA>/, ''))).not.toEqual([])
})
