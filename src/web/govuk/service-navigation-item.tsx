import { classes } from './content.ts'
import type { NavigationItemProps } from './service-navigation.tsx'

/** One item of the navigation: a link, or plain words without `href`. */
export function NavigationItem({ text, href, current, active, attributes }: NavigationItemProps) {
  const here = current || active
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined
  // Strong, so that people who override colours still see where they are.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={classes('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {words}
        </a>
      ) : (
        text && (
          <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
            {words}
          </span>
        )
      )}
    </li>
  )
}
