import type { Content, Optional } from './content.ts'
import { type Cell, type CellSettings, Table, type TableProps } from './table.tsx'

export type SortDirection = 'ascending' | 'descending'

/** `sort` names the column in the address; without it the column cannot be sorted by. */
export type SortableColumn = { readonly text: Content } & CellSettings & Optional<{ sort: string }>

type MojSortableTableProps = Omit<TableProps, 'head'> & {
  readonly columns: readonly SortableColumn[]
  readonly sorted: { readonly by: string; readonly direction: SortDirection }
  /** The address of this page sorted another way. */
  readonly href: (by: string, direction: SortDirection) => string
}

/** A table sorted by the server: each heading is a link, so it works without scripts and over many pages. */
export function MojSortableTable({ columns, sorted, href, caption, ...table }: MojSortableTableProps) {
  const head = columns.map(column => heading(column, sorted, href))
  const explained = caption && [
    caption,
    <span class="govuk-visually-hidden"> (column headers with links are sortable)</span>,
  ]
  return <Table {...table} caption={explained} head={head} />
}

function heading(
  { sort, text, attributes, ...settings }: SortableColumn,
  sorted: MojSortableTableProps['sorted'],
  href: MojSortableTableProps['href'],
): Cell {
  if (!sort) return { text, attributes, ...settings }
  const now = sorted.by === sort ? sorted.direction : 'none'
  const next = now === 'ascending' ? 'descending' : 'ascending'
  return {
    ...settings,
    attributes: { 'aria-sort': now, ...attributes },
    text: (
      <a class="gt-sort-link" href={href(sort, next)}>
        {text}
        <Arrow direction={now} />
      </a>
    ),
  }
}

const arrows: { readonly [direction in SortDirection | 'none']: readonly string[] } = {
  ascending: ['M6.5625 15.5L11 6.63125L15.4375 15.5H6.5625Z'],
  descending: ['M15.4375 7L11 15.8687L6.5625 7L15.4375 7Z'],
  none: [
    'M8.1875 9.5L10.9609 3.95703L13.7344 9.5H8.1875Z',
    'M13.7344 12.0781L10.9609 17.6211L8.1875 12.0781H13.7344Z',
  ],
}

/** aria-sort says it already, so the picture is hidden from who hears the page. */
function Arrow({ direction }: { readonly direction: SortDirection | 'none' }) {
  return (
    <svg
      class="gt-sort-link__arrow"
      width="22"
      height="22"
      focusable="false"
      aria-hidden="true"
      viewBox="0 0 22 22"
      xmlns="http://www.w3.org/2000/svg"
    >
      {arrows[direction].map(path => (
        <path d={path} fill="currentColor" />
      ))}
    </svg>
  )
}
