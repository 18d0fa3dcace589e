import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { type Attributes, type Common, type Content, classes, type Optional } from './content.ts'

/** A link with `href` alone; a button without `href`; a link that looks like a button with both. */
export type PanelAction = { readonly text: string } & Common &
  Optional<{ href: string; type: 'button' | 'submit'; attributes: Attributes }>

type PanelProps = Common & { readonly title: Content } & Optional<{
    /** 'confirmation' says a thing is done; 'interruption' stops a person before it is. */
    variant: 'confirmation' | 'interruption'
    headingLevel: 1 | 2 | 3 | 4
    /** What a person can do next: interruptions only. */
    actions: readonly PanelAction[]
    actionsGroup: Common
    children: ComponentChildren
  }>

/** The one message of a page, large. */
export function Panel(props: PanelProps) {
  const { variant = 'confirmation', title, actions = [], actionsGroup, children } = props
  const Heading = `h${props.headingLevel ?? 1}` as const
  return (
    <div class={classes('govuk-panel', `govuk-panel--${variant}`, props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {variant === 'interruption' && (actions.length > 0 || actionsGroup) && (
        <div class={classes('govuk-panel__actions', actionsGroup?.class)} {...actionsGroup?.attributes}>
          {actions.length > 0 && (
            <div class="govuk-button-group">{actions.map(action => [<Action {...action} />, ' '])}</div>
          )}
        </div>
      )}
    </div>
  )
}

function Action({ text, href, type, class: more, attributes }: PanelAction) {
  if (href && type !== 'button') {
    return (
      <a class={classes('govuk-link govuk-link--inverse', more)} href={href} {...attributes}>
        {text}
      </a>
    )
  }
  return (
    <Button variant="inverse" type={type ?? 'button'} href={href} class={more} attributes={attributes}>
      {text}
    </Button>
  )
}
