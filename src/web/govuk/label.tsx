import type { ComponentChildren } from 'preact'
import { type Attributes, classes, type Optional } from './content.ts'

export type LabelSettings = Optional<{
  size: 's' | 'm' | 'l' | 'xl'
  /** The label is the heading of the page: it is wrapped in an h1. */
  pageHeading: boolean
  class: string
  attributes: Attributes
}>

type LabelProps = LabelSettings & Optional<{ for: string; children: ComponentChildren }>

/** The label of one input. Without words nothing is rendered. */
export function Label({ for: htmlFor, size, pageHeading, class: more, attributes, children }: LabelProps) {
  if (!children) return null
  const label = (
    <label class={classes('govuk-label', size && `govuk-label--${size}`, more)} for={htmlFor} {...attributes}>
      {children}
    </label>
  )
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
