import { Button } from './button.tsx'
import { classes, type Optional } from './content.ts'
import type { FieldProps } from './form-group.tsx'
import { TextInput } from './text-input.tsx'

type PasswordInputProps = FieldProps &
  Optional<{
    value: string
    autocomplete: 'current-password' | 'new-password'
  }>

/** A password, which can be shown where scripts run. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id ?? props.name
  const toggle = (
    <Button
      type="button"
      variant="secondary"
      class="govuk-password-input__toggle govuk-js-password-input-toggle"
      attributes={{ 'aria-controls': id, 'aria-label': 'Show password', hidden: true }}
    >
      Show
    </Button>
  )
  return (
    <TextInput
      {...props}
      id={id}
      type="password"
      class={classes('govuk-password-input__input govuk-js-password-input-input', props.class)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      group={{
        class: classes('govuk-password-input', props.group?.class),
        attributes: { 'data-module': 'govuk-password-input', ...props.group?.attributes },
      }}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      after={[toggle, props.after]}
    />
  )
}
