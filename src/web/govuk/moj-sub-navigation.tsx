import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

export type MojNavigationItem = { readonly text: Content; readonly href: string } & Optional<{
  active: boolean
  attributes: Attributes
}>

type MojSubNavigationProps = Common & { readonly items: readonly (MojNavigationItem | Falsy)[] } & Optional<{
    label: string
  }>

/** The pages of one file, side by side. `active` is the page shown. */
export function MojSubNavigation({ items, label, class: more, attributes }: MojSubNavigationProps) {
  return (
    <nav
      class={classes('moj-sub-navigation', more)}
      aria-label={label ?? 'Secondary navigation region'}
      {...attributes}
    >
      <ul class="moj-sub-navigation__list">
        {items.map(
          item =>
            item && (
              <li class="moj-sub-navigation__item">
                <a
                  class="moj-sub-navigation__link"
                  aria-current={item.active ? 'page' : undefined}
                  href={item.href}
                  {...item.attributes}
                >
                  {item.text}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
