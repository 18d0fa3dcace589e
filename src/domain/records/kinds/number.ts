import { fail, ok } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import { type Kind, oneText } from './kind.ts'

export interface NumberOptions extends FieldOptions {
  readonly from: number
  readonly to: number
}

const kind = ({ from, to }: NumberOptions): Kind<number> => ({
  name: 'whole-number',
  parse(raw) {
    const typed = oneText(raw)
    if (!/^\d+$/.test(typed)) return fail(`“${typed}” is not a whole number. Write it in figures.`)
    const value = Number(typed)
    return value >= from && value <= to ? ok(value) : fail(`Enter a number from ${from} to ${to}.`)
  },
  print: String,
  raw: String,
  column: 'integer',
  cell: v => v,
  schema: { type: 'integer', minimum: from, maximum: to },
  example: from,
})

/** A whole number in a range. */
export const wholeNumber = <const O extends NumberOptions>(
  label: string,
  options: O,
): Field<Answer<number, O>> => field(kind(options), label, options)
