import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { carers } from '../../store/people.ts'
import type { Choice } from '../../web/form/record-inputs.tsx'

const carerFields = (type: RecordType): readonly string[] =>
  Object.entries(type.fields).flatMap(([name, f]) => (f.kind.name === 'carer' ? [name] : []))

/** The carers whom a kind of record may name; none where it names no carer. */
export async function carersOf(ctx: { readonly tx: Db }, type: RecordType): Promise<readonly Choice[]> {
  if (carerFields(type).length === 0) return []
  return (await carers(ctx.tx)).map(c => ({ value: c.id, text: c.name }))
}

/**
 * Who is named as a carer and is none: they would be let into the file.
 * @param before the answers that stand, where they are changed: who has stopped caring since stays named
 */
export async function notCarers(
  ctx: { readonly tx: Db },
  type: RecordType,
  answers: Answers,
  before: Answers = {},
): Promise<Faults> {
  const asked = carerFields(type).filter(n => answers[n] !== undefined && answers[n] !== before[n])
  if (asked.length === 0) return {}
  const known = new Set((await carers(ctx.tx)).map(c => c.id))
  const strangers = asked.filter(n => !known.has(String(answers[n])))
  return Object.fromEntries(
    strangers.map(n => [
      n,
      'This is not a foster carer with an account. Choose one from the list, or ask whoever looks after accounts to add them.',
    ]),
  )
}
