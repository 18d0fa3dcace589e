import { calledBy } from '../../domain/casework/person.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { caseSupervision, supervision } from '../../domain/records/types/supervision.ts'
import type { Case } from '../../store/queries/supervision-cases.ts'

/** What is asked of each child; the day is that of the supervision. */
export const asked = Object.keys(caseSupervision.fields).filter(name => name !== 'on')

/** What the questions of one child begin with in the form. */
export const prefixOf = (code: string): string => `c_${code}_`

/** A child’s part of the form, under the names that its record has. */
export const partOf = (typed: Typed, code: string): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, raw]) =>
      name.startsWith(prefixOf(code)) ? [[name.slice(prefixOf(code).length), raw]] : [],
    ),
  )

/** True where anything was written of a child. */
export const isFilled = (typed: Typed, code: string): boolean =>
  asked.some(name => textOf(typed, `${prefixOf(code)}${name}`) !== '')

/** Children of whom something was written, and who are in the list no more: their words are shown, and never sent. */
export function strays(typed: Typed, cases: readonly Case[]): readonly string[] {
  const codes = Object.keys(typed).flatMap(name => /^c_([A-Za-z0-9]{1,10})_/.exec(name)?.[1] ?? [])
  return [...new Set(codes)].filter(
    code => !cases.some(c => c.code === code && c.decides) && isFilled(typed, code),
  )
}

export interface Block {
  readonly of: Case
  readonly answers: Answers
}

export interface ReadForm {
  readonly worker: Answers
  readonly blocks: readonly Block[]
}

/** Reads the whole form: the worker’s part, and the part of each child of whom anything was written. */
export function readForm(
  typed: Typed,
  cases: readonly Case[],
  today: Day,
): { readonly read: ReadForm } | { readonly faults: Faults } {
  const context = { today, born: null, unborn: false }
  const worker = parse(supervision, typed, context)
  const faults: Record<string, string> = { ...(worker.ok ? {} : worker.error) }
  const blocks: Block[] = []
  for (const of of cases) {
    if (!of.decides || !isFilled(typed, of.code)) continue
    // Where the day itself is wrong it is said once, above; the child’s part is read as of today.
    const on = worker.ok ? typed.on : undefined
    const part = parse(caseSupervision, { ...partOf(typed, of.code), on: on ?? today }, context)
    if (part.ok) blocks.push({ of, answers: part.value })
    else
      for (const [name, say] of Object.entries(part.error))
        faults[`${prefixOf(of.code)}${name}`] = `${calledBy(of, of.code)}: ${say}`
  }
  for (const code of strays(typed, cases))
    faults[`${prefixOf(code)}thinking`] =
      `${code} is not among these children any more. Copy what you wrote, empty its boxes, and send again.`
  return worker.ok && Object.keys(faults).length === 0
    ? { read: { worker: worker.value, blocks } }
    : { faults }
}
