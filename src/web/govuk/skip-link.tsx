import type { ComponentChildren } from 'preact'
import { type Common, classes, type Optional } from './content.ts'

type SkipLinkProps = Common & Optional<{ href: string; children: ComponentChildren }>

/** The first thing the tab key reaches: past the navigation, to the content. */
export function SkipLink(props: SkipLinkProps) {
  const { href = '#main-content', children = 'Skip to main content' } = props
  return (
    <a
      href={href}
      class={classes('govuk-skip-link', props.class)}
      data-module="govuk-skip-link"
      {...props.attributes}
    >
      {children}
    </a>
  )
}
