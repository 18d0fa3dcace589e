import { fail, ok } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import { type Kind, oneText } from './kind.ts'

export interface WordsOptions extends FieldOptions {
  /** The most characters kept. */
  readonly most?: number
  /** A pattern the whole text must have, and what to say where it has not. */
  readonly shape?: readonly [pattern: RegExp, say: string]
  /** A text that has the shape. */
  readonly example?: string
}

const kind = (name: 'line' | 'text', most: number, options: WordsOptions): Kind<string> => ({
  name,
  parse(raw) {
    const text = oneText(raw).replace(/\r\n/g, '\n')
    if (text.length > most)
      return fail(
        `This is ${text.length} characters; the most is ${most}. Shorten it by ${text.length - most}.`,
      )
    if (name === 'line' && text.includes('\n')) return fail('Write this on one line.')
    if (options.shape && !options.shape[0].test(text)) return fail(options.shape[1])
    return ok(text)
  },
  print: v => v,
  raw: v => v,
  column: 'text',
  cell: v => v,
  schema: { type: 'string', maxLength: most },
  example: options.example ?? 'Ada',
})

/** A short text on one line. */
export const line = <const O extends WordsOptions>(label: string, options: O): Field<Answer<string, O>> =>
  field(kind('line', options.most ?? 200, options), label, options)

/** Text of any length that a person writes. */
export const text = <const O extends WordsOptions>(label: string, options: O): Field<Answer<string, O>> =>
  field(kind('text', options.most ?? 50_000, options), label, options)
