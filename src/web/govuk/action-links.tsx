import { type Attributes, type Common, type Content, classes, type Optional } from './content.ts'

/** A link beside a row or on a card. `hiddenText` completes it for who cannot see the row: Change *name*. */
export type ActionLink = { readonly text: Content; readonly href: string } & Common &
  Optional<{ hiddenText: string; attributes: Attributes }>

/** The link with its hidden words, and with the title of the card it belongs to. */
export function ActionAnchor({ action, card }: { readonly action: ActionLink; readonly card?: Content }) {
  const { text, href, hiddenText, class: more, attributes } = action
  return (
    <a class={classes('govuk-link', more)} href={href} {...attributes}>
      {text}
      {(hiddenText || card) && (
        <span class="govuk-visually-hidden">
          {hiddenText && ` ${hiddenText}`}
          {card && [' (', card, ')']}
        </span>
      )}
    </a>
  )
}
