import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional, settingsOf, textOf, type Words } from './content.ts'

export type LegendSettings = Optional<{
  size: 's' | 'm' | 'l' | 'xl'
  /** The legend is the heading of the page: its words are put in an h1. */
  pageHeading: boolean
  class: string
}>

type FieldsetProps = Common &
  Optional<{
    legend: Words<LegendSettings>
    role: 'group'
    describedBy: string
    children: ComponentChildren
  }>

/** Inputs that belong to one question, under its legend. */
export function Fieldset({ legend, role, describedBy, class: more, attributes, children }: FieldsetProps) {
  return (
    <fieldset
      class={classes('govuk-fieldset', more)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {legend && <Legend words={legend} />}
      {children}
    </fieldset>
  )
}

function Legend({ words }: { readonly words: Words<LegendSettings> }) {
  const { size, pageHeading, class: more }: LegendSettings = settingsOf(words) ?? {}
  const text = textOf(words)
  return (
    <legend class={classes('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`, more)}>
      {pageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  )
}
