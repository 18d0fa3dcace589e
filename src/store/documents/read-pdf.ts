import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import type { Page, Piece } from './pdf-lines.ts'
import { textOfPages } from './pdf-paragraphs.ts'

/** Above this many pages a file is no inspection report, and reading it would hold everything else up. */
const MOST_PAGES = 300

/** The text of a PDF in reading order (see `textOfPages`), or why there is none. */
export async function readPdf(bytes: Uint8Array): Promise<Result<string>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
  })
  try {
    const file = await task.promise
    if (file.numPages > MOST_PAGES)
      return fail(
        `This PDF has ${file.numPages} pages; at most ${MOST_PAGES} can be read. Give the report alone.`,
      )
    const pages: Page[] = []
    for (let n = 1; n <= file.numPages; n += 1) {
      const page = await file.getPage(n)
      const { width, height } = page.getViewport({ scale: 1 })
      const content = await page.getTextContent()
      pages.push({ width, height, pieces: content.items.flatMap(pieceOf) })
      page.cleanup()
    }
    const text = textOfPages(pages)
    return text.trim() === '' ? fail(SCANNED) : ok(text)
  } catch (error) {
    return fail(error instanceof Error && error.name === 'PasswordException' ? LOCKED : BROKEN)
  } finally {
    await task.destroy()
  }
}

const SCANNED =
  'This PDF holds pictures of pages and no text. Have its text recognised first, or give the published file.'
const LOCKED = 'This PDF is locked with a password. Save a copy without one and give that.'
const BROKEN = 'This PDF is damaged and cannot be opened. Download it again from where it was published.'

/** A text item of the library as a piece; marked content, which has no text, is none. */
function pieceOf(item: object): readonly Piece[] {
  if (!('str' in item) || !('transform' in item) || !('width' in item)) return []
  const { str, transform, width } = item
  if (typeof str !== 'string' || typeof width !== 'number' || !Array.isArray(transform) || str === '')
    return []
  const [a, b, , d, x, y] = transform.map(Number)
  const size = Math.round(Math.max(Math.hypot(a ?? 0, b ?? 0), Math.abs(d ?? 0)) * 10) / 10
  return [{ text: str, x: x ?? 0, y: y ?? 0, width, size }]
}
