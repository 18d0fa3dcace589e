import type { ComponentChildren } from 'preact'
import { type Common, type Content, classes, type Optional } from './content.ts'

type DetailsProps = Common & { readonly summary: Content; readonly children: ComponentChildren } & Optional<{
    id: string
    open: boolean
  }>

/** More for who wants it, opened by its summary. */
export function Details({ id, summary, open, class: more, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={classes('govuk-details', more)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
