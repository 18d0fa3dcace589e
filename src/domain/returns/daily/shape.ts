/** What JSON holds of a child. */
export type Json = string | number | boolean | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

/** Codes in plain words. */
export type Codes = Readonly<Record<string, string>>

interface Text {
  readonly kind: 'text'
  readonly says: string
  readonly pattern?: RegExp
  readonly least?: number
  readonly most?: number
  /** The national codes: the Department's schema has none, so a code that nobody knows would pass it. */
  readonly codes?: Codes
}
interface Plain {
  readonly kind: 'day' | 'flag' | 'whole'
  readonly says: string
}
interface Many {
  readonly kind: 'many'
  readonly says: string
  readonly of: Text
  readonly most: number
}
export interface Block {
  readonly kind: 'block'
  readonly says: string
  readonly fields: Readonly<Record<string, Shape>>
  readonly required: readonly string[]
}
export interface Blocks {
  readonly kind: 'blocks'
  readonly says: string
  readonly of: Block
  /** The field that tells one from another, where they have one. */
  readonly id: string | null
}
/** What may stand at one place of the payload, declared once: checks, words on the page and purges follow from it. */
export type Shape = Text | Plain | Many | Block | Blocks

type Limits = Omit<Text, 'kind' | 'says'>

export const text = (says: string, limits: Limits = {}): Text => ({ kind: 'text', says, ...limits })
export const day = (says: string): Plain => ({ kind: 'day', says })
export const flag = (says: string): Plain => ({ kind: 'flag', says })
export const whole = (says: string): Plain => ({ kind: 'whole', says })
export const many = (says: string, most: number, of: Text): Many => ({ kind: 'many', says, of, most })

/** Things of one kind, told apart by their id, each of which can be purged by itself. */
export const purgeable = (says: string, id: string, fields: Block['fields'], one: string): Blocks => ({
  kind: 'blocks',
  says,
  id,
  of: { kind: 'block', says: one, required: [id], fields: { [id]: identifier, ...fields, purge } },
})

/** Things of one kind without an id: they are sent all together, and the last sending stands. */
export const listed = (says: string, fields: Block['fields'], one: string): Blocks => ({
  kind: 'blocks',
  says,
  id: null,
  of: { kind: 'block', says: one, required: [], fields },
})

export const block = (says: string, fields: Block['fields'], required: readonly string[] = []): Block => ({
  kind: 'block',
  says,
  fields: { ...fields, purge },
  required,
})

const purge: Plain = { kind: 'flag', says: 'To be removed' }

/** An identifier of the record: an entry's id fits. */
const identifier: Text = { kind: 'text', says: 'Identifier', pattern: /^[A-Za-z0-9_-]*$/, most: 36 }
