import { ChoiceGroup, type ChoiceProps } from './choice-group.tsx'
import { Choice, type ChoiceItem, type Divider, itemId } from './choice-item.tsx'
import { classes, type Falsy, type Optional } from './content.ts'

type RadiosProps = ChoiceProps & {
  readonly name: string
  readonly items: readonly (ChoiceItem | Divider | Falsy)[]
} & Optional<{ value: string | number; inline: boolean; small: boolean }>

/** One answer out of a few. `value` is the item chosen, unless an item says `checked` itself. */
export function Radios(props: RadiosProps) {
  const { name, id = name, items, inline, small, value } = props
  return (
    <ChoiceGroup {...props} id={id}>
      <div
        class={classes(
          'govuk-radios',
          inline && 'govuk-radios--inline',
          small && 'govuk-radios--small',
          props.class,
        )}
        data-module="govuk-radios"
        {...props.attributes}
      >
        {props.before}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
          const checked = item.checked ?? (value !== undefined && item.value === value)
          const itsId = item.id ?? itemId(id, index)
          return <Choice kind="radio" id={itsId} name={name} item={item} checked={checked} />
        })}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}
