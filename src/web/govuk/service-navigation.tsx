import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'
import { NavigationItem } from './service-navigation-item.tsx'

/** `current` is this page; `active` a part of the service this page belongs to. */
export type NavigationItemProps = Optional<{
  text: Content
  href: string
  current: boolean
  active: boolean
  attributes: Attributes
}>

type ServiceNavigationProps = Common &
  Optional<{
    serviceName: string
    serviceUrl: string
    items: readonly (NavigationItemProps | Falsy)[]
    id: string
    /** Fold the items behind a menu button on narrow screens, where scripts run. On when there are several. */
    collapse: boolean
    label: string
    menuText: string
    menuLabel: string
    navigationLabel: string
    navigationClass: string
    start: Content
    end: Content
    /** Puts `end` on the same line as the navigation. */
    endInline: boolean
    navigationStart: Content
    navigationEnd: Content
  }>

/** The name of the service and the way around it, on every page. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const attributes: Attributes = { 'data-module': 'govuk-service-navigation', ...props.attributes }
  const name = classes('govuk-service-navigation', props.class)
  const inner = (
    <div
      class={classes(
        'govuk-width-container',
        props.endInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && (
          <span class="govuk-service-navigation__service-name">
            <ServiceName name={props.serviceName} href={props.serviceUrl} />
          </span>
        )}
        <Navigation {...props} />
      </div>
      {props.end}
    </div>
  )
  // With a name in it this is a landmark of its own; otherwise the nav inside is landmark enough.
  return props.serviceName || props.start || props.end ? (
    <section aria-label={props.label ?? 'Service information'} class={name} {...attributes}>
      {inner}
    </section>
  ) : (
    <div class={name} {...attributes}>
      {inner}
    </div>
  )
}

function ServiceName({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  return href ? (
    <a href={href} class="govuk-service-navigation__link">
      {name}
    </a>
  ) : (
    <span class="govuk-service-navigation__text">{name}</span>
  )
}

function Navigation(props: ServiceNavigationProps) {
  const { id = 'navigation', menuText = 'Menu', menuLabel, navigationStart, navigationEnd } = props
  const items = (props.items ?? []).flatMap(item => item || [])
  if (items.length === 0 && !navigationStart && !navigationEnd) return null
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={classes('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapse ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden too, until the script shows it and drops both
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={menuLabel === menuText ? undefined : menuLabel}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {navigationStart}
        {items.map(item => (
          <NavigationItem {...item} />
        ))}
        {navigationEnd}
      </ul>
    </nav>
  )
}
