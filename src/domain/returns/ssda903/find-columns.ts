import type { FolderFault } from './raw.ts'
import { type TableCode, tables } from './tables.ts'

/** How many letters must be changed, added or dropped to make one name of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** A column's name as people vary it: small letters, spaces, hyphens. */
export const columnName = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')

/** The name most like the wanted one, if any is like it at all. */
export function nearest(wanted: string, among: readonly string[]): string | undefined {
  const [best] = among
    .map(name => ({ name, far: distance(wanted, columnName(name)) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  return best && best.far <= Math.max(2, Math.floor(wanted.length / 2)) ? best.name : undefined
}

/** Faults of a file's column names: a column that is missing, with the header most like it; one that stands twice. */
export function columnFaults(
  table: TableCode,
  file: string,
  columns: readonly string[],
): readonly FolderFault[] {
  const wanted = Object.keys(tables[table].columns)
  const found = columns.map(columnName)
  const spare = columns.filter(name => !wanted.includes(columnName(name)) && name.trim() !== '')
  const gone = wanted.filter(name => !found.includes(name))
  const twice = wanted.filter(name => found.filter(f => f === name).length > 1)
  if (gone.length === wanted.length)
    return [
      {
        file,
        wrong: 'Its first line has none of the names of columns that this file should have.',
        todo: `Make its first line: ${wanted.join(',')}`,
      },
    ]
  return [
    ...gone.map(name => {
      const near = nearest(name, spare)
      return near === undefined
        ? {
            file,
            wrong: `The column ${name} is missing.`,
            todo: `Add it; leave its cells blank if they are not known. The file has: ${columns.join(', ')}.`,
          }
        : {
            file,
            wrong: `The column ${name} is missing.`,
            todo: `The nearest header is “${near}”. If that is the one, rename it to ${name}.`,
          }
    }),
    ...twice.map(name => ({
      file,
      wrong: `The column ${name} stands twice.`,
      todo: 'Take out the one that is not meant.',
    })),
  ]
}
