import { roles } from '../../src/domain/access/roles.ts'
import { dependence } from '../../src/domain/records/dependence.ts'
import { subjectKinds } from '../../src/domain/records/entry.ts'
import type { Field } from '../../src/domain/records/kinds/field.ts'
import type { RecordType } from '../../src/domain/records/record-type.ts'
import { recordTypes } from '../../src/domain/records/registry.ts'
import { code, codes, drawn, table } from './markdown.ts'
import { inChronology, marksOf, spellsOf } from './variants.ts'

/** More answers than this are counted, not listed. */
const LISTED = 8

function answer(field: Field<unknown>): string {
  const choices = Object.entries(field.kind.choices ?? {})
  if (choices.length === 0 || field.kind.name === 'yes-no') return field.kind.name
  if (choices.length > LISTED) return `${field.kind.name}, of ${choices.length}`
  return `${field.kind.name}: ${choices.map(([c, words]) => `${code(c)} ${words}`).join('; ')}`
}

function asked(type: RecordType, name: string, field: Field<unknown>): string {
  const on = dependence(type, name)
  const when = on
    ? `where ${code(on.on)} is ${codes(on.values)}`
    : field.options.when
      ? 'sometimes'
      : 'always'
  return field.required ? when : `${when}, may be blank`
}

const fields = (type: RecordType): string =>
  table(
    ['Field', 'Question', 'Answer', 'Asked'],
    Object.entries(type.fields).map(([name, f]) => [code(name), f.label, answer(f), asked(type, name, f)]),
  )

function about(type: RecordType): string {
  const marks = marksOf(type)
  const spells = spellsOf(type)
  const named = (list: readonly (keyof typeof roles)[]) => list.map(r => roles[r]).join(', ')
  return [
    `- Written in the file of: ${subjectKinds[type.subject].toLowerCase()}, by ${type.writtenBy ? named(type.writtenBy) : 'anyone who may record in it'} (${code(type.permission)})`,
    type.signedBy.length > 0 && `- Signed off by: ${named(type.signedBy)}; never its author`,
    marks.length > 0 && `- Shows to have been done: ${marks.join(', ')}`,
    spells.length > 0 && `- Spells: ${spells.join(', ')}`,
    `- In the chronology: ${inChronology(type)}`,
  ]
    .filter(Boolean)
    .join('\n')
}

const section = (type: RecordType): string =>
  [`## ${type.title}`, code(type.code), about(type), fields(type)].join('\n\n')

export const drawRecordTypes = (): string =>
  drawn(
    'Record types',
    'src/domain/records/types/',
    'Every kind of entry, in the order in which the product offers them.',
    ...recordTypes.map(section),
  )
