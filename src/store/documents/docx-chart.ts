import { ImageRun, Paragraph, type Table, TextRun } from 'docx'
import { chartTable } from '../../domain/improvement/chart-table.ts'
import type { Picture } from '../../domain/improvement/paper.ts'
import { type Setting, tableOf } from './docx-table.ts'
import { wordsOf } from './docx-words.ts'
import { pngOf } from './png.ts'

/** A drawn chart: an SVG, its size in pixels, and what it shows in words. `id` is that of the figure in the paper. */
export interface PaperImage {
  readonly id: string
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Twentieths of a point in a pixel. */
const PIXEL = 15

/**
 * A figure: its title, the picture as SVG with a PNG for readers that show no SVG, and its numbers as a table. Without
 * an image the words that would have described it stand in its place.
 */
export async function figureOf(
  figure: Picture,
  image: PaperImage | undefined,
  setting: Setting,
): Promise<(Paragraph | Table)[]> {
  const drawn = image ? [await drawingOf(image, Math.floor(setting.room / PIXEL))] : []
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(wordsOf(figure.title))] }),
    drawn.length > 0
      ? new Paragraph({ style: 'Body', keepNext: true, children: drawn })
      : new Paragraph({ style: 'Body', children: [new TextRun(wordsOf(figure.alt))] }),
    ...tableOf(chartTable(figure), setting),
  ]
}

/** A picture in the run of the text, no wider than its room, with its words for who cannot see it. */
export async function drawingOf(image: PaperImage, room: number): Promise<ImageRun> {
  const scale = Math.min(1, room / image.width)
  const width = Math.round(image.width * scale)
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(image.svg),
    fallback: { type: 'png', data: await pngOf(image.svg, width) },
    transformation: { width, height: Math.round(image.height * scale) },
    altText: { name: image.id, title: image.id, description: wordsOf(image.alt) },
  })
}
