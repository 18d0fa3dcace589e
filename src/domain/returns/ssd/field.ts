/** What a field holds, by the type that PostgreSQL has for it. The dataset’s “datetime” is a day, but where it is of a machine. */
export interface Field {
  readonly type: 'text' | 'date' | 'timestamptz' | 'integer' | 'double precision' | 'bytea' | 'boolean'
  /** Why the record has no such fact: the field is there all the same, and always null. */
  readonly without?: string
}

/** Objects of the dataset, each with its fields in order. */
export type Objects = Readonly<Record<string, Readonly<Record<string, Field>>>>

export const text: Field = { type: 'text' }
export const date: Field = { type: 'date' }
export const moment: Field = { type: 'timestamptz' }
export const whole: Field = { type: 'integer' }
export const float: Field = { type: 'double precision' }
export const bytes: Field = { type: 'bytea' }
export const flag: Field = { type: 'boolean' }

/** A field for which the record has no fact, and why. */
export const without = (field: Field, why: string): Field => ({ ...field, without: why })
