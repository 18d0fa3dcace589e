import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { textOfPages } from './pdf-paragraphs.ts'
import type { Page, Piece } from './pdf-pieces.ts'

/** Above this many pages a file is no inspection report, and reading it would hold everything else up. */
const MOST_PAGES = 300
/** A whole PDF says within this many last bytes that it ends. */
const LAST_BYTES = 4096
/** A page with fewer letters than this is a picture of one. */
const FEW_LETTERS = 8

/** The text of a PDF in reading order (see `textOfPages`), or why there is none. */
export async function readPdf(bytes: Uint8Array): Promise<Result<string>> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(-LAST_BYTES)).includes('%%EOF')) return fail(BROKEN)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    stopAtErrors: true,
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
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const content = await page.getTextContent()
      pages.push({ width, height, pieces: content.items.flatMap(item => pieceOf(item, transform, height)) })
      page.cleanup()
    }
    const pictures = pages.filter(p => p.pieces.reduce((n, x) => n + x.text.trim().length, 0) < FEW_LETTERS)
    const text = textOfPages(pages)
    return text.trim() === '' || pictures.length > pages.length / 2 ? fail(SCANNED) : ok(text)
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

/**
 * A text item of the library as a piece, turned the way the page is shown; marked content, which has no text, is
 * none, and neither are words that stand on their side there.
 */
function pieceOf(item: object, view: readonly number[], height: number): readonly Piece[] {
  if (!('str' in item) || !('transform' in item) || !('width' in item)) return []
  const { str, transform, width } = item
  if (typeof str !== 'string' || typeof width !== 'number' || !Array.isArray(transform) || str === '')
    return []
  const [a, b, c, d, x, y] = numbers(transform)
  const [va, vb, vc, vd, vx, vy] = numbers(view)
  const along = { x: va * a + vc * b, y: vb * a + vd * b }
  const upright = Math.abs(along.y) <= Math.abs(along.x) * 0.2
  if (!upright) return []
  const size = Math.round(Math.max(Math.hypot(a, b), Math.hypot(c, d)) * 10) / 10
  const font = 'fontName' in item && typeof item.fontName === 'string' ? { font: item.fontName } : {}
  const at = { x: va * x + vc * y + vx, y: height - (vb * x + vd * y + vy) }
  return [{ text: str, ...at, width, size, ...font }]
}

function numbers(of: readonly unknown[]): [number, number, number, number, number, number] {
  const [a, b, c, d, e, f] = of.map(Number)
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0]
}
