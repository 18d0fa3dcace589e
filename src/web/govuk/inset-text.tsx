import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type InsetTextProps = Common & { readonly children: ComponentChildren } & Optional<{ id: string }>

/** Words set apart from those around them. */
export function InsetText({ id, class: more, attributes, children }: InsetTextProps) {
  return (
    <div id={id} class={classes('govuk-inset-text', more)} {...attributes}>
      {children}
    </div>
  )
}
