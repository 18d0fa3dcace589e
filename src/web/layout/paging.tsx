import { Pagination } from '../govuk/index.ts'

interface PagingProps {
  readonly number: number
  readonly pages: number
  /** The address of a page of the list. */
  readonly link: (number: number) => string
  /** What stands on the page before, where it is more than “earlier in the list”. */
  readonly before?: string
}

/** The ways to the pages of a list before and after this one; nothing where it is all on one. */
export function Paging({ number, pages, link, before }: PagingProps) {
  if (pages <= 1) return null
  const previous = { href: link(number - 1), ...(before ? { label: before } : {}) }
  const next = { href: link(number + 1), label: `Page ${number + 1} of ${pages}` }
  return <Pagination previous={number > 1 ? previous : undefined} next={number < pages ? next : undefined} />
}
