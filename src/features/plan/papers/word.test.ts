import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { docxFaults } from '../../../../test/support/docx-check.ts'
import type { Paper } from '../../../domain/improvement/paper.ts'
import { isPaperKind, paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { composePaper } from '../../../domain/improvement/papers/compose.ts'
import { outlines } from '../../../domain/improvement/papers/outlines.ts'
import { dentistLine, reviewsLine, sampleInput } from '../../../domain/improvement/papers/sample-paper.ts'
import { paperToDocx } from '../../../store/documents/docx.ts'
import { readDocumentBytes } from '../../../store/documents/read-text.ts'
import { imagesOf } from './pictures.tsx'

const kinds = Object.keys(paperKinds).filter(isPaperKind)
const HOSTILE = [
  `Control \u0000\u0001\u000b\u001f\ufffe characters, a lone \ud800 half, ]]> and <w:p> & "quotes" and 'more'`,
  '- שלום ‮العربية‬ and 👩‍👧‍👦 and e\u0301',
  `- ${'verylongword'.repeat(60)}`,
  '=HYPERLINK("http://x.example") {NI99} {} { [words](https://x.example/a?b=1&c="2") [bad](javascript:x)',
].join('\n')

/** A plan of a dozen actions, as they are in life. */
const dozen = Array.from({ length: 12 }, (_, n) => ({
  ...(n % 2 === 0 ? reviewsLine : dentistLine),
  ref: String(n + 1),
}))

function paperOf(kind: (typeof kinds)[number], words?: string): Paper {
  const asks = outlines[kind].parts.flatMap(p => p.asks ?? [])
  const written = words === undefined ? new Map<string, string>() : new Map(asks.map(a => [a.key, words]))
  return composePaper(outlines[kind], sampleInput(kind, { lines: dozen, written }))
}
const wordOf = async (paper: Paper) => await paperToDocx(paper, imagesOf(paper))

describe.each(kinds)('%s as a Word document', kind => {
  test('has nothing in it that hinders a reader', async () => {
    expect(await docxFaults(await wordOf(paperOf(kind)))).toEqual([])
  })

  test('whatever its author typed', async () => {
    const bytes = await wordOf(paperOf(kind, HOSTILE))
    expect(await docxFaults(bytes)).toEqual([])
    const read = await readDocumentBytes('paper.docx', bytes)
    const text = read.ok ? read.value : read.error
    if (kind !== 'plan-on-a-page') {
      expect(text).toContain('שלום')
      expect(text).toContain('👩‍👧‍👦')
      expect(text).toContain('no figure is called NI99')
    }
  })
})

describe('what the check finds', () => {
  const spoilt = async (change: (xml: string) => string) => {
    const zip = await JSZip.loadAsync(await wordOf(paperOf('cabinet')))
    const body = (await zip.file('word/document.xml')?.async('string')) ?? ''
    zip.file('word/document.xml', change(body))
    return await docxFaults(await zip.generateAsync({ type: 'uint8array' }))
  }

  test.each([
    ['a heading that skips a level', (x: string) => x.replace('"Heading1"', '"Heading3"'), 'skips a level'],
    [
      'a table without its heading row',
      (x: string) => x.replace(/<w:tblHeader\/?>/, ''),
      'has no heading row',
    ],
    [
      'cells that span',
      (x: string) => x.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>'),
      'span others',
    ],
    ['a picture without words', (x: string) => x.replace(/ descr="[^"]*"/, ' descr=""'), 'no words for who'],
    ['room made of nothing', (x: string) => x.replace('<w:body>', '<w:body><w:p></w:p>'), 'empty paragraph'],
    ['two titles', (x: string) => x.replace('"Heading1"', '"Title"'), 'not one title'],
  ])('%s', async (_, change, says) => {
    expect((await spoilt(change)).join('\n')).toContain(says)
  })
})
