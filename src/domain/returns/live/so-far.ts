import type { Answers } from '../../records/kinds/field.ts'
import type { ParseContext } from '../../records/kinds/kind.ts'
import type { Typed } from '../../records/parse.ts'
import type { RecordType } from '../../records/record-type.ts'
import { feeds } from '../fields.ts'

const isBlank = (raw: Typed[string]): raw is undefined | '' =>
  raw === undefined || (typeof raw === 'string' ? raw.trim() === '' : raw.every(r => r.trim() === ''))

/**
 * The answers of a form that is still being written, as far as national returns look at them: what they do not look at
 * and is not written yet is made up. Never kept.
 * @returns undefined while something that returns look at is still to come, or can't be read
 */
export function answersSoFar(type: RecordType, typed: Typed, context: ParseContext): Answers | undefined {
  const told = (name: string) => Object.values(feeds).some(f => f[type.code]?.[name] !== undefined)
  const answers: Record<string, unknown> = {}
  for (const [name, { kind, required, options }] of Object.entries(type.fields)) {
    if (options.when && !options.when(answers)) continue
    const raw = typed[name]
    if (isBlank(raw)) {
      if (!required) continue
      if (told(name)) return undefined
      answers[name] = kind.example
      continue
    }
    const read = kind.parse(raw, context)
    if (read.ok) answers[name] = read.value
    else if (told(name)) return undefined
    else answers[name] = kind.example
  }
  return answers
}
