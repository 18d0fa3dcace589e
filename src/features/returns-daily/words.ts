import { longDay, parseDay } from '../../domain/kernel/day.ts'
import { isSaid, type Said, type SaidBlock } from '../../domain/returns/daily/said.ts'
import type { Shape } from '../../domain/returns/daily/shape.ts'
import type { Path } from '../../domain/returns/daily/validate.ts'

/** A value in words: codes by their meaning, days as people write them. */
export function valueWords(shape: Shape, value: Said['value']): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (shape.kind === 'day') {
    const day = parseDay(String(value))
    return day ? longDay(day) : String(value)
  }
  if (shape.kind === 'many')
    return [value]
      .flat()
      .map(v => coded(shape.of.codes, String(v)))
      .join(', ')
  return coded(shape.kind === 'text' ? shape.codes : undefined, String(value))
}

const coded = (codes: Readonly<Record<string, string>> | undefined, value: string): string =>
  codes && Object.hasOwn(codes, value) ? (codes[value] ?? value) : value

type Node = SaidBlock[string]

function step(node: Node, name: string | number): Node {
  if (node === undefined) return undefined
  if (Array.isArray(node)) return node[Number(name)]
  return isSaid(node) || typeof name === 'number' ? undefined : (node as SaidBlock)[name]
}

/** The entry that says what stands at a place of the payload; null where no one entry does. */
export function entryAt(payload: SaidBlock, path: Path): string | null {
  let node: Node = payload
  let from: string | null = null
  for (const name of path) {
    node = step(node, name)
    if (node && !Array.isArray(node) && isSaid(node)) from = node.from
  }
  return from
}
