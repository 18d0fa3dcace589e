import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { PaperBlock, Sentence } from '../../domain/improvement/paper.ts'

/** What XML has no place for: a document with one of these does not open. */
const NEVER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Words as a document can hold them, whoever wrote them. */
export const wordsOf = (text: string): string => text.toWellFormed().replace(NEVER, '')

/** Pale enough that the words on it stand out. */
const MARKS = { blue: 'D2E2F1', green: 'CCE2D8', amber: 'FFF1B8', red: 'F4CDC6' } as const

/** Sentences as runs of text. A place to be written in is bold on yellow, so that none is missed; a link has its words. */
export function runsOf(sentences: readonly Sentence[], bold = false): ParagraphChild[] {
  return sentences.map((s, i) => {
    const text = wordsOf(i === 0 || s.tight ? s.text : ` ${s.text}`)
    if (s.toWrite) return new TextRun({ text, bold: true, highlight: 'yellow' })
    if (s.mark)
      return new TextRun({ text, bold: true, shading: { type: 'clear', color: 'auto', fill: MARKS[s.mark] } })
    if (s.href === undefined) return new TextRun({ text, bold })
    return new ExternalHyperlink({ link: s.href, children: [new TextRun({ text, style: 'Hyperlink' })] })
  })
}

/** Who the paper is from and for: each label bold before what it names. */
export const detailsOf = (block: Extract<PaperBlock, { kind: 'details' }>): Paragraph[] =>
  block.rows.map(
    row =>
      new Paragraph({
        style: 'Body',
        children: [new TextRun({ text: `${wordsOf(row.label)}: `, bold: true }), ...runsOf(row.text)],
      }),
  )

/** Lines that belong together, as one paragraph. */
export const linesOf = (block: Extract<PaperBlock, { kind: 'lines' }>): Paragraph =>
  new Paragraph({
    style: block.side === 'right' ? 'AddressRight' : 'Address',
    children: block.lines.flatMap((line, i) => [
      ...(i > 0 ? [new TextRun({ break: 1 })] : []),
      ...runsOf([line]),
    ]),
  })
