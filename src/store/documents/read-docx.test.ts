import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../domain/improvement/read-report.ts'
import { readDocx } from './read-docx.ts'
import { readDocxTables } from './read-docx-tables.ts'
import { docxOf, p, tbl, tc } from './sample-docx.ts'

async function read(bytes: Uint8Array): Promise<string> {
  const result = await readDocx(bytes)
  return result.ok ? result.value : `refused: ${result.error}`
}

async function tables(bytes: Uint8Array) {
  const result = await readDocxTables(bytes)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const listed = (level: number, num = 1) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`
const lvl = (level: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING =
  `<w:abstractNum w:abstractNumId="0">${lvl(0, 'bullet', '\uf0b7')}${lvl(1, 'bullet', 'o')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="7">${lvl(0, 'decimal', '%1.')}${lvl(1, 'decimal', '%1.%2')}${lvl(2, 'lowerRoman', '(%3)')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'

describe('a Word file as text', () => {
  it('is read as Word and LibreOffice pack it', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              children: [new TextRun('What needs to improve')],
            }),
            new Paragraph({
              bullet: { level: 0 },
              children: [new TextRun('How plans '), new TextRun('are written')],
            }),
            new Table({ rows: [new TableRow({ children: [cell('Overall effectiveness'), cell('Good')] })] }),
          ],
        },
      ],
    })
    expect(await read(await Packer.toBuffer(file))).toBe(
      'What needs to improve\n\n• How plans are written\n\nOverall effectiveness\tGood',
    )
  })

  it('counts its lists as Word prints them', async () => {
    const levels = [0, 1, 1, 2, 0, 1]
    const numbered = levels.map(l => p('Ask', listed(l, 2))).join('')
    const again = p('Ask', listed(0, 3)) + p('Ask', listed(0, 3))
    expect((await read(await docxOf(numbered + again, { numbering: NUMBERING }))).split('\n\n')).toEqual(
      ['1.', '1.1', '1.2', '(i)', '2.', '2.1', '1.', '2.'].map(mark => `${mark} Ask`),
    )
    const bullets =
      p('One', listed(0)) + p('Inner', listed(1)) + p('Two', listed(0)) + p('None', listed(0, 0))
    expect(await read(await docxOf(bullets, { numbering: NUMBERING }))).toBe(
      '• One\n\n– Inner\n\n• Two\n\nNone',
    )
  })

  it('takes the mark from the style, and from what the style is based on', async () => {
    const styles =
      `<w:style w:styleId="A"><w:name w:val="Dots"/><w:pPr>${listed(0)}</w:pPr></w:style>` +
      '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    const bytes = await docxOf(p('See children', '<w:pStyle w:val="B"/>'), { numbering: NUMBERING, styles })
    expect(await read(bytes)).toBe('• See children')
  })

  it.each([
    [
      'deleted words',
      `<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del></w:p>`,
      'kept',
    ],
    ['words put in', `<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>`, 'put in'],
    [
      'a deleted end',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>${p('line')}`,
      'one line',
    ],
    [
      'what moved',
      `<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo></w:p>`,
      'new',
    ],
    ['a field', `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>`, '7'],
    [
      'hidden words',
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>`,
      'yes',
    ],
    ['contents', p('Summary 3', '<w:pStyle w:val="TOC1"/>') + p('Summary'), 'Summary'],
    ['a content control', `<w:sdt><w:sdtContent>${p('inside')}</w:sdtContent></w:sdt>`, 'inside'],
    [
      'a hyphen and a tab',
      '<w:p><w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agency</w:t><w:tab/><w:t>Good</w:t></w:r></w:p>',
      'multi-agency   Good',
    ],
    ['signs', p('A &amp; B &#8217; &lt;c&gt;'), 'A & B ’ <c>'],
    [
      'a box, once',
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('boxed')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>beside</w:t></w:r></w:p>`,
      'beside\n\nboxed',
    ],
    [
      'a table that is a frame',
      tbl([[`<w:tc>${p('What needs to improve')}${p('Plans')}</w:tc>`]]),
      'What needs to improve\n\nPlans',
    ],
    ['merged cells', tbl([[tc('Wide', '<w:gridSpan w:val="2"/>'), tc('Good')]]), 'Wide\tGood'],
  ])('%s', async (_, body, text) => expect(await read(await docxOf(body))).toBe(text))

  it('gives any words back whole', async () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '<', '&', '"', '’', '7'), minLength: 1 })
    const escaped = (text: string) => text.replace(/[<&"]/g, c => `&#${c.charCodeAt(0)};`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          words.filter(w => w.trim() !== ''),
          { minLength: 1, maxLength: 5 },
        ),
        async list => {
          const bytes = await docxOf(list.map(w => p(escaped(w))).join(''))
          expect(await read(bytes)).toBe(list.map(w => w.trim()).join('\n\n'))
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('a report as a Word file', () => {
  it('is read like any other', async () => {
    const bytes = await docxOf(
      p('Inspection of Fenwick local authority children’s services') +
        p('Inspection dates: 6 to 17 March 2023') +
        tbl([
          [tc('Judgement'), tc('Grade')],
          [tc('The experiences and progress of care leavers'), tc('Requires improvement to be good')],
          [tc('Overall effectiveness'), tc('Good')],
        ]) +
        p('What needs to improve?') +
        p('The quality of:', listed(0)) +
        p('plans', listed(1)) +
        p('The timeliness of visits.', listed(0)) +
        p('The experiences and progress of care leavers: requires improvement to be good') +
        p('Young people have workers who know them.', listed(0, 2)),
      { numbering: NUMBERING },
    )
    const report = readReport(await read(bytes))
    if (!report.ok) throw new Error(report.error)
    expect(report.value).toMatchObject({ authority: 'Fenwick', overall: 'Good', inspectedTo: '2023-03-17' })
    expect(report.value.judgements.map(j => j.grade)).toEqual(['Requires improvement to be good', 'Good'])
    expect(report.value.recommendations.map(r => r.text)).toEqual([
      'The quality of:\n– plans',
      'The timeliness of visits',
    ])
    expect(report.value.evidence.map(e => e.number)).toEqual(['1'])
  })
})

describe('the tables of a Word file', () => {
  it('fills merged cells, down and across, and names the table by its heading', async () => {
    const head = p('Plan', '<w:outlineLvl w:val="0"/>') + p('As agreed.')
    const rows = [
      [tc('Area', '<w:vMerge w:val="restart"/>'), tc('When', '<w:gridSpan w:val="2"/>')],
      [tc('', '<w:vMerge/>'), tc('Start'), tc('End')],
      [tc('Visits'), tc('May')],
      [tc(''), tc(''), tc('')],
    ]
    expect(await tables(await docxOf(head + tbl(rows)))).toEqual([
      {
        title: 'Plan',
        rows: [
          ['Area', 'When', 'When'],
          ['Area', 'Start', 'End'],
          ['Visits', 'May', ''],
        ],
      },
    ])
  })

  it('keeps the paragraphs and bullets of a cell, and leaves deleted rows out', async () => {
    const cell = `<w:tc>${p('Do:')}${p('this', listed(0))}</w:tc>`
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc('gone')}</w:tr>`
    const table = tbl([[cell, tc('Lead')]]).replace('</w:tbl>', `${gone}</w:tbl>`)
    expect(await tables(await docxOf(table, { numbering: NUMBERING }))).toEqual([
      { title: null, rows: [['Do:\n• this', 'Lead']] },
    ])
  })

  it('has none where there is none', async () => {
    expect(await tables(await docxOf(p('Words')))).toEqual([])
  })
})

describe('what is no Word file, or was made to harm', () => {
  const zipped = async (...names: readonly string[]) => {
    const zip = new JSZip()
    for (const name of names) zip.file(name, 'words')
    return zip.generateAsync({ type: 'uint8array' })
  }

  /** The same file, its list saying another size for its words. */
  const declared = (file: Uint8Array, size: number): Uint8Array => {
    const bytes = Buffer.from(file)
    const entry = bytes.lastIndexOf('word/document.xml') - 46
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50)
    bytes.writeUInt32LE(size, entry + 24)
    return bytes
  }

  it.each([
    ['a workbook', () => zipped('xl/workbook.xml'), 'Excel workbook'],
    ['slides', () => zipped('ppt/presentation.xml'), 'PowerPoint'],
    ['an OpenDocument file', () => zipped('mimetype', 'content.xml'), 'OpenDocument'],
    ['some zip', () => zipped('photo.jpg'), 'no Word file'],
    [
      'too many parts',
      () => zipped(...Array.from({ length: 5001 }, (_, i) => String(i))),
      'more than 5000 parts',
    ],
    ['half a file', async () => (await docxOf(p('words'))).subarray(0, 300), 'damaged'],
    ['half its XML', () => docxOf('<w:p><w:r>'), 'not what Word writes'],
    ['a document type', () => docxOf('<!DOCTYPE a [<!ENTITY b "c">]>'), 'not what Word writes'],
    ['no words', () => docxOf(p('')), 'no text in this Word file'],
    [
      'elements without end',
      () => docxOf('<w:tbl>'.repeat(300) + '</w:tbl>'.repeat(300)),
      'not what Word writes',
    ],
    [
      'words without end',
      async () => declared(await docxOf(p('words')), 41 * 1024 * 1024),
      'more than can be read',
    ],
    [
      '200 MB in all',
      async () => declared(await docxOf(p('words')), 200 * 1024 * 1024),
      'more than can be read',
    ],
  ])('%s is refused with what to do', async (_, bytes, words) => {
    const told = await read(await bytes())
    expect(told).toContain(words)
    expect(told).toMatch(/Give|give|Save/)
  })

  it('a part that unpacks to more than it declares is not believed', async () => {
    const bytes = declared(await docxOf(p('a'.repeat(5000))), 50)
    expect(await read(bytes)).toContain('damaged')
  })
})
