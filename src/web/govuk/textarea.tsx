import { classes, type Optional } from './content.ts'
import { describedByIds, Field, type FieldProps } from './form-group.tsx'

export type TextareaProps = FieldProps &
  Optional<{ value: string; rows: number; spellcheck: boolean; autocomplete: string }>

/** A question answered in free text. */
export function Textarea(props: TextareaProps) {
  const { name, id = name, value = '' } = props
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      {props.before}
      <textarea
        class={classes('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByIds(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {keepFirstLineBreak(value)}
      </textarea>
      {props.after}
    </Field>
  )
}

/** Browsers drop a line break straight after the opening tag: a second one keeps the writer's own. */
function keepFirstLineBreak(value: string): string {
  return /^[\r\n]/.test(value) ? `\n${value}` : value
}
