import type { Row } from './by-worker.tsx'

/** How the table of a desk may be ordered. */
export const orders = {
  name: 'Name',
  children: 'Most children',
  late: 'Most late',
  drift: 'Most where nothing moved',
  unsigned: 'Most to sign off',
  left: 'Most left unsigned',
} as const
export type Order = keyof typeof orders

const isOrder = (text: string): text is Order => Object.hasOwn(orders, text)

/** The order that was asked for; by name where none is, or one that there is not. */
export const orderOf = (asked = ''): Order => (isOrder(asked) ? asked : 'name')

/** Rows in an order: the most first, and by name where they are alike. */
export const inOrder = (rows: readonly Row[], order: Order): readonly Row[] =>
  rows.toSorted(
    (a, b) => (order === 'name' ? 0 : b.share[order] - a.share[order]) || a.name.localeCompare(b.name, 'en'),
  )

/** As many rows as one page bears: a very large authority has a thousand teams. */
export const SHOWN = 100
