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

/** The kind of record that shows something to have been done: where to go to do it. */
export const recordShowing = (mark: Mark): RecordType | undefined =>
  recordTypes.find(t => canShow(t).includes(mark))
