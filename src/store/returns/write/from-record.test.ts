import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx, { type Row as SheetRow } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generate } from '../../../../seed/generate.ts'
import { small } from '../../../../seed/profiles/index.ts'
import { memoryStore } from '../../../../test/support/memory.ts'
import { addMonths, day, dayFromNumber, type Instant } from '../../../domain/kernel/day.ts'
import type { Column } from '../../../domain/returns/annex-a/column.ts'
import { lists } from '../../../domain/returns/annex-a/columns.ts'
import { censusReader } from '../../../domain/returns/cin/read.ts'
import type { Store } from '../../connection.ts'
import { appendAll } from '../../ledger.ts'
import { annexA, writeAnnexA } from './annex-a.ts'
import { authorityNumber, type CensusRow, RELEASE, writeCensus } from './cin.ts'

const today = day('2026-11-21')
const folder = mkdtempSync(join(tmpdir(), 'lists-'))
const book = join(folder, 'annex-a.xlsx')
let store: Store
let sheets: readonly { readonly sheet: string; readonly data: readonly SheetRow[] }[]

beforeAll(async () => {
  const seed = generate(small, today)
  store = await memoryStore()
  await store.db.transaction().execute(tx => appendAll(tx, seed.subjects, seed.entries))
  await writeAnnexA(await annexA(store.db, today), book)
  sheets = await readXlsx(book)
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const sheet = (n: number) => sheets.find(s => s.sheet === `List ${n}`)?.data ?? []

test('the census is written a child at a time, with the entries behind every row', async () => {
  const pieces: string[] = []
  const rows: CensusRow[] = []
  const census = {
    year: 2025,
    authority: '999',
    release: RELEASE,
    written: '2026-05-01T09:00:00.000Z' as Instant,
  }
  const { children, misshapen } = await writeCensus(
    store.db,
    census,
    piece => void pieces.push(piece),
    row => void rows.push(row),
  )
  expect(misshapen).toEqual([])
  expect(children).toBeGreaterThan(15)
  expect(pieces.length).toBe(children + 2)
  const reader = censusReader()
  for (const piece of pieces) expect(reader.write(piece)).toBeUndefined()
  expect(reader.end()).toBeUndefined()
  const read = reader.result()
  expect(read.children).toBe(children)
  const ids = read.tables.ChildIdentifiers.text('LAchildID')
  expect(ids).toEqual([...ids].sort())
  expect(rows.filter(r => r.table === 'ChildIdentifiers').map(r => r.child.code)).toEqual(ids)
})

test('the authority knows its number, and the census the version', async () => {
  expect(await authorityNumber(store.db)).toBe('999')
  expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(RELEASE)
})

test('the workbook has a sheet for each list, with its headings, and a note', () => {
  expect(sheets.map(s => s.sheet)).toEqual([...lists.map(l => `List ${l.number}`), 'Notes'])
  for (const list of lists) expect(sheet(list.number)[0]).toEqual(list.columns.map(c => c.name))
  expect(sheet(11)).toHaveLength(1)
  expect(sheets.at(-1)?.data.flat().join(' ')).toContain('List 11')
})

test('lists of what most authorities have, have children of the small authority in it', () => {
  for (const n of [1, 3, 4, 5, 6, 7, 8, 9]) expect([n, sheet(n).length > 1]).toEqual([n, true])
})

test('days are days of the calendar, and none comes after the inspection but a birth that is expected', () => {
  let days = 0
  for (const list of lists)
    for (const row of sheet(list.number).slice(1))
      row.forEach((cell, i) => {
        if (!(cell instanceof Date)) return
        days += 1
        expect(cell.getTime() % 86_400_000).toBe(0)
        const on = dayFromNumber(cell.getTime() / 86_400_000)
        if (list.columns[i]?.name !== 'Date of Birth') expect(on <= today).toBe(true)
      })
  expect(days).toBeGreaterThan(100)
})

test('contacts, referrals and assessments are those of the last six months', () => {
  const half = addMonths(today, -6)
  for (const [n, name] of [
    [1, 'Date of Contact'],
    [3, 'Date of referral'],
  ] as const) {
    const at = lists[n - 1]?.columns.findIndex(c => c.name === name) ?? -1
    for (const row of sheet(n).slice(1)) {
      const cell = row[at]
      expect(cell instanceof Date && dayFromNumber(cell.getTime() / 86_400_000) > half).toBe(true)
    }
  }
})

const spec = new URL('../../../../../shared/specs/annex-a-lists.json', import.meta.url)
interface Wanted {
  readonly blank: boolean | null
  readonly codes: readonly (string | boolean)[] | null
}
test.skipIf(!existsSync(spec))('headings, needed columns and codes are those of the sector’s lists', () => {
  const wanted: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = JSON.parse(
    readFileSync(spec, 'utf8'),
  ).lists
  const blankHere: string[] = []
  for (const list of lists) {
    const columns = wanted[`list_${list.number}`] ?? {}
    expect(list.columns.map(c => c.name)).toEqual(Object.keys(columns))
    const needed = ({ name }: Column) => columns[name]?.blank !== true
    expect(list.columns.map(c => [c.name, c.needed])).toEqual(list.columns.map(c => [c.name, needed(c)]))
    for (const row of sheet(list.number).slice(1))
      list.columns.forEach((column, i) => {
        const cell = row[i]
        const codes = columns[column.name]?.codes?.map(c => (c === true ? 'Yes' : c === false ? 'No' : c))
        if (cell === null || cell === undefined) {
          if (column.needed) blankHere.push(`${list.number} ${column.name}`)
        } else if (codes) expect(codes, `${list.number} ${column.name}`).toContain(cell)
      })
  }
  // What the record does not hold, or can't know without a list of postcodes.
  expect([...new Set(blankHere)]).toEqual(['8 Placement Location', '8 LA of Placement'])
})
