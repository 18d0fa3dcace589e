import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { DocxTable } from './read-docx-tables.ts'
import { at, elementOf, within } from './read-docx-xml.ts'
import { unpacked, type Zip, zipOf } from './read-docx-zip.ts'

/** A plan of a thousand lines is far below; this bounds what one file can make the product hold. */
const MOST_ROWS = 5_000
const MOST_XML = 60 * 1024 * 1024

const NOT_EXCEL =
  'This is not an Excel workbook (.xlsx), or it is damaged or locked. Open it in Excel, save it as a workbook without a password, and give that.'

/** Rows times columns of one sheet, from its corner to its furthest cell. */
const MOST_PLACES = 2_000_000
const TOO_LARGE =
  'A sheet of this workbook goes on far beyond any plan. Copy the plan’s own rows and columns to a new workbook, and give that.'

type Value = string | number | boolean | Date | null

/** A cell as a person reads it: a day as 2026-03-27, a number in full, lines apart. */
function printed(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return String(value).replaceAll('\r', '').trim()
}

/**
 * The sheets of a workbook as tables, each called by its name; merged cells are filled with what they say, as a plan often
 * has one recommendation beside several actions.
 * @returns the sheets that hold anything, or what is wrong with the file and what to do
 */
export async function readXlsxTables(bytes: Uint8Array): Promise<Result<readonly DocxTable[]>> {
  const zip = zipOf(bytes)
  if (!zip.ok || ![...zip.value.entries.keys()].some(n => n.startsWith('xl/'))) return fail(NOT_EXCEL)
  const held = await holds(zip.value)
  if (!held.ok) return held
  const merges = await mergesOf(zip.value)
  if (!merges.ok) return merges
  // Loaded only for who gives a workbook.
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const sheets = await readWorkbook(Buffer.from(bytes))
    const long = sheets.find(s => s.data.length > MOST_ROWS)
    if (long)
      return fail(
        `The sheet “${long.sheet}” has ${long.data.length} lines; at most ${MOST_ROWS} are read. Give the plan alone.`,
      )
    return ok(
      sheets.flatMap(({ sheet, data }) => {
        const rows = filled(
          data.map(row => row.map(v => printed(v as Value))),
          merges.value.get(sheet) ?? [],
        )
        return rows.some(row => row.some(c => c !== '')) ? [{ title: sheet, rows }] : []
      }),
    )
  } catch {
    return fail(NOT_EXCEL)
  }
}

/** A cell's place, and a row's: the reader of values makes room for every place up to the furthest that is named. */
const PLACE = /\sr\s*=\s*["']\s*([A-Z]{0,9})([\d&][^"']{0,20})["']/gi

/**
 * Looks before anything is read whether the parts unpack to what they declare, and whether a sheet names a place so far
 * out that the room up to it would fill the machine: a file of 1 KB can.
 */
async function holds(zip: Zip): Promise<Result<true>> {
  let total = 0
  for (const name of zip.entries.keys()) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue
    const text = await unpacked(zip, name, MOST_XML)
    if (!text.ok) return fail(NOT_EXCEL)
    total += text.value?.length ?? 0
    if (total > MOST_XML) return fail(TOO_LARGE)
    if (!/worksheets\//i.test(name)) continue
    let [down, across] = [0, 0]
    for (const [, letters = '', row = ''] of (text.value ?? '').matchAll(PLACE)) {
      // A number written as no spreadsheet writes it hides how large it is.
      if (!/^\d+$/.test(row)) return fail(NOT_EXCEL)
      down = Math.max(down, Number(row))
      across = Math.max(across, columnAt(letters.toUpperCase()) + 1)
    }
    if (down * across > MOST_PLACES) return fail(TOO_LARGE)
  }
  return ok(true)
}

interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

function filled(rows: string[][], merges: readonly Merge[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const out = rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')])
  for (const m of merges) {
    const said = out[m.top]?.[m.left] ?? ''
    for (let r = m.top; r <= Math.min(m.bottom, out.length - 1); r += 1)
      for (let c = m.left; c <= Math.min(m.right, width - 1); c += 1) {
        const row = out[r]
        if (row && row[c] === '') row[c] = said
      }
  }
  return out
}

const columnAt = (letters: string): number =>
  [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1

const CORNERS = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/

function mergeFrom(ref: string): readonly Merge[] {
  const [, left, top, right, bottom] = CORNERS.exec(ref) ?? []
  if (!left || !top || !right || !bottom) return []
  return [{ left: columnAt(left), top: Number(top) - 1, right: columnAt(right), bottom: Number(bottom) - 1 }]
}

/** The merged cells of each sheet, by its name: the reader of values leaves all but their first cell empty. */
async function mergesOf(zip: Zip): Promise<Result<ReadonlyMap<string, readonly Merge[]>>> {
  const found = new Map<string, readonly Merge[]>()
  const part = async (name: string) => {
    const text = await unpacked(zip, name, MOST_XML)
    return text.ok ? text.value : undefined
  }
  const [workbook, relations] = [await part('xl/workbook.xml'), await part('xl/_rels/workbook.xml.rels')]
  if (workbook === undefined || relations === undefined) return fail(NOT_EXCEL)
  const [book, links] = [elementOf(workbook), elementOf(relations)]
  if (!book.ok || !links.ok) return fail(NOT_EXCEL)
  const targets = new Map(
    within(links.value, 'Relationship').map(r => [r.attributes.get('Id'), r.attributes.get('Target') ?? '']),
  )
  for (const sheet of within(at(book.value, 'sheets') ?? book.value, 'sheet')) {
    const target = targets.get(sheet.attributes.get('id') ?? '') ?? ''
    const text = await part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    // Only the list of merged cells is looked for: the cells themselves are many.
    const refs = [...(text ?? '').matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g)].flatMap(m =>
      mergeFrom(m[1] ?? ''),
    )
    if (refs.length > 0) found.set(sheet.attributes.get('name') ?? '', refs)
  }
  return ok(found)
}
