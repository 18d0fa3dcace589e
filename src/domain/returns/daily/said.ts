import type { Json, JsonObject } from './shape.ts'

/** A value that is sent, and the entry that said it: null where the file as a whole does. */
export interface Said {
  readonly value: string | number | boolean | readonly string[]
  readonly from: string | null
}
/** A payload with the source of each value. A field that is undefined is not sent. */
export interface SaidBlock {
  readonly [name: string]: Said | SaidBlock | readonly SaidBlock[] | undefined
}
type Node = Said | SaidBlock | readonly SaidBlock[]

const isList = (node: Node): node is readonly SaidBlock[] => Array.isArray(node)
export const isSaid = (node: Node): node is Said => 'value' in node && 'from' in node

/** A value with its source; undefined where there is no value, so that it is left out. */
export const said = (
  value: Said['value'] | null | undefined,
  from: string | null | undefined,
): Said | undefined =>
  value === null || value === undefined || value === '' ? undefined : { value, from: from ?? null }

const isEmpty = (node: Node): boolean =>
  isSaid(node)
    ? false
    : isList(node)
      ? node.length === 0
      : Object.values(node).every(v => v === undefined || isEmpty(v))

/** The block; undefined where nothing is said in it. */
export const unlessEmpty = (node: SaidBlock): SaidBlock | undefined => (isEmpty(node) ? undefined : node)

function plainOf(node: Node): Json {
  if (isList(node)) return node.map(plain)
  return isSaid(node) ? node.value : plain(node)
}

/** What is sent: the values alone, without what is undefined and without empty lists and blocks. */
export const plain = (node: SaidBlock): JsonObject =>
  Object.fromEntries(
    Object.entries(node).flatMap(([name, v]) => (v === undefined || isEmpty(v) ? [] : [[name, plainOf(v)]])),
  )
