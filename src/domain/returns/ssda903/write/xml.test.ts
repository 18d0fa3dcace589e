import { describe, expect, test } from 'vitest'
import { tableNames } from '../rules/data.ts'
import { fileColumns } from '../rules/from-files.ts'
import { xml903Reader } from '../rules/from-xml.ts'
import { childOf, inCare, left, returnOf, type Written } from './sample.ts'
import { xmlOf } from './xml.ts'

const full: readonly Written[] = [
  ...inCare('2024-05-01', { status: 'C2', placement: { address: '1 Gorse Rise, EM1 2AB', urn: 'SC<&>9' } }),
  ['looked-after-review', { heldOn: '2025-06-01', participation: 'PN1', decisions: 'Go on' }],
  ['looked-after-review', { heldOn: '2025-12-01', participation: 'PN2', decisions: 'Go on' }],
  ['missing-episode', { from: '2025-06-09', kind: 'A' }],
  ['returned', { on: '2025-06-10' }],
  ['unaccompanied', { from: '2024-05-01' }],
  ['adoption-decision', { on: '2025-02-01' }],
  ['sdq', { on: '2025-07-01', scored: true, score: 4 }],
  ['placement', { from: '2025-08-01', type: 'A6', provider: 'PR1', whyMoved: 'CARPL' }],
]
const adopted: readonly Written[] = [
  ...full,
  ['adoption-match', { on: '2025-03-10', adopters: 'MF', status: 'L11', carers: false }],
  left('2026-02-01', 'E12'),
]
const children = [childOf(full), { ...childOf(adopted), code: 'B2' }]
const { tables } = returnOf(children)
const xml = [...xmlOf(tables)].join('')

function readBack(text: string) {
  const reader = xml903Reader()
  expect(reader.write(text) ?? reader.end()).toBeUndefined()
  return reader.result()
}

describe('the XML form', () => {
  test('reads back to the tables of the CSV form, but for those that it has no place for', () => {
    const read = readBack(xml)
    expect(read.notes).toEqual([])
    for (const name of tableNames) {
      const [was, is] = [tables[name], read.tables[name]]
      if (name === 'SWEpisodes' || name === 'DoLo') {
        expect([is.present, is.rows]).toEqual([false, 0])
        continue
      }
      expect(is.rows, name).toBe(was.rows)
      for (const column of [...fileColumns(name), ...(name === 'Header' ? ['UASC'] : [])])
        expect(is.text(column as never), `${name}.${column}`).toEqual(was.text(column as never))
    }
  })

  test('writes what XML would take for its own as text, and leaves out what it has no place for', () => {
    expect(xml).toContain('<URN>SC&lt;&amp;&gt;9</URN>')
    const odd = { ...childOf(inCare('2025-05-01'), { upn: 'A\u0001\u000b]]>' }), code: 'C3' }
    const text = [...xmlOf(returnOf([odd]).tables)].join('')
    expect(text).toContain('<UPN>A]]&gt;</UPN>')
    expect(readBack(text).tables.Header.text('UPN')).toEqual(['A]]>'])
  })

  test('comes a child at a time', () => {
    const pieces = [...xmlOf(tables)]
    expect(pieces).toHaveLength(4)
    expect(pieces.slice(1, 3).every(p => p.startsWith('  <CHILD>') && p.endsWith('</CHILD>\n'))).toBe(true)
  })
})
