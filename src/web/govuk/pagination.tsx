import type { JSX } from 'preact'
import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

export type PageLink = { readonly href: string } & Optional<{
  text: Content
  /** What stands there, such as the title of the next page. Shown only without numbered pages. */
  label: string
  attributes: Attributes
}>

export type PageItem =
  | { readonly ellipsis: true }
  | ({ readonly number: number | string; readonly href: string } & Optional<{
      current: boolean
      ariaLabel: string
      attributes: Attributes
    }>)

type PaginationProps = Common &
  Optional<{
    previous: PageLink
    next: PageLink
    items: readonly (PageItem | Falsy)[]
    label: string
  }>

/** The way through a list or a series, page by page. */
export function Pagination({ previous, next, items, label, class: more, attributes }: PaginationProps) {
  const block = !items && (previous !== undefined || next !== undefined)
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', more)}
      aria-label={label || 'Pagination'}
      {...attributes}
    >
      {previous && <Arrow rel="prev" block={block} link={previous} />}
      {items && <ul class="govuk-pagination__list">{items.map(item => item && <Item item={item} />)}</ul>}
      {next && <Arrow rel="next" block={block} link={next} />}
    </nav>
  )
}

type ArrowProps = { readonly rel: 'prev' | 'next'; readonly block: boolean; readonly link: PageLink }

function Arrow({ rel, block, link }: ArrowProps) {
  const iconFirst = block || rel === 'prev'
  const undecorated = block && !link.label
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={rel} {...link.attributes}>
        {iconFirst && icons[rel]}
        <span
          class={classes(
            'govuk-pagination__link-title',
            undecorated && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text || (
            <>
              {rel === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!iconFirst && icons[rel]}
      </a>
    </div>
  )
}

function Item({ item }: { readonly item: PageItem }) {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.ariaLabel ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

const icons: { readonly [rel in 'prev' | 'next']: JSX.Element } = {
  prev: icon(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: icon(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
}

function icon(rel: 'prev' | 'next', path: string) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={path} />
    </svg>
  )
}
