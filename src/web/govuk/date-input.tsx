import { ChoiceGroup, type ChoiceProps } from './choice-group.tsx'
import { type Attributes, classes, type Optional } from './content.ts'
import { TextInput, type TextInputProps } from './text-input.tsx'

/** One box of a date. `part` names it: its input is `name-part`, its id `id-part`, its label the part itself. */
export type DatePart = { readonly part: string } & Optional<{
  label: string
  name: string
  id: string
  value: string | number
  /** true marks this box; false leaves it unmarked when the question has an error and no box is named. */
  error: boolean
  width: 2 | 4
  class: string
  inputmode: TextInputProps['inputmode']
  pattern: string
  autocomplete: string
  attributes: Attributes
}>

type DateInputProps = ChoiceProps & { readonly name: string } & Optional<{
    /** What was typed, right or wrong, by part. */
    value: { readonly [part: string]: string | number | undefined }
    /** Day, month and year unless given. */
    parts: readonly DatePart[]
    /** The parts that are wrong; all of them when there is an error and none is named. */
    errorIn: readonly string[]
  }>

const dayMonthYear: readonly DatePart[] = [{ part: 'day' }, { part: 'month' }, { part: 'year' }]

/** A date a person knows by heart, typed in boxes; posted as `name-day`, `name-month`, `name-year`. */
export function DateInput(props: DateInputProps) {
  const { name, id = name, value, parts = dayMonthYear, errorIn = [], error } = props
  const marked = (part: DatePart) => part.error === true || errorIn.includes(part.part)
  const noneMarked = !parts.some(marked)
  return (
    <ChoiceGroup {...props} id={id} role="group">
      <div class={classes('govuk-date-input', props.class)} id={id} {...props.attributes}>
        {props.before}
        {parts.map(part => {
          const wrong = marked(part) || (error && noneMarked && part.error !== false)
          return (
            <div class="govuk-date-input__item">
              <TextInput
                label={{ text: part.label ?? capitalise(part.part), class: 'govuk-date-input__label' }}
                id={part.id ?? `${id}-${part.part}`}
                name={part.name ?? `${name}-${part.part}`}
                value={part.value ?? value?.[part.part]}
                class={classes('govuk-date-input__input', wrong && 'govuk-input--error', part.class)}
                width={part.width ?? (part.part === 'year' ? 4 : 2)}
                inputmode={part.inputmode ?? 'numeric'}
                autocomplete={part.autocomplete}
                pattern={part.pattern}
                attributes={part.attributes}
              />
            </div>
          )
        })}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
