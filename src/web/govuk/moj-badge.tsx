import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type MojBadgeProps = Common & { readonly children: ComponentChildren } & Optional<{
    colour: 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black' | 'grey'
    large: boolean
  }>

/** A framed word that marks a person or a file, such as 'Restricted'. For the state of a task, use Tag. */
export function MojBadge({ colour, large, class: more, attributes, children }: MojBadgeProps) {
  const name = classes('moj-badge', colour && `moj-badge--${colour}`, large && 'moj-badge--large', more)
  return (
    <span class={name} {...attributes}>
      {children}
    </span>
  )
}
