import type { ComponentChildren } from 'preact'
import { type Common, type Content, classes, type Optional } from './content.ts'
import { Tag } from './tag.tsx'

type PhaseBannerProps = Common & { readonly tag: Content; readonly children: ComponentChildren } & Optional<{
    tagClass: string
  }>

/** What kind of service this is (alpha, beta, demonstration), on every page of it. */
export function PhaseBanner({ tag, tagClass, class: more, attributes, children }: PhaseBannerProps) {
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', more)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={classes('govuk-phase-banner__content__tag', tagClass)}>{tag}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
