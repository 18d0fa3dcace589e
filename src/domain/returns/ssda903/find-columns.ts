import { columnName, nearest } from '../../kernel/column-names.ts'
import type { FolderFault } from './raw.ts'
import { type TableCode, tables } from './tables.ts'

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
