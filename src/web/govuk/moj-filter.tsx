import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

/** One kind of filter that is on. The `href` of an item is the same list without it. */
export type MojFilterCategory = {
  readonly heading: string
  readonly items: readonly { readonly text: string; readonly href: string }[]
}

type MojFilterProps = Common & {
  /** Where the form goes, by GET, so that a filtered list has an address. */
  readonly action: string
  /** The questions: radios, checkboxes, a search box. */
  readonly children: ComponentChildren
} & Optional<{
    heading: string
    selected: readonly (MojFilterCategory | Falsy)[]
    clearHref: string
    submit: string
  }>

/** Questions that narrow a list, with what is on now and how to take it off. Needs no script. */
export function MojFilter(props: MojFilterProps) {
  const { action, heading = 'Filter', selected = [], clearHref, submit = 'Apply filters', children } = props
  const on = selected.flatMap(category => (category && category.items.length > 0 ? [category] : []))
  return (
    <form method="get" action={action} class={classes('moj-filter', props.class)} {...props.attributes}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading}</h2>
        </div>
      </div>
      <div class="moj-filter__content">
        {on.length > 0 && <Selected on={on} clearHref={clearHref ?? action} />}
        <div class="moj-filter__options">
          {children}
          <Button>{submit}</Button>
        </div>
      </div>
    </form>
  )
}

function Selected({
  on,
  clearHref,
}: {
  readonly on: readonly MojFilterCategory[]
  readonly clearHref: string
}) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h3 class="govuk-heading-m">Selected filters</h3>
        </div>{' '}
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={clearHref}>
              Clear filters
            </a>
          </p>
        </div>
      </div>
      {on.map(({ heading, items }) => (
        <>
          <h4 class="govuk-heading-s govuk-!-margin-bottom-0">{heading}</h4>
          <ul class="moj-filter-tags">
            {items.map(item => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}

/** The filter beside its list; above it on a phone. */
export function MojFilterLayout(props: { readonly filter: Content; readonly children: ComponentChildren }) {
  return (
    <div class="moj-filter-layout">
      <div class="moj-filter-layout__filter">{props.filter}</div>
      <div class="moj-filter-layout__content">{props.children}</div>
    </div>
  )
}
