import {
  type Attributes,
  type Common,
  type Content,
  classes,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One radio or checkbox. `conditional` shows only while it is chosen; without scripts it always shows. */
export type ChoiceItem = { readonly value: string | number; readonly text: Content } & Optional<{
  id: string
  hint: Words<Common>
  label: Common
  checked: boolean
  disabled: boolean
  conditional: Content
  attributes: Attributes
}>

/** A word between items, such as 'or'. */
export type Divider = { readonly divider: string }

type Props = {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly item: ChoiceItem
  readonly checked: boolean
  readonly describedBy?: string | undefined
}

export function Choice({ kind, id, name, item, checked, describedBy }: Props) {
  const base = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const hint = textOf(item.hint)
  const hintSettings = settingsOf(item.hint)
  return (
    <>
      <div class={`${base}__item`}>
        <input
          class={`${base}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={classes(describedBy, hint && `${id}-item-hint`) || undefined}
          {...item.attributes}
        />
        <Label
          for={id}
          class={classes(`${base}__label`, item.label?.class)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {hint && (
          <Hint
            id={`${id}-item-hint`}
            class={classes(`${base}__hint`, hintSettings?.class)}
            attributes={hintSettings?.attributes}
          >
            {hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classes(`${base}__conditional`, !checked && `${base}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first item has the bare id, so that the error summary's link to the question lands on it. */
export function itemId(prefix: string, index: number): string {
  return index === 0 ? prefix : `${prefix}-${index + 1}`
}
