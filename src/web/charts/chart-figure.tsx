import type { ComponentChildren } from 'preact'
import { type Content, Details, MojScrollablePane, Table } from '../govuk/index.ts'
import type { ChartTable } from './chart.tsx'

type ChartFigureProps = {
  readonly caption: Content
  readonly table: ChartTable
  readonly children: ComponentChildren
  /** Words of the fold that holds the table. */
  readonly summary?: string | undefined
  /** What the pane is called for who moves through the page by keyboard. */
  readonly label: string
  /** Lines up all columns but the first on the right. */
  readonly numeric?: boolean | undefined
}

/** A chart with its caption, and its figures in a fold beneath. On a narrow screen the picture scrolls sideways. */
export function ChartFigure({ caption, table, summary, label, numeric, children }: ChartFigureProps) {
  return (
    <figure class="gt-figure">
      <figcaption class="gt-figure__caption">{caption}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="gt-figure__picture" aria-label={label} tabIndex={0}>
        {children}
      </section>
      <Details summary={summary ?? 'The figures as a table'} class="gt-figure__table">
        <MojScrollablePane label={`${label}: figures`}>
          <Table
            caption={caption}
            captionClass="govuk-visually-hidden"
            head={table.head.map((text, column) => ({ text, numeric: numeric === true && column > 0 }))}
            rows={table.rows}
            rowHeaders
            smallOnPhone
          />
        </MojScrollablePane>
      </Details>
    </figure>
  )
}
