import type { ComponentChildren } from 'preact'
import type { Common, Optional, Words } from './content.ts'
import { Fieldset, type LegendSettings } from './fieldset.tsx'
import { describedByIds, FormGroup, HintAndError, type QuestionProps } from './form-group.tsx'

/** What a question of several inputs takes. With a legend (or `fieldset`) they stand in a fieldset. */
export type ChoiceProps = QuestionProps &
  Common &
  Optional<{ id: string; legend: Words<LegendSettings>; fieldset: Common }>

/** Legend, hint and error around several inputs. */
export function ChoiceGroup(
  props: ChoiceProps & { readonly id: string; readonly children: ComponentChildren; readonly role?: 'group' },
) {
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </>
  )
  const inFieldset = props.legend || props.fieldset
  return (
    <FormGroup error={props.error} group={props.group}>
      {inFieldset ? (
        <Fieldset
          legend={props.legend}
          {...props.fieldset}
          {...(props.role ? { role: props.role } : {})}
          describedBy={describedByIds(props.id, props)}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
