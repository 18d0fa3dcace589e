import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type BackLinkProps = Common & Optional<{ href: string; children: ComponentChildren }>

/** The way back to the page before. */
export function BackLink({ href = '#', class: more, attributes, children = 'Back' }: BackLinkProps) {
  return (
    <a href={href} class={classes('govuk-back-link', more)} {...attributes}>
      {children}
    </a>
  )
}
