import type { ComponentChildren } from 'preact'
import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

/** `href` is '#' and the id of the input to put right. */
export type ErrorSummaryItem = { readonly text: Content } & Optional<{ href: string; attributes: Attributes }>

type ErrorSummaryProps = Common &
  Optional<{
    title: Content
    errors: readonly (ErrorSummaryItem | Falsy)[]
    /** Said above the list. */
    children: ComponentChildren
    disableAutoFocus: boolean
  }>

/** Everything that is wrong on the page, at its top, each linked to where it is put right. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title = 'There is a problem', errors = [], children } = props
  return (
    <div
      class={classes('govuk-error-summary', props.class)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
      {...props.attributes}
    >
      {/* The alert is a child of what takes focus: on one element, some readers lose half of it. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(error => error && <li>{linked(error)}</li>)}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

function linked({ text, href, attributes }: ErrorSummaryItem) {
  return href ? (
    <a href={href} {...attributes}>
      {text}
    </a>
  ) : (
    text
  )
}
