import { type Common, type Content, classes, type Optional } from './content.ts'

type MojPageHeaderActionsProps = Common & { readonly heading: Content } & Optional<{
    headingLevel: 1 | 2 | 3
    headingClass: string
    /** Buttons, each a `Button`. */
    actions: readonly Content[]
  }>

/** The heading of a page with what can be done on it beside. */
export function MojPageHeaderActions(props: MojPageHeaderActionsProps) {
  const { heading, actions = [] } = props
  const Heading = `h${props.headingLevel ?? 1}` as const
  return (
    <div class={classes('moj-page-header-actions', props.class)} {...props.attributes}>
      <div class="moj-page-header-actions__title">
        <Heading class={props.headingClass ?? 'govuk-heading-xl'}>{heading}</Heading>
      </div>
      {actions.length > 0 && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">{actions}</div>
        </div>
      )}
    </div>
  )
}
