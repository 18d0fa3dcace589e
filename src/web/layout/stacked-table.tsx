import { settingsOf, textOf } from '../govuk/content.ts'
import { type Cell, Table, type TableProps } from '../govuk/index.ts'

/** A cell that says on a phone which column it was in; where the column's head is words alone. */
function labelled(cell: Cell, head: Cell | undefined): Cell {
  const label = head === undefined ? '' : textOf(head)
  if (typeof label !== 'string' || label === '') return cell
  const settings = settingsOf(cell)
  return {
    ...settings,
    text: textOf(cell),
    attributes: { 'data-label': label, ...settings?.attributes },
  }
}

/**
 * A table with too many columns for a phone: there each row stands as a few lines, each with the name of its column.
 * The first cell says what the row is about, and needs no name.
 */
export const StackedTable = (props: TableProps) => (
  <Table
    {...props}
    class={['gt-stacked', props.class].filter(c => c).join(' ')}
    rows={props.rows.map(row =>
      row ? row.map((cell, i) => (i === 0 ? cell : labelled(cell, props.head?.[i]))) : row,
    )}
  />
)
