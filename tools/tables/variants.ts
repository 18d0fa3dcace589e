import type { Answers, Field } from '../../src/domain/records/kinds/field.ts'
import type { RecordType } from '../../src/domain/records/record-type.ts'
import type { SpellChange } from '../../src/domain/records/spell.ts'

type Chosen = Readonly<Record<string, unknown>>

/** Every answer worth trying of a field: each of its choices; else its example; and none, where it may be blank. */
function tries(field: Field<unknown>): readonly unknown[] {
  const { kind, required } = field
  const given = Object.keys(kind.choices ?? {}).flatMap(c => {
    const read = kind.parse(c, { today: kind.example as never, born: null, unborn: false })
    return read.ok ? [read.value] : []
  })
  return [...(given.length > 0 ? given : [kind.example]), ...(required ? [] : [undefined])]
}

/** Answers as a form would give them: a question that its condition rules out is not answered. */
function settle(type: RecordType, chosen: Chosen): Answers {
  const answers: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(type.fields)) {
    if (field.options.when && !field.options.when(answers)) continue
    const value = name in chosen ? chosen[name] : field.kind.example
    if (value !== undefined) answers[name] = value
  }
  return answers
}

/** Answers to a record type: its examples, and these with each answer changed in turn. */
export const variants = (type: RecordType): readonly Answers[] =>
  [{}, ...Object.entries(type.fields).flatMap(([name, f]) => tries(f).map(v => ({ [name]: v })))].map(
    chosen => settle(type, chosen),
  )

/** What a record type's answers can bring about, and whether they always do. */
function across(type: RecordType, of: (answers: Answers) => readonly string[]): readonly string[] {
  const found = variants(type).map(of)
  return [...new Set(found.flat())].map(one =>
    found.every(list => list.includes(one)) ? one : `${one} (by its answers)`,
  )
}

const change = (c: SpellChange): string => ('opens' in c ? `opens \`${c.opens}\`` : `closes \`${c.closes}\``)

export const marksOf = (type: RecordType): readonly string[] =>
  across(type, a => type.marks(a).map(m => `\`${m}\``))
export const spellsOf = (type: RecordType): readonly string[] => across(type, a => type.spells(a).map(change))
export const inChronology = (type: RecordType): 'always' | 'by its answers' | 'never' => {
  const said = variants(type).map(a => type.chronology(a) !== undefined)
  return said.every(Boolean) ? 'always' : said.some(Boolean) ? 'by its answers' : 'never'
}
