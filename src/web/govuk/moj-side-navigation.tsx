import { type Common, type Content, classes, type Falsy, type Optional } from './content.ts'
import type { MojNavigationItem } from './moj-sub-navigation.tsx'

export type MojNavigationSection = { readonly items: readonly (MojNavigationItem | Falsy)[] } & Optional<{
  heading: Content
}>

type MojSideNavigationProps = Common & {
  readonly label: string
  readonly sections: readonly (MojNavigationSection | Falsy)[]
} & Optional<{ headingLevel: 2 | 3 | 4 }>

/** Pages of one area down the side, in sections with or without a heading. */
export function MojSideNavigation(props: MojSideNavigationProps) {
  const Heading = `h${props.headingLevel ?? 4}` as const
  return (
    <nav class={classes('moj-side-navigation', props.class)} aria-label={props.label} {...props.attributes}>
      {props.sections.map(
        section =>
          section && (
            <>
              {section.heading && <Heading class="moj-side-navigation__title">{section.heading}</Heading>}
              <ul class="moj-side-navigation__list">
                {section.items.map(item => item && <Item item={item} />)}
              </ul>
            </>
          ),
      )}
    </nav>
  )
}

function Item({ item }: { readonly item: MojNavigationItem }) {
  const name = classes('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')
  return (
    <li class={name}>
      <a href={item.href} aria-current={item.active ? 'location' : undefined} {...item.attributes}>
        {item.text}
      </a>
    </li>
  )
}
