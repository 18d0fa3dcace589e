import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

/** Without href the item is the page itself. */
export type Crumb = { readonly text: Content } & Optional<{ href: string; attributes: Attributes }>

type BreadcrumbsProps = Common & { readonly items: readonly (Crumb | Falsy)[] } & Optional<{
    collapseOnMobile: boolean
    label: string
  }>

/** Where this page stands, from the top down. */
export function Breadcrumbs({ items, collapseOnMobile, label, class: more, attributes }: BreadcrumbsProps) {
  const name = classes('govuk-breadcrumbs', more, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')
  return (
    <nav class={name} aria-label={label ?? 'Breadcrumb'} {...attributes}>
      <ol class="govuk-breadcrumbs__list">{items.map(item => item && <Item {...item} />)}</ol>
    </nav>
  )
}

function Item({ text, href, attributes }: Crumb) {
  return href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  )
}
