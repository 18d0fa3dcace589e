import {
  type Attributes,
  type Common,
  classes,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'
import { describedByIds, Field, type FieldProps } from './form-group.tsx'

export type TextInputProps = FieldProps &
  Optional<{
    value: string | number
    type: 'text' | 'email' | 'tel' | 'url' | 'number' | 'search' | 'password'
    /** How wide the box is, in characters or as a share of the column. It says how much is expected. */
    width: 2 | 3 | 4 | 5 | 10 | 20 | 'full' | 'three-quarters' | 'two-thirds' | 'one-half' | 'one-third'
    inputmode: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url'
    autocomplete: string
    autocapitalize: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters'
    spellcheck: boolean
    pattern: string
    prefix: Words<Common>
    suffix: Words<Common>
    wrapper: Common
  }>

/** A question answered on one line. */
export function TextInput(props: TextInputProps) {
  const { name, id = name, value, width, before, after, prefix, suffix, wrapper } = props
  // The type goes with the free attributes: preact's typings want it literal, one element for each.
  const attributes: Attributes = { type: props.type ?? 'text', ...props.attributes }
  const input = (
    <input
      class={classes('govuk-input', widthClass(width), props.class, props.error && 'govuk-input--error')}
      id={id}
      name={name}
      spellcheck={props.spellcheck}
      value={value}
      disabled={props.disabled}
      aria-describedby={describedByIds(id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...attributes}
    />
  )
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      {prefix || suffix || before || after ? (
        <div class={classes('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attributes}>
          {before}
          {prefix && <Affix kind="prefix" words={prefix} />}
          {input}
          {suffix && <Affix kind="suffix" words={suffix} />}
          {after}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

function widthClass(width: TextInputProps['width']): string | undefined {
  if (width === undefined) return undefined
  return typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`
}

/** Hidden from screen readers: the label must say the unit too. */
function Affix({ kind, words }: { readonly kind: 'prefix' | 'suffix'; readonly words: Words<Common> }) {
  const { class: more, attributes }: Common = settingsOf(words) ?? {}
  return (
    <div class={classes(`govuk-input__${kind}`, more)} aria-hidden="true" {...attributes}>
      {textOf(words)}
    </div>
  )
}
