/** A column of a list: its heading as the inspectors give it, and whether it must be filled. */
export interface Column {
  readonly name: string
  readonly needed: boolean
}

export interface List {
  readonly number: number
  readonly title: string
  readonly columns: readonly Column[]
}

/** Headings of one list; one that may be blank begins with a question mark. */
export const columns = (...names: readonly string[]): readonly Column[] =>
  names.map(n => ({ name: n.replace(/^\?/, ''), needed: !n.startsWith('?') }))

export const who = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  '?Date of Birth',
  '?Age of Child (Years)',
] as const
export const disabled = 'Does the Child have a Disability'
export const held = ['Allocated Team', 'Allocated Worker'] as const
