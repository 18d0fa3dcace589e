import type { Mark, RecordType } from './record-type.ts'
import { recordTypes } from './registry.ts'

/** Answers as they would be at their best: the first of each choice, an example of the rest. */
const atBest = (type: RecordType): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(type.fields).map(([name, f]) => [name, f.kind.example]))

/** What it can show once it is signed off, whichever of its choices was made. */
const whenSigned = (type: RecordType): readonly Mark[] =>
  Object.entries(type.fields).flatMap(([name, f]) =>
    Object.keys(f.kind.choices ?? {}).flatMap(
      choice => type.onSigned({ ...atBest(type), [name]: choice }).marks,
    ),
  )

/** What a kind of record can show to have been done, at once or when it is signed off. */
export const canShow = (type: RecordType): readonly Mark[] => [
  ...new Set([...type.marks(atBest(type)), ...(type.signedBy.length > 0 ? whenSigned(type) : [])]),
]

const showing = (): ReadonlyMap<Mark, RecordType> =>
  // The first of the registry that can show it.
  new Map(recordTypes.toReversed().flatMap(type => canShow(type).map(mark => [mark, type] as const)))

let known: ReadonlyMap<Mark, RecordType> | undefined

/** The kind of record that shows something to have been done: where to go to do it. */
export function recordShowing(mark: Mark): RecordType | undefined {
  // All types are gone through once, and not for every row of a list.
  known ??= showing()
  return known.get(mark)
}
