import type { Day } from '../kernel/day.ts'
import { parse, type Typed } from './parse.ts'
import type { RecordType } from './record-type.ts'

/** Reads a form of a file that is about no child: nobody was born, so no question hangs on an age. */
export const readForm = ({ today }: { readonly today: Day }, type: RecordType, typed: Typed) =>
  parse(type, typed, { today, born: null, unborn: false })

/** A type as one form asks it: some of its questions are answered by where the form stands. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})
