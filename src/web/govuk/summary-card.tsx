import type { ComponentChildren } from 'preact'
import { ActionAnchor, type ActionLink } from './action-links.tsx'
import { type Common, type Content, classes, type Optional } from './content.ts'

export type SummaryCardSettings = Common &
  Optional<{
    title: Content
    titleClass: string
    headingLevel: 2 | 3 | 4 | 5
    actions: readonly ActionLink[]
    actionsClass: string
  }>

/** A frame with a title and actions, around a summary list or anything else. */
export function SummaryCard(props: SummaryCardSettings & { readonly children: ComponentChildren }) {
  const { title, actions = [], children } = props
  const Heading = `h${props.headingLevel ?? 2}` as const
  const [only] = actions
  const actionsName = classes('govuk-summary-card__actions', props.actionsClass)
  return (
    <div class={classes('govuk-summary-card', props.class)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classes('govuk-summary-card__title', props.titleClass)}>{title}</Heading>}
        {only && actions.length === 1 && (
          <div class={actionsName}>
            <ActionAnchor action={only} card={title} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsName}>
            {actions.map(action => (
              <li class="govuk-summary-card__action">
                <ActionAnchor action={action} card={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}
