import { printValue } from '../../domain/improvement/impact.ts'
import type { Paper, Picture } from '../../domain/improvement/paper.ts'
import type { PaperImage } from '../../store/documents/docx.ts'
import { standaloneSvg, TrendChart } from '../../web/charts/index.ts'

const SIZE = { width: 640, height: 280 }

/** A picture of a paper, drawn: the same chart as on the page. */
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

/** Every picture of a paper as an image for a document. */
export const imagesOf = (paper: Paper): readonly PaperImage[] =>
  paper.parts.flatMap(part =>
    part.blocks.flatMap(block =>
      block.kind === 'figure'
        ? [{ id: block.id, svg: standaloneSvg(<PaperChart picture={block} />), ...SIZE, alt: block.alt }]
        : [],
    ),
  )
