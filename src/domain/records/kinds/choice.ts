import { fail, ok } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import { type Kind, oneText } from './kind.ts'

type Codes = Readonly<Record<string, string>>

const unknown = (code: string) => fail(`“${code}” is not one of the answers. Choose one from the list.`)

const one = <C extends Codes>(choices: C): Kind<keyof C & string> => {
  const is = (code: string): code is keyof C & string => Object.hasOwn(choices, code)
  const [first] = Object.keys(choices)
  if (first === undefined || !is(first)) throw new Error('A choice needs at least one answer.')
  return {
    name: 'one-of',
    parse(raw) {
      const code = oneText(raw)
      return is(code) ? ok(code) : unknown(code)
    },
    print: v => choices[v] ?? v,
    raw: v => v,
    column: 'text',
    cell: v => v,
    schema: { type: 'string', enum: Object.keys(choices) },
    example: first,
    choices,
  }
}

const many = <C extends Codes>(choices: C): Kind<readonly (keyof C & string)[]> => {
  const single = one(choices)
  return {
    name: 'many-of',
    parse(raw) {
      const ticked = typeof raw === 'string' ? [raw] : raw
      const wrong = ticked.find(code => !Object.hasOwn(choices, code))
      if (wrong !== undefined) return unknown(wrong)
      return ok(ticked.flatMap(code => (Object.hasOwn(choices, code) ? [code] : [])))
    },
    print: v => v.map(single.print).join('; '),
    raw: v => v,
    column: 'text[]',
    cell: v => v.join(' '),
    schema: { type: 'array', items: single.schema },
    example: [single.example],
    choices,
  }
}

/** One of a few answers, given as code → words. Codes never change; words may. */
export function oneOf<const C extends Codes>(label: string, choices: C): Field<keyof C & string>
export function oneOf<const C extends Codes, const O extends FieldOptions>(
  label: string,
  choices: C,
  options: O,
): Field<Answer<keyof C & string, O>>
export function oneOf(label: string, choices: Codes, options: FieldOptions = {}): Field<string> {
  return field<string, FieldOptions>(one(choices), label, options) as Field<string>
}

/** Any number of answers. */
export function manyOf<const C extends Codes>(label: string, choices: C): Field<readonly (keyof C & string)[]>
export function manyOf<const C extends Codes, const O extends FieldOptions>(
  label: string,
  choices: C,
  options: O,
): Field<Answer<readonly (keyof C & string)[], O>>
export function manyOf(label: string, choices: Codes, options: FieldOptions = {}): Field<readonly string[]> {
  return field<readonly string[], FieldOptions>(many(choices), label, options) as Field<readonly string[]>
}

const yesNoKind: Kind<boolean> = {
  name: 'yes-no',
  parse(raw) {
    const code = oneText(raw)
    return code === 'yes' ? ok(true) : code === 'no' ? ok(false) : unknown(code)
  },
  print: v => (v ? 'Yes' : 'No'),
  raw: v => (v ? 'yes' : 'no'),
  column: 'boolean',
  cell: v => (v ? 'Yes' : 'No'),
  schema: { type: 'boolean' },
  example: true,
  choices: { yes: 'Yes', no: 'No' },
}

export const yesNo = <const O extends FieldOptions>(label: string, options: O): Field<Answer<boolean, O>> =>
  field(yesNoKind, label, options)
