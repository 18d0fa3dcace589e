import { oneOf } from './kinds/choice.ts'
import type { Answers } from './kinds/field.ts'
import type { RecordType } from './record-type.ts'

/** A type as one form asks it: some of its questions are answered by where the form stands. */
export const asking = (type: RecordType, hidden: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !hidden.includes(name))),
})

/** What a form sends for "none of these" where a list has to offer it. */
export const NONE = '-'

type Choices = readonly (readonly [code: string, words: string])[]

/**
 * A type whose lines are picked from what is there, instead of typed: `choices` by the name of the question, in the
 * order shown. A question left without any choice is not asked.
 */
export function picking(type: RecordType, choices: Readonly<Record<string, Choices>>): RecordType {
  const fields = Object.entries(type.fields).flatMap(([name, field]) => {
    const given = choices[name]
    if (!given) return [[name, field] as const]
    if (given.length === 0) return []
    const { hint, optional } = field.options
    return [
      [
        name,
        oneOf(field.label, Object.fromEntries(given), {
          ...(hint ? { hint } : {}),
          ...(optional ? { optional } : {}),
        }),
      ] as const,
    ]
  })
  return { ...type, fields: Object.fromEntries(fields), faults: a => type.faults(unpicked(a)) }
}

/** Answers without those that picked none. */
export const unpicked = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== NONE))
