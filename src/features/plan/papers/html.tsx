import { chartTable } from '../../../domain/improvement/chart-table.ts'
import {
  linesIn,
  type Paper,
  type PaperBlock,
  type Table as PaperTable,
  type Sentence,
} from '../../../domain/improvement/paper.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { MojScrollablePane, SummaryList, Table } from '../../../web/govuk/index.ts'
import { Said } from '../parts.tsx'
import { PaperChart, PaperSpark } from './pictures.tsx'

/** Sentences one after another; one that stands tight has no space before it. */
export const Sentences = ({ list }: { list: readonly Sentence[] }) => (
  <>
    {list.map((sentence, i) => (
      <>
        {i > 0 && !sentence.tight && ' '}
        {sentence.href === undefined ? (
          <Marked sentence={sentence} />
        ) : (
          <a class="govuk-link gt-paper__out" href={sentence.href}>
            {sentence.text}
          </a>
        )}
      </>
    ))}
  </>
)

const Marked = ({ sentence }: { sentence: Sentence }) =>
  sentence.mark ? (
    <strong class={`gt-brag gt-brag--${sentence.mark}`}>{sentence.text}</strong>
  ) : (
    <Said sentence={sentence} />
  )

/** How wide a column is, in steps of five in a hundred: styles are classes here. */
function widthOf({ widths }: PaperTable, column: number): string | undefined {
  const share = widths?.[column]
  if (share === undefined) return undefined
  return `gt-paper__col--${Math.min(40, Math.max(10, Math.round(share / 5) * 5))}`
}

function TableBlock({ table }: { table: PaperTable }) {
  const { sparks } = table
  const sparkAt = (row: number, column: number) =>
    sparks?.column === column ? (sparks.of[row] ?? null) : null
  return (
    <MojScrollablePane label={table.caption}>
      <Table
        class="gt-paper__table"
        caption={table.caption}
        captionSize="s"
        rowHeaders
        head={table.head.map((text, c) => ({ text, class: widthOf(table, c) }))}
        rows={table.rows.map((row, r) =>
          row.map((list, c) => {
            const spark = sparkAt(r, c)
            return {
              text: (
                <>
                  {spark && <PaperSpark picture={spark} />}
                  {linesIn(list).map(line => (
                    <span class="gt-paper__line">
                      <Sentences list={line} />
                    </span>
                  ))}
                </>
              ),
            }
          }),
        )}
      />
    </MojScrollablePane>
  )
}

/** One block of a paper. */
export function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h2 class="govuk-heading-m">{block.text}</h2>
      ) : (
        <h3 class="govuk-heading-s">{block.text}</h3>
      )
    case 'paragraph':
      return (
        <p class="govuk-body gt-paper__paragraph" dir="auto">
          {block.number && <span class="gt-paper__number">{block.number}</span>}
          <span>
            <Sentences list={block.sentences} />
          </span>
        </p>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map(item => (
            <li dir="auto">
              <Sentences list={item} />
            </li>
          ))}
        </ul>
      )
    case 'details':
      return (
        <SummaryList rows={block.rows.map(r => ({ key: r.label, value: <Sentences list={r.text} /> }))} />
      )
    case 'lines':
      return (
        <p class={`govuk-body gt-paper__lines gt-paper__lines--${block.side}`}>
          {block.lines.map((line, i) => (
            <>
              {i > 0 && <br />}
              <Sentences list={[line]} />
            </>
          ))}
        </p>
      )
    case 'table':
      return <TableBlock table={block} />
    case 'figure':
      return (
        <figure class="gt-figure gt-paper__figure">
          <figcaption class="gt-figure__caption">{block.title}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <section class="gt-figure__picture" aria-label={block.title} tabIndex={0}>
            <PaperChart picture={block} />
          </section>
          <p class="govuk-body-s gt-quiet">{block.alt}</p>
          <TableBlock table={chartTable(block)} />
        </figure>
      )
  }
}

function Opening({ paper }: { paper: Paper }) {
  return (
    <>
      {paper.opening?.map(block => (
        <Block block={block} />
      ))}
      {!paper.opening && (
        <span class="govuk-caption-l">
          {paper.body}, {longDay(paper.meeting)}
        </span>
      )}
      <h1 class="govuk-heading-l">{paper.title}</h1>
    </>
  )
}

/** A paper to be read on a page: every sentence that states a figure leads to the figure. */
export function PaperHtml({ paper }: { paper: Paper }) {
  return (
    <article class={`gt-paper${paper.sheet ? ' gt-paper--sheet' : ''}`}>
      {paper.parts.map((part, i) => (
        <div class={`gt-paper__part gt-paper__part--${part.orientation}`}>
          {i === 0 && <Opening paper={paper} />}
          {part.blocks.map(block => (
            <Block block={block} />
          ))}
        </div>
      ))}
    </article>
  )
}
