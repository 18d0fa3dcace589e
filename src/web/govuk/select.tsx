import { type Attributes, classes, type Falsy, type Optional } from './content.ts'
import { describedByIds, Field, type FieldProps } from './form-group.tsx'

export type SelectItem = { readonly text: string } & Optional<{
  /** Without a value the text is what is sent. */
  value: string | number
  selected: boolean
  disabled: boolean
  attributes: Attributes
}>

type SelectProps = FieldProps & { readonly items: readonly (SelectItem | Falsy)[] } & Optional<{
    value: string | number
  }>

/** A choice from a list too long for radios. */
export function Select(props: SelectProps) {
  const { name, id = name } = props
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      {props.before}
      <select
        class={classes('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={props.disabled}
        aria-describedby={describedByIds(id, props)}
        {...props.attributes}
      >
        {props.items.map(item => item && <Option item={item} chosen={props.value} />)}
      </select>
      {props.after}
    </Field>
  )
}

function Option({ item, chosen }: { readonly item: SelectItem; readonly chosen: SelectProps['value'] }) {
  return (
    <option
      value={item.value}
      selected={item.selected ?? (chosen !== undefined && (item.value ?? item.text) === chosen)}
      disabled={item.disabled}
      {...item.attributes}
    >
      {item.text}
    </option>
  )
}
