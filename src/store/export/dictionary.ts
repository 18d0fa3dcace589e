import { sensitivities } from '../../domain/access/roles.ts'
import { subjectKinds } from '../../domain/records/entry.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { recordTypes } from '../../domain/records/registry.ts'

const described = (type: RecordType) => ({
  code: type.code,
  title: type.title,
  file: type.subject,
  signedBy: type.signedBy,
  sensitivity: type.sensitivity,
  answers: Object.fromEntries(
    Object.entries(type.fields).map(([name, f]) => [
      name,
      {
        asks: f.label,
        kind: f.kind.name,
        optional: !f.required || f.options.when !== undefined,
        schema: f.kind.schema,
        ...(f.kind.choices ? { choices: f.kind.choices } : {}),
      },
    ]),
  ),
})

/** What every kind of file and entry is, in words and as JSON Schema, from the declarations that the product works by. */
export const dictionary = () => ({
  about:
    'Each line of entry.jsonl is one entry: its “type” is a code below, its “answers” are as said there. “words” names, in words.jsonl, what was asked when it was written. An entry whose “amends” names another is about that one: an amendment carries the answers that stand from then on in “becomes”.',
  files: subjectKinds,
  sensitivities,
  entries: recordTypes.map(described),
})
