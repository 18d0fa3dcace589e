import type { Answers } from '../records/kinds/field.ts'
import type { RecordType } from '../records/record-type.ts'

/** One child's part of what was written of several together. */
export interface Part {
  readonly child: string
  /** Every name the child goes by. */
  readonly names: readonly string[]
  readonly answers: Answers
}

/** That one child was given another's words. */
export interface Alike {
  readonly field: string
  readonly label: string
  readonly child: string
  readonly with: string
}

/**
 * The questions whose answers must be each child's own. One that is asked only after another answer may have one
 * answer for all: a family that was away was away for each of them.
 */
const ownQuestions = (type: RecordType) =>
  Object.entries(type.fields).filter(
    ([, f]) => f.options.own === true && f.kind.name === 'text' && !f.options.when,
  )

const PRONOUNS = new Set(
  'he she they him her them his hers their theirs himself herself themself themselves'.split(' '),
)

const plain = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The words without case, marks and stops, and with every child's name, and he and she, made one. */
function normal(text: unknown, names: ReadonlySet<string>): string {
  if (typeof text !== 'string') return ''
  const said = plain(text).map(w => (names.has(w) ? '·' : PRONOUNS.has(w) ? '~' : w))
  return said.filter((w, i) => w !== '·' || said[i - 1] !== '·').join(' ')
}

/**
 * Where one child's part says the same as another's: the same words, though the names are exchanged, or the stops and
 * capitals. Blank answers are not the same as each other.
 */
export function sameWords(type: RecordType, part: Part, others: readonly Part[]): readonly Alike[] {
  const names = new Set([part, ...others].flatMap(p => p.names).flatMap(plain))
  return others
    .filter(o => o.child !== part.child)
    .flatMap(other =>
      ownQuestions(type).flatMap(([field, { label }]) => {
        const mine = normal(part.answers[field], names)
        const same = mine !== '' && mine === normal(other.answers[field], names)
        return same ? [{ field, label, child: part.child, with: other.child }] : []
      }),
    )
}

/** The entries written with this one, of brothers and sisters: kept beside the answers, as ids that tell nobody whose. */
export const togetherOf = (answers: Answers): readonly string[] =>
  Array.isArray(answers.together) ? answers.together.filter(id => typeof id === 'string') : []
