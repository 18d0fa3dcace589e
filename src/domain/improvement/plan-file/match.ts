import { distance } from '../../kernel/column-names.ts'
import { isPlanColumn, type PlanColumnKey, planColumnKeys, planColumns } from './columns.ts'

/** A table as it came: the first rows of it may be titles. Merged cells are filled. */
export type Rows = readonly (readonly string[])[]

/** Which column of a table is read as what: one entry a column, null for those left out. */
export type Mapping = readonly (PlanColumnKey | null)[]

/** A table in which a plan may stand: where its line of names is, and how each name was understood. */
export interface FoundTable {
  /** The index of the line of names. */
  readonly head: number
  readonly mapping: Mapping
  /** Those of its names that are only like one we know. */
  readonly guessed: readonly number[]
}

const plain = (name: string): string => name.toLowerCase().replace(/\(.*?\)|[^a-z0-9]/g, '')

/** A line of names stands among the first lines of a table, under its title. */
const HEAD_WITHIN = 12
/** Shorter names are too much like others to be guessed. */
const SHORTEST = 6

interface Named {
  readonly key: PlanColumnKey
  readonly sure: boolean
}

function named(cell: string): Named | undefined {
  const name = plain(cell)
  if (name === '') return undefined
  const known = (key: PlanColumnKey) => [planColumns[key].title, ...planColumns[key].also].map(plain)
  const exact = planColumnKeys.find(key => known(key).includes(name))
  if (exact) return { key: exact, sure: true }
  if (name.length < SHORTEST || name.length > 40) return undefined
  const like = planColumnKeys.filter(key =>
    known(key).some(n => n.length >= SHORTEST && (distance(n, name) <= 2 || name.startsWith(n))),
  )
  const [one] = like
  return one && like.length === 1 ? { key: one, sure: false } : undefined
}

/** Each column is read as one thing, and each thing from one column: names that are known come before likenesses. */
function mapped(cells: readonly string[]): Pick<FoundTable, 'mapping' | 'guessed'> {
  const found = cells.map(named)
  const mapping: (PlanColumnKey | null)[] = cells.map(() => null)
  for (const sure of [true, false])
    for (const [i, n] of found.entries()) if (n?.sure === sure && !mapping.includes(n.key)) mapping[i] = n.key
  return { mapping, guessed: mapping.flatMap((m, i) => (m && found[i]?.sure === false ? [i] : [])) }
}

const worth = (mapping: Mapping): number =>
  mapping.filter(m => m !== null).length + (mapping.includes('action') ? 2 : 0)

/**
 * Finds the line of names in a table, and what each column holds.
 * @returns undefined where no line names an action and at least two things beside it
 */
export function findTable(rows: Rows): FoundTable | undefined {
  const tried = rows.slice(0, HEAD_WITHIN).map((cells, head) => ({ head, ...mapped(withBoth(cells)) }))
  const [best] = tried.toSorted((a, b) => worth(b.mapping) - worth(a.mapping) || a.head - b.head)
  const enough = best && (best.mapping.includes('action') || best.mapping.includes('recommendation'))
  return best && enough && best.mapping.filter(m => m !== null).length >= 3 ? best : undefined
}

/** "What?" beside "How?" is what should be better; alone, it is the action. */
function withBoth(cells: readonly string[]): readonly string[] {
  const names = cells.map(plain)
  const has = (...of: readonly string[]) => names.some(n => of.includes(n))
  if (!has('what') || has('how', 'action', 'actions', 'keyactions')) return cells
  return cells.map((c, i) => (names[i] === 'what' ? 'Action' : c))
}

/** A mapping as a person chose it: a thing read from two columns is told. */
export function chosenMapping(
  chosen: readonly string[],
): { readonly mapping: Mapping } | { readonly fault: string } {
  const mapping = chosen.map(c => (isPlanColumn(c) ? c : null))
  const twice = mapping.find((m, i) => m !== null && mapping.indexOf(m) !== i)
  if (twice)
    return {
      fault: `“${planColumns[twice].title}” is chosen for two columns. Choose it once, and leave the other out.`,
    }
  if (!mapping.includes('action'))
    return { fault: 'No column is read as the action. Choose which one says what will be done.' }
  return { mapping }
}
