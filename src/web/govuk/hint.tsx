import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type HintProps = Common & Optional<{ id: string; children: ComponentChildren }>

/** Help that stands under a label. The input names its id in aria-describedby. */
export function Hint({ id, class: more, attributes, children }: HintProps) {
  return (
    <div id={id} class={classes('govuk-hint', more)} {...attributes}>
      {children}
    </div>
  )
}
