import type { Paper, PaperBlock, Sentence } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { MojScrollablePane, SummaryList, Table } from '../../web/govuk/index.ts'
import { PaperChart } from './paper-pictures.tsx'
import { Said } from './parts.tsx'

const Sentences = ({ list }: { list: readonly Sentence[] }) =>
  list.map((sentence, i) => (
    <>
      {i > 0 && ' '}
      <Said sentence={sentence} />
    </>
  ))

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h2 class="govuk-heading-m">{block.text}</h2>
      ) : (
        <h3 class="govuk-heading-s">{block.text}</h3>
      )
    case 'paragraph':
      return (
        <p class="govuk-body gt-paper__paragraph">
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
            <li>
              <Sentences list={item} />
            </li>
          ))}
        </ul>
      )
    case 'details':
      return <SummaryList rows={block.rows.map(r => ({ key: r.label, value: <Said sentence={r.text} /> }))} />
    case 'table':
      return (
        <MojScrollablePane label={block.caption}>
          <Table
            class="gt-plan-table"
            caption={block.caption}
            captionSize="s"
            rowHeaders
            head={block.head}
            rows={block.rows.map(row => row.map(list => ({ text: <Sentences list={list} /> })))}
          />
        </MojScrollablePane>
      )
    case 'figure':
      return (
        <figure class="gt-figure">
          <figcaption class="gt-figure__caption">{block.title}</figcaption>
          <PaperChart picture={block} />
          <p class="govuk-body-s gt-quiet">{block.alt}</p>
        </figure>
      )
  }
}

/** A paper to be read on a page: every sentence that states a figure leads to the figure. */
export function PaperHtml({ paper }: { paper: Paper }) {
  return (
    <article class="gt-paper">
      <span class="govuk-caption-l">
        {paper.body}, {longDay(paper.meeting)}
      </span>
      <h1 class="govuk-heading-l">{paper.title}</h1>
      {paper.parts.flatMap(part => part.blocks.map(block => <Block block={block} />))}
    </article>
  )
}
