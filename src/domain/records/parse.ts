import { fail, ok, type Result } from '../kernel/result.ts'
import { dependence } from './dependence.ts'
import type { Answers, Field } from './kinds/field.ts'
import type { ParseContext, Raw } from './kinds/kind.ts'
import type { RecordType } from './record-type.ts'

export type Typed = Readonly<Record<string, Raw | undefined>>
/** What is wrong, by field name. */
export type Faults = Readonly<Record<string, string>>

const isBlank = (raw: Raw | undefined): raw is undefined | '' =>
  raw === undefined || (typeof raw === 'string' ? raw.trim() === '' : raw.every(r => r.trim() === ''))

const missing = (f: Field<unknown>): string => {
  if (f.options.missing) return f.options.missing
  const words = f.label.replace(/\?$/, '')
  return f.kind.choices ? `Choose an answer: ${words}` : `Enter an answer: ${words}`
}

/** True where the answer on which a question depends is itself still to be given: then nobody can tell yet. */
function waits(type: RecordType, name: string, answers: Answers): boolean {
  const on = dependence(type, name)?.on
  return on !== undefined && answers[on] === undefined && type.fields[on]?.required === true
}

/**
 * Reads a form into the answers of a record. Every fault is found at once; nothing typed is thrown away by the caller.
 * A question that its condition rules out is not read, so an answer left behind a changed mind is not kept.
 */
export function parse(type: RecordType, typed: Typed, context: ParseContext): Result<Answers, Faults> {
  const answers: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  for (const [name, f] of Object.entries(type.fields)) {
    if (f.options.when && (waits(type, name, answers) || !f.options.when(answers))) continue
    const raw = typed[name]
    if (isBlank(raw)) {
      if (f.required) faults[name] = missing(f)
      continue
    }
    const read = f.kind.parse(raw, context)
    if (read.ok) answers[name] = read.value
    else faults[name] = read.error
  }
  if (Object.keys(faults).length > 0) return fail(faults)
  const across = type.faults(answers)
  return Object.keys(across).length > 0 ? fail(across) : ok(answers)
}

/** The answers as a form shows them again: for amending, and for a draft. */
export function rawAnswers(type: RecordType, answers: Answers): Typed {
  return Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, f]) => {
      const value = answers[name]
      return value === undefined || value === null ? [] : [[name, f.kind.raw(value)]]
    }),
  )
}

/** The answers in words, in the order asked: for reading. Blank answers are left out. */
export function printed(
  type: RecordType,
  answers: Answers,
): readonly { name: string; label: string; words: string }[] {
  return Object.entries(type.fields).flatMap(([name, f]) => {
    const value = answers[name]
    return value === undefined || value === null ? [] : [{ name, label: f.label, words: f.kind.print(value) }]
  })
}

/** What was typed in one box; empty where nothing was. */
export function textOf(typed: Typed, name: string): string {
  const raw = typed[name]
  return typeof raw === 'string' ? raw.trim() : (raw?.[0]?.trim() ?? '')
}
