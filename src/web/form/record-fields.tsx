import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/kernel/day.ts'
import { type Dependence, dependence } from '../../domain/records/dependence.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Field } from '../../domain/records/kinds/field.ts'
import type { Raw } from '../../domain/records/kinds/kind.ts'
import type { Faults, Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'

import { type Choice, inputs } from './record-inputs.tsx'

interface RecordFieldsProps {
  readonly type: RecordType
  readonly typed: Typed
  readonly faults: Faults
  readonly today: Day
  readonly fresh: boolean
  /** Whom a field for a member of staff may name. */
  readonly people: readonly Choice[]
  /** Whom a field for a foster carer may name. */
  readonly carers?: readonly Choice[]
  /** The questions to draw; all of them where not said. */
  readonly only?: readonly string[]
  /** Questions drawn elsewhere in the same form, on whose answers these may hang. */
  readonly near?: readonly string[]
  /** Put before the name of each question, where a page asks the same of several children. */
  readonly prefix?: string
  /** True where the child is too young for the usual words. */
  readonly young?: boolean
  /** What to put under a question: what is known of it already. */
  readonly under?: (name: string) => ComponentChildren
}

const start = (field: Field<unknown>, today: Day): Raw => {
  const { start: given } = field.options
  return given === undefined ? '' : given === 'today' && field.kind.name === 'day' ? formDay(today) : given
}

function onlyIf(type: RecordType, { on, values }: Dependence): string {
  const field = type.fields[on]
  const words = values.map(v => `“${field?.kind.choices?.[v] ?? v}”`).join(' or ')
  return `Only if you answered ${words} to: ${field?.label ?? on}`
}

/** The questions of a record, drawn from its declaration. Questions asked only sometimes say when. */
export function RecordFields({
  type,
  typed,
  faults,
  today,
  fresh,
  people,
  carers = [],
  only = Object.keys(type.fields),
  near = [],
  prefix = '',
  young = false,
  under,
}: RecordFieldsProps) {
  return (
    <>
      {Object.entries(type.fields).map(([name, field]) => {
        if (!only.includes(name)) return null
        const Input = inputs[field.kind.name]
        const at = `${prefix}${name}`
        const value = typed[at] ?? (fresh ? start(field, today) : '')
        const label = (young && field.options.young) || field.label
        const whom = field.kind.name === 'carer' ? carers : people
        const input = Input({ name: at, field, value, error: faults[at], people: whom, label })
        const needs = dependence(type, name)
        const below = under?.(name)
        if (!needs)
          return (
            <div class="gt-question">
              {input}
              {below}
            </div>
          )
        // What hangs on a question asked elsewhere on the page stays in sight.
        const here = only.includes(needs.on) || near.includes(needs.on)
        const shows = here
          ? { 'data-only-if': `${prefix}${needs.on}`, 'data-only-values': needs.values.join(' ') }
          : {}
        return (
          <div class="gt-question gt-question--sometimes" {...shows}>
            {here ? (
              <p class="govuk-hint gt-only-if">{onlyIf(type, needs)}</p>
            ) : (
              <p class="govuk-hint">
                Kept only where the answer to “{type.fields[needs.on]?.label ?? needs.on}” asks for it
              </p>
            )}
            {input}
            {below}
          </div>
        )
      })}
    </>
  )
}
