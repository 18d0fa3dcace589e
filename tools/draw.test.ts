import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { recordTypes } from '../src/domain/records/registry.ts'
import { timescales } from '../src/domain/timescales/table.ts'
import { tables } from './tables/index.ts'

const folder = fileURLToPath(new URL('../docs/tables/', import.meta.url))
const read = (name: string): string =>
  existsSync(`${folder}${name}`) ? readFileSync(`${folder}${name}`, 'utf8') : ''

describe('the tables drawn into docs', () => {
  it.each(Object.entries(tables))('%s is current', (name, draw) => {
    expect(
      read(name) === draw(),
      `docs/tables/${name} is not what the source says now. Run: npm run draw`,
    ).toBe(true)
  })

  it('holds nothing that is not drawn', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(tables).sort())
  })

  it('has as many cells in every row of a table as in its head', () => {
    for (const name of Object.keys(tables)) {
      let width = 0
      for (const line of read(name).split('\n')) {
        const cells = line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0
        if (cells > 0 && width > 0) expect(cells, `${name}: ${line}`).toBe(width)
        width = cells
      }
    }
  })

  it('leaves out no record type and no rule', () => {
    for (const t of recordTypes) expect(read('record-types.md')).toContain(`\n\`${t.code}\`\n`)
    for (const t of timescales) expect(read('timescales.md')).toContain(`| \`${t.code}\` |`)
  })

  it('tells what an entry brings about by its answers from what it always does', () => {
    const types = read('record-types.md')
    expect(types).toContain('`looked-after-visit` (by its answers), `protection-visit` (by its answers)')
    expect(types).toContain('Shows to have been done: `looked-after-review`\n')
    expect(types).toContain('opens `restriction` (by its answers), closes `restriction` (by its answers)')
  })
})
