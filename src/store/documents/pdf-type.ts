import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'
import type { Sentence } from '../../domain/improvement/paper.ts'

const require = createRequire(import.meta.url)

/** The typeface of the charts too: Latin, Greek and Cyrillic. A letter that it has not is shown as an empty box. */
export const PLAIN = require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')
const BOLD = require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf')

export const SIZE = { title: 24, 1: 17, 2: 13, body: 11, small: 9 } as const
export const MARGIN = 56

export type Doc = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Doc['struct']>

/** Control characters have no place on paper, and half a pair is no letter. */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .toWellFormed()

export const wordsOf = (sentences: readonly Sentence[]): string =>
  clean(sentences.reduce((all, s) => (all === '' || s.tight ? all + s.text : `${all} ${s.text}`), ''))

/** Sets the letters that come next. */
export const letters = (doc: Doc, size: number, bold: boolean): Doc =>
  doc.font(bold ? BOLD : PLAIN).fontSize(size)

export interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly before?: number
  readonly indent?: number
}

/** Writes words as one element of the structure: what a screen reader is told, and what is seen, are the same. */
export function write(doc: Doc, parent: Element, tag: string, text: string, style: Style = {}): void {
  if (text.trim() === '') return
  const { size = SIZE.body, bold = false, before = 5, indent = 0 } = style
  // A heading does not stand alone at the foot of a page.
  if (tag.startsWith('H') && doc.y > doc.page.height - 2.5 * MARGIN) doc.addPage()
  const draw = () => {
    letters(doc, size, bold)
    doc.y += doc.y > MARGIN ? before : 0
    doc.text(text, MARGIN + indent, doc.y, {
      width: doc.page.width - 2 * MARGIN - indent,
      lineGap: 2,
    })
  }
  parent.add(doc.struct(tag, {}, draw))
}
