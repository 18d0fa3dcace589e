import { deflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readDocumentApart, readPlanFileApart } from './read-apart.ts'
import { readXlsxTables } from './read-xlsx-tables.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** A PDF of one page. */
function pdfOf(): Buffer {
  const packed = deflateSync(latin('BT /F1 12 Tf (Visits were late in most weeks) Tj ET\n'))
  const parts = [
    latin('1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'),
    latin('2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'),
    latin(
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n',
    ),
    Buffer.concat([
      latin(`4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
      packed,
      latin('\nendstream endobj\n'),
    ]),
    latin('5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n'),
  ]
  const starts = parts.map((_, i) => 9 + parts.slice(0, i).reduce((n, p) => n + p.length, 0))
  const end = 9 + parts.reduce((n, p) => n + p.length, 0)
  const table = starts.map(s => `${String(s).padStart(10, '0')} 00000 n \n`).join('')
  const tail = `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${end}\n%%EOF`
  return Buffer.concat([latin('%PDF-1.4\n'), ...parts, latin(tail)])
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook whose one sheet is written as given. */
async function workbook(sheet: string): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  )
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
  )
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

describe('a file read apart', () => {
  it('is read as it would be here', async () => {
    const read = await readDocumentApart('report.pdf', pdfOf())
    expect(read).toEqual({ ok: true, value: 'Visits were late in most weeks' })
    const csv = await readPlanFileApart('plan.csv', latin('Ref,Action,Owner,Due\n1,Visit,Amy,2026-03-01\n'))
    expect(csv.ok && csv.value[0]?.rows.length).toBe(2)
  })

  it('by whom the program grows beyond what it may is given up, and says so', async () => {
    const read = await readDocumentApart('bomb.pdf', pdfOf(), { growth: Number.NEGATIVE_INFINITY })
    expect(read.ok ? '' : read.error).toContain('unpacks to far more')
  })

  it('that takes too long is given up, and others after it are read', async () => {
    const reads = await Promise.all([1, 2, 3].map(() => readDocumentApart('a.pdf', pdfOf(), { patience: 0 })))
    for (const read of reads) expect(read.ok ? '' : read.error).toContain('could not be read in the time')
    expect((await readDocumentApart('report.txt', latin('Words'))).ok).toBe(true)
  })
})

describe('a workbook that names a place far out', () => {
  it.each([
    ['its last cell', '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'],
    ['in other quotes', "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>"],
    ['a column that no sheet has', '<row r="1"><c r="ZZZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row>'],
    [
      'a number in disguise',
      '<row r="&#49;048576"><c r="XFD&#49;048576" t="inlineStr"><is><t>x</t></is></c></row>',
    ],
  ])('%s: is refused before room is made', async (_, sheet) => {
    const read = await readXlsxTables(await workbook(sheet))
    expect(read.ok ? '' : read.error).toMatch(/goes on far beyond any plan|not an Excel workbook/)
  })

  it('is read where the place is near', async () => {
    const read = await readXlsxTables(
      await workbook('<row r="2"><c r="B2" t="inlineStr"><is><t>x</t></is></c></row>'),
    )
    expect(read.ok && read.value[0]?.rows).toEqual([
      ['', ''],
      ['', 'x'],
    ])
  })
})
