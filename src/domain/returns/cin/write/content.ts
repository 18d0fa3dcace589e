import { parseDay } from '../../../kernel/day.ts'
import { type BlockName, type Element, inForce, isBlock, type Leaf, shape } from './shape.ts'

/** What a block holds, by the name of the element. What comes again and again is a list. */
export interface Content {
  readonly [element: string]: string | Content | readonly (string | Content)[] | undefined
}

/** The entries of the record in which a block of the census was found: where to go to put it right. */
const SOURCE = '#from'

/** A block, with the entries it was made of. */
export const block = (values: Content, from: readonly (string | null | undefined)[] = []): Content => ({
  ...values,
  [SOURCE]: from.filter(id => typeof id === 'string'),
})

export const entriesOf = (content: Content): readonly string[] => {
  const from = content[SOURCE]
  return Array.isArray(from) ? from.filter(id => typeof id === 'string') : []
}

/** What stands in an element, as a list. */
export function standing(content: Content, name: string): readonly (string | Content)[] {
  const value = content[name]
  return value === undefined ? [] : isList(value) ? value : [value]
}
const isList = (value: Content[string]): value is readonly (string | Content)[] => Array.isArray(value)

function fits(value: string, of: Leaf): boolean {
  if (of instanceof RegExp) return of.test(value)
  if (typeof of !== 'string') return of.has(value)
  switch (of) {
    case 'day':
      return parseDay(value) !== undefined
    case 'moment':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(value)
    case 'year':
      return /^\d{4}$/.test(value)
    case 'number':
      return /^\d+$/.test(value)
    case 'yes-no':
      return value === '0' || value === '1'
    case 'text':
      return value !== ''
  }
}

const times = ({ least, most }: Element, n: number): boolean => n >= least && (most === 'many' || n <= most)

/**
 * Where a block is not as the schema wants it: elements it may not have, too few or too many of one, and what may not
 * stand in one. Empty where all is well. The order is the writer’s and can’t be wrong.
 * @param year the census year: some elements belong to later years only
 */
export function misshapen(
  name: BlockName,
  content: Content,
  year: number,
  at: string = name,
): readonly string[] {
  const known = shape[name].filter(e => inForce(e, year))
  const strange = Object.keys(content).filter(
    k => k !== SOURCE && standing(content, k).length > 0 && !known.some(e => e.name === k),
  )
  const inside = known.flatMap(e => {
    const values = standing(content, e.name)
    const wrong = times(e, values.length) ? [] : [`${at}/${e.name} stands there ${values.length} times`]
    const each = values.flatMap((v, i) => {
      const here = `${at}/${e.name}[${i + 1}]`
      if (isBlock(e.of))
        return typeof v === 'string' ? [`${here} is no block`] : misshapen(e.of, v, year, here)
      return typeof v === 'string' && fits(v, e.of) ? [] : [`${here} may not be “${String(v)}”`]
    })
    return [...wrong, ...each]
  })
  return [...strange.map(k => `${at} has no ${k}`), ...inside]
}
