import { ChoiceGroup, type ChoiceProps } from './choice-group.tsx'
import { Choice, type ChoiceItem, type Divider, itemId } from './choice-item.tsx'
import { classes, type Falsy, type Optional } from './content.ts'
import { describedByIds } from './form-group.tsx'

/** `exclusive` unticks the others where scripts run ('None of these'); the server must check again. */
export type CheckboxItem = ChoiceItem & Optional<{ name: string; exclusive: boolean }>

type CheckboxesProps = ChoiceProps & {
  readonly name: string
  readonly items: readonly (CheckboxItem | Divider | Falsy)[]
} & Optional<{ values: readonly (string | number)[]; small: boolean }>

/** Any number of answers. `values` are the items ticked, unless an item says `checked` itself. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, id = name, items, values } = props
  // Without a fieldset to carry it, each box must say by itself what describes it.
  const inFieldset = props.legend || props.fieldset
  const describedBy = inFieldset ? undefined : describedByIds(id, props)
  return (
    <ChoiceGroup {...props} id={id}>
      <div
        class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        data-module="govuk-checkboxes"
        {...props.attributes}
      >
        {props.before}
        {items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
          return (
            <Choice
              kind="checkbox"
              id={item.id ?? itemId(id, index)}
              name={item.name ?? name}
              item={
                item.exclusive
                  ? { ...item, attributes: { 'data-behaviour': 'exclusive', ...item.attributes } }
                  : item
              }
              checked={item.checked ?? values?.includes(item.value) ?? false}
              describedBy={describedBy}
            />
          )
        })}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}
