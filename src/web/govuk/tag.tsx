import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

export type TagColour =
  | 'grey'
  | 'green'
  | 'teal'
  | 'blue'
  | 'light-blue'
  | 'purple'
  | 'pink'
  | 'magenta'
  | 'red'
  | 'orange'
  | 'yellow'

export type TagProps = Common & { readonly children: ComponentChildren } & Optional<{ colour: TagColour }>

/** The state of a thing in a word or two. The word must carry the meaning; colour only helps find it. */
export function Tag({ colour, class: more, attributes, children }: TagProps) {
  return (
    <strong class={classes('govuk-tag', colour && `govuk-tag--${colour}`, more)} {...attributes}>
      {children}
    </strong>
  )
}
