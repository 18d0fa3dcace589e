import { ImageRun, Paragraph, type Table, TextRun } from 'docx'
import { printValue } from '../../domain/improvement/impact.ts'
import { type ChartSpec, cell, type Picture } from '../../domain/improvement/paper.ts'
import { monthName, parts } from '../../domain/kernel/day.ts'
import { tableOf } from './docx-words.ts'
import { pngOf } from './png.ts'

/** A drawn chart: an SVG, its size in pixels, and what it shows in words. `id` is that of the figure in the paper. */
export interface PaperImage {
  readonly id: string
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/**
 * A figure: its title, the picture as SVG with a PNG for readers that show no SVG, and its numbers as a table. Without
 * an image the words that would have described it stand in its place.
 * @param room the widest it may be, in pixels
 */
export async function figureOf(
  figure: Picture,
  image: PaperImage | undefined,
  room: number,
): Promise<(Paragraph | Table)[]> {
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(figure.title)] }),
    image ? await picture(image, room) : new Paragraph({ children: [new TextRun(figure.alt)] }),
    ...tableOf(numbers(figure)),
  ]
}

async function picture(image: PaperImage, room: number): Promise<Paragraph> {
  const scale = Math.min(1, room / image.width)
  const width = Math.round(image.width * scale)
  const run = new ImageRun({
    type: 'svg',
    data: Buffer.from(image.svg),
    fallback: { type: 'png', data: await pngOf(image.svg, width) },
    transformation: { width, height: Math.round(image.height * scale) },
    altText: { name: image.id, title: image.id, description: image.alt },
  })
  return new Paragraph({ keepNext: true, children: [run] })
}

/** The numbers of a chart, a row for each year and a column for each month that has one. */
function numbers(figure: Picture): Parameters<typeof tableOf>[0] {
  const { months, series, unit } = figure.chart
  const values = series[0]?.values ?? []
  const years = [...new Set(months.map(m => parts(m).year))]
  const used = [...new Set(months.map(m => parts(m).month))].sort((a, b) => a - b)
  const nameOf = (month: number) => {
    const one = months.find(m => parts(m).month === month)
    return one === undefined ? '' : monthName(one).slice(0, 3)
  }
  const valueAt = (year: number, month: number) => {
    const i = months.findIndex(m => parts(m).year === year && parts(m).month === month)
    const value = values[i]
    return value === undefined || value === null ? '–' : printValue(value, unit as ChartSpec['unit'])
  }
  return {
    caption: `${figure.title}: the numbers`,
    head: ['Year', ...used.map(nameOf)],
    rows: years.map(year => [cell(String(year)), ...used.map(month => cell(valueAt(year, month)))]),
  }
}
