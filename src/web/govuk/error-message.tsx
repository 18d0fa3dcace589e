import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

export type ErrorSettings = Common &
  Optional<{ /** Said first, unseen. '' says nothing. */ hiddenText: string }>

type ErrorMessageProps = ErrorSettings & Optional<{ id: string; children: ComponentChildren }>

/** What is wrong with one answer, and what to do. */
export function ErrorMessage({
  id,
  hiddenText = 'Error',
  class: more,
  attributes,
  children,
}: ErrorMessageProps) {
  return (
    <p id={id} class={classes('govuk-error-message', more)} {...attributes}>
      {hiddenText && <span class="govuk-visually-hidden">{hiddenText}:</span>}
      {hiddenText && ' '}
      {children}
    </p>
  )
}
