import type { ComponentChildren } from 'preact'
import {
  type Common,
  type Content,
  classes,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'
import { ErrorMessage, type ErrorSettings } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelSettings } from './label.tsx'

/** What stands around any question: its help, what is wrong with it, and settings of the group itself. */
export type QuestionProps = Optional<{
  hint: Words<Common>
  error: Words<ErrorSettings>
  /** Ids of other elements that describe the input, read before hint and error. */
  describedBy: string
  group: Common
  /** Content directly before and after the input, inside the group. */
  before: Content
  after: Content
}>

/** What every question of one labelled input takes. The id is the name unless given. */
export type FieldProps = QuestionProps &
  Common & { readonly name: string; readonly label: Words<LabelSettings> } & Optional<{
    id: string
    disabled: boolean
  }>

/** The ids an input names in aria-describedby: the caller's own, then the hint, then the error. */
export function describedByIds(id: string, { describedBy, hint, error }: QuestionProps): string | undefined {
  return classes(describedBy, hint && `${id}-hint`, error && `${id}-error`) || undefined
}

/** The hint and the error message of a question, with the ids `describedByIds` speaks of. */
export function HintAndError({ id, hint, error }: { readonly id: string } & QuestionProps) {
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} {...settingsOf(hint)}>
          {textOf(hint)}
        </Hint>
      )}
      {error && (
        <ErrorMessage id={`${id}-error`} {...settingsOf(error)}>
          {textOf(error)}
        </ErrorMessage>
      )}
    </>
  )
}

/** The box around a question, marked when there is an error. */
export function FormGroup({
  error,
  group,
  children,
}: Pick<QuestionProps, 'error' | 'group'> & { readonly children: ComponentChildren }) {
  const name = classes('govuk-form-group', error && 'govuk-form-group--error', group?.class)
  return (
    <div class={name} {...group?.attributes}>
      {children}
    </div>
  )
}

/** One labelled input in its group: label, hint, error, then the input handed in as children. */
export function Field(
  props: Pick<FieldProps, 'label' | 'hint' | 'error' | 'group'> & {
    readonly id: string
    readonly children: ComponentChildren
  },
) {
  return (
    <FormGroup error={props.error} group={props.group}>
      <Label for={props.id} {...settingsOf(props.label)}>
        {textOf(props.label)}
      </Label>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </FormGroup>
  )
}
