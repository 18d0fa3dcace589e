import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The one typeface used, so that words in a chart are drawn alike on a machine that has no fonts at all. */
const FONT = 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'
const BOLD = 'pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf'

/** A PNG of an SVG picture, twice as many dots across as asked so that it is sharp on paper. */
export async function pngOf(svg: string, width: number): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const picture = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round(width * 2) },
    font: {
      loadSystemFonts: false,
      fontFiles: [require.resolve(FONT), require.resolve(BOLD)],
      defaultFontFamily: 'Liberation Sans',
      sansSerifFamily: 'Liberation Sans',
    },
  })
  return Buffer.from(picture.asPng())
}
