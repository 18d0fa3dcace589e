import { type Common, classes, type Optional } from './content.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

type CharacterCountProps = TextareaProps & { readonly max: number } & Optional<{
    /** What `max` counts: UTF-16 length (the default), what a reader calls characters, or words. */
    countType: 'length' | 'characters' | 'words'
    /** Per cent of the limit from which the count shows. */
    threshold: number
    /** Said before anything is typed; %{count} stands for the limit. */
    description: string
    countMessage: Common
  }>

/** Free text with a limit: the limit is always written, and counted down where scripts run. */
export function CharacterCount(props: CharacterCountProps) {
  const { id = props.name, max, countType, threshold, countMessage, ...textarea } = props
  const unit = countType === 'words' ? 'words' : 'characters'
  const description = props.description ?? `You can enter up to %{count} ${unit}`
  const message = (
    <Hint
      id={`${id}-info`}
      class={classes('govuk-character-count__message', countMessage?.class)}
      attributes={countMessage?.attributes}
    >
      {description.replace('%{count}', String(max))}
    </Hint>
  )
  const group = {
    class: classes('govuk-character-count', props.group?.class),
    attributes: {
      'data-module': 'govuk-character-count',
      'data-maxlength': max,
      'data-threshold': threshold,
      'data-count-type': countType,
      ...props.group?.attributes,
    },
  }
  return (
    <Textarea
      {...textarea}
      id={id}
      class={classes('govuk-js-character-count', props.class)}
      describedBy={classes(`${id}-info`, props.describedBy)}
      group={group}
      after={[message, props.after]}
    />
  )
}
