import { chartTable } from '../../../domain/improvement/chart-table.ts'
import type { Paper, PaperBlock } from '../../../domain/improvement/paper.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { SummaryList } from '../../../web/govuk/index.ts'
import { Sentences, TableBlock } from './html-table.tsx'
import { PaperChart } from './pictures.tsx'

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
