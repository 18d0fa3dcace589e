import { printValue } from '../../../domain/improvement/impact.ts'
import type { Paper, PaperBlock, Picture } from '../../../domain/improvement/paper.ts'
import type { PaperImage } from '../../../store/documents/docx.ts'
import { Spark, standaloneSvg, TrendChart } from '../../../web/charts/index.ts'

const SIZE = { width: 640, height: 280 }
const SMALL = { width: 110, height: 26 }

/** A picture of a paper, drawn: the same chart on the page as in the document. */
export function PaperChart({ picture }: { picture: Picture }) {
  const { chart } = picture
  return (
    <TrendChart
      id={picture.id}
      title={picture.title}
      desc={picture.alt}
      months={chart.months}
      series={chart.series}
      target={chart.target}
      format={value => printValue(value, chart.unit)}
      {...SIZE}
    />
  )
}

/** The course of a figure, the size of a word. */
export function PaperSpark({ picture }: { picture: Picture }) {
  const { chart } = picture
  return (
    <Spark
      id={`${picture.id}-small`}
      title={picture.title}
      desc={picture.alt}
      months={chart.months}
      values={chart.series[0]?.values ?? []}
      format={value => printValue(value, chart.unit)}
      width={SMALL.width}
    />
  )
}

function imagesIn(block: PaperBlock): readonly PaperImage[] {
  if (block.kind === 'figure')
    return [{ id: block.id, svg: standaloneSvg(<PaperChart picture={block} />), ...SIZE, alt: block.alt }]
  if (block.kind !== 'table') return []
  return (block.sparks?.of ?? []).flatMap(picture =>
    picture
      ? [{ id: picture.id, svg: standaloneSvg(<PaperSpark picture={picture} />), ...SMALL, alt: picture.alt }]
      : [],
  )
}

/** Every picture of a paper as an image for a document. */
export const imagesOf = (paper: Paper): readonly PaperImage[] =>
  paper.parts.flatMap(part => part.blocks.flatMap(imagesIn))
