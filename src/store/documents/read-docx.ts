import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { blocksIn, type DocxBlock } from './read-docx-body.ts'
import { numberingOf } from './read-docx-numbers.ts'
import { at, type Element, elementOf, within } from './read-docx-xml.ts'
import { unpacked, type Zip, zipOf } from './read-docx-zip.ts'

/** The words of three hundred pages are some 5 MB of XML; this bounds what one file can make the product hold. */
const MOST_XML = 40 * 1024 * 1024

/** The text of a Word file: paragraphs with an empty line after each, bullets and numbers as printed, cells by tabs. */
export async function readDocx(bytes: Uint8Array): Promise<Result<string>> {
  const blocks = await readDocxBlocks(bytes)
  if (!blocks.ok) return blocks
  const text = blocks.value.flatMap(linesOf).join('\n\n')
  return text.trim() === ''
    ? fail('There is no text in this Word file. Give one with the report’s words.')
    : ok(text)
}

/**
 * The body of a .docx file, block by block: without heads, feet, footnotes, comments and tracked deletions; with boxes.
 * @returns the blocks, or what is wrong with the file and what to do
 */
export async function readDocxBlocks(bytes: Uint8Array): Promise<Result<readonly DocxBlock[]>> {
  const zip = zipOf(bytes)
  if (!zip.ok) return zip
  const main = await mainPart(zip.value)
  if (!main.ok) return main
  const folder = main.value.slice(0, main.value.lastIndexOf('/') + 1)
  const document = await partOf(zip.value, main.value)
  const numbers = await partOf(zip.value, `${folder}numbering.xml`)
  const styles = await partOf(zip.value, `${folder}styles.xml`)
  if (!document.ok) return document
  const body = at(document.value, 'body')
  if (!body) return fail('There is no document in this Word file. Save it again in Word and give that.')
  // Lists and styles only add marks: a file whose own are broken is still read.
  const numbering = numberingOf(numbers.ok ? numbers.value : undefined, styles.ok ? styles.value : undefined)
  return ok(blocksIn(body, numbering))
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, 'This is an Excel workbook. Give a report as a Word file (.docx), a PDF or plain text.'],
  [/^ppt\//, 'This is a PowerPoint file. Give a report as a Word file (.docx), a PDF or plain text.'],
  [/^(?:content\.xml|mimetype)$/, 'This is an OpenDocument file. Save it as a Word file (.docx) or a PDF.'],
]
const NO_WORD = 'This is a zip file and no Word file. Unpack it and give the report alone.'

/** The name of the part with the document: the package says, and Word itself writes `word/document.xml`. */
async function mainPart(zip: Zip): Promise<Result<string>> {
  const names = [...zip.entries.keys()]
  const other = OTHERS.find(([pattern]) => names.some(name => pattern.test(name)))
  const relations = await partOf(zip, '_rels/.rels')
  const target = within(relations.ok ? relations.value : undefined, 'Relationship')
    .find(r => r.attributes.get('Type')?.endsWith('/officeDocument'))
    ?.attributes.get('Target')
    ?.replace(/^\//, '')
  const found = [target, 'word/document.xml'].find(name => name?.startsWith('word/') && zip.entries.has(name))
  return found === undefined ? fail(other?.[1] ?? NO_WORD) : ok(found)
}

async function partOf(zip: Zip, name: string): Promise<Result<Element | undefined>> {
  const xml = await unpacked(zip, name, MOST_XML)
  if (!xml.ok) return xml
  return xml.value === undefined ? ok(undefined) : elementOf(xml.value)
}

/** A block as text. A table of one column is a box around paragraphs, and read as those. */
function linesOf(block: DocxBlock): readonly string[] {
  if (block.kind === 'paragraph') return [block.mark === '' ? block.text : `${block.mark} ${block.text}`]
  if (block.rows.every(row => row.length <= 1))
    return block.rows.flat().flatMap(c => c.blocks.flatMap(linesOf))
  return block.rows
    .map(row => row.map(cell => cell.blocks.flatMap(linesOf).join(' ').replace(/\s+/g, ' ')))
    .filter(cells => cells.some(c => c !== ''))
    .map(cells => cells.join('\t'))
}
