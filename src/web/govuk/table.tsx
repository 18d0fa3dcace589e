import {
  type Attributes,
  type Common,
  type Content,
  classes,
  type Falsy,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'

export type CellSettings = Optional<{
  /** Numbers line up on the right. A cell takes this from its column's head unless it says otherwise. */
  numeric: boolean
  class: string
  colspan: number
  rowspan: number
  attributes: Attributes
}>

/** Words, or words with settings. */
export type Cell = Words<CellSettings>

export type TableProps = Common & { readonly rows: readonly (readonly Cell[] | Falsy)[] } & Optional<{
    caption: Content
    captionSize: 's' | 'm' | 'l' | 'xl'
    captionClass: string
    head: readonly Cell[]
    /** The first cell of each row names the row, and screen readers say it with every other. */
    rowHeaders: boolean
    /** Smaller words on narrow screens, for tables with much in them. */
    smallOnPhone: boolean
  }>

/** A table. Every page's table has a caption; it may be visually hidden by `captionClass`. */
export function Table(props: TableProps) {
  const { caption, captionSize, head, rows, rowHeaders = false } = props
  const numericColumns = (head ?? []).map(cell => settingsOf(cell)?.numeric ?? false)
  return (
    <table
      class={classes(
        'govuk-table',
        props.smallOnPhone && 'govuk-table--small-text-until-tablet',
        props.class,
      )}
      {...props.attributes}
    >
      {caption && (
        <caption
          class={classes(
            'govuk-table__caption',
            captionSize && `govuk-table__caption--${captionSize}`,
            props.captionClass,
          )}
        >
          {caption}
        </caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map(cell => (
              <TableCell cell={cell} scope="col" numeric={settingsOf(cell)?.numeric ?? false} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          row =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, column) =>
                  rowHeaders && column === 0 ? (
                    <TableCell cell={cell} scope="row" numeric={false} />
                  ) : (
                    <TableCell
                      cell={cell}
                      numeric={settingsOf(cell)?.numeric ?? numericColumns[column] ?? false}
                    />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

type TableCellProps = { readonly cell: Cell; readonly numeric: boolean; readonly scope?: 'col' | 'row' }

function TableCell({ cell, numeric, scope }: TableCellProps) {
  const { class: more, colspan, rowspan, attributes }: CellSettings = settingsOf(cell) ?? {}
  const base = scope ? 'govuk-table__header' : 'govuk-table__cell'
  const Element = scope ? 'th' : 'td'
  return (
    <Element
      scope={scope}
      class={classes(base, numeric && `${base}--numeric`, more)}
      colspan={colspan}
      rowspan={rowspan}
      {...attributes}
    >
      {textOf(cell)}
    </Element>
  )
}
