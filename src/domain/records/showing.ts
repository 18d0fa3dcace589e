import type { Mark, RecordType } from './record-type.ts'
import { recordTypes } from './registry.ts'

/** Answers as they would be at their best: the first of each choice, an example of the rest. */
const atBest = (type: RecordType): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(type.fields).map(([name, f]) => [name, f.kind.example]))

/** What a kind of record can show to have been done. */
export const canShow = (type: RecordType): readonly Mark[] => type.marks(atBest(type))

/** The kind of record that shows something to have been done: where to go to do it. */
export const recordShowing = (mark: Mark): RecordType | undefined =>
  recordTypes.find(t => canShow(t).includes(mark))
