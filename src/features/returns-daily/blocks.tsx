import { isSaid, type Said, type SaidBlock } from '../../domain/returns/daily/said.ts'
import type { Block, Shape } from '../../domain/returns/daily/shape.ts'
import { MojScrollablePane, SummaryList, Table } from '../../web/govuk/index.ts'
import { valueWords } from './words.ts'

/** Where an entry stands, for whoever reads the page. */
export type At = (entry: string) => string

/** Numbers of our own tell a reader nothing. */
const shown = (name: string): boolean => !name.endsWith('_id') || name === 'worker_id'

const saidIn = (block: SaidBlock, name: string): Said | undefined => {
  const node = block[name]
  return node && !Array.isArray(node) && isSaid(node) ? node : undefined
}

const blocksIn = (block: SaidBlock, name: string): readonly SaidBlock[] => {
  const node = block[name]
  if (Array.isArray(node)) return node
  return node && !isSaid(node) ? [node as SaidBlock] : []
}

const isSingle = (shape: Shape): boolean => shape.kind !== 'block' && shape.kind !== 'blocks'

interface FactsProps {
  readonly of: Block
  readonly said: SaidBlock
  readonly at: At
}

/** A value in words, as the way to the entry that says it. */
function Value({ shape, of, at }: { shape: Shape; of: Said; at: At }) {
  const words = valueWords(shape, of.value)
  return of.from === null ? (
    words
  ) : (
    <a class="govuk-link" href={at(of.from)}>
      {words}
    </a>
  )
}

/** The single values of a block. */
export const Facts = ({ of, said, at }: FactsProps) => (
  <SummaryList
    rows={Object.entries(of.fields).map(([name, shape]) => {
      const value = shown(name) && isSingle(shape) ? saidIn(said, name) : undefined
      return (
        value && {
          key: shape.says,
          value: <Value shape={shape} of={value} at={at} />,
        }
      )
    })}
  />
)

/** Things of one kind as a table, without the columns that nothing is said in; each value leads to its entry. */
function Rows({ title, of, rows, at }: { title: string; of: Block; rows: readonly SaidBlock[]; at: At }) {
  const columns = Object.entries(of.fields).filter(
    ([name, shape]) => shown(name) && isSingle(shape) && rows.some(r => saidIn(r, name)),
  )
  return (
    <MojScrollablePane label={title}>
      <Table
        caption={title}
        captionSize="s"
        head={columns.map(([, shape]) => shape.says)}
        rows={rows.map(r =>
          columns.map(([name, shape]) => {
            const value = saidIn(r, name)
            return value ? { text: <Value shape={shape} of={value} at={at} /> } : ''
          }),
        )}
      />
    </MojScrollablePane>
  )
}

/** A block with all that stands in it, told in words. */
export const WholeBlock = ({ of, said, at }: FactsProps) => (
  <>
    <Facts of={of} said={said} at={at} />
    {Object.entries(of.fields).map(([name, shape]) => {
      const inner = shape.kind === 'blocks' ? shape.of : shape.kind === 'block' ? shape : undefined
      const rows = blocksIn(said, name)
      return inner && rows.length > 0 && <Rows title={shape.says} of={inner} rows={rows} at={at} />
    })}
  </>
)
