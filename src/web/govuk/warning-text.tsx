import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type WarningTextProps = Common & { readonly children: ComponentChildren } & Optional<{ hiddenText: string }>

/** What has consequences a person must know of, such as the law. */
export function WarningText({ hiddenText, class: more, attributes, children }: WarningTextProps) {
  return (
    <div class={classes('govuk-warning-text', more)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{hiddenText || 'Warning'}</span> {children}
      </strong>
    </div>
  )
}
