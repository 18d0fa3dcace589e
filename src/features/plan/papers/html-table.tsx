import { linesIn, type Table as PaperTable, type Sentence } from '../../../domain/improvement/paper.ts'
import { MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { Said } from '../parts.tsx'
import { PaperSpark } from './pictures.tsx'

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

/** A table of a paper, each sentence of a cell on a line of its own. */
export function TableBlock({ table }: { table: PaperTable }) {
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
