import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import { type Frame, noFrame } from '../../../domain/returns/check/frame.ts'
import type { TableName, Tables } from '../../../domain/returns/ssda903/rules/data.ts'
import { type FileNote, withUasc } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { xml903Reader } from '../../../domain/returns/ssda903/rules/from-xml.ts'
import { feed } from './feed.ts'
import { readTable, tableOf } from './read-table.ts'

/** One year's return as it was read, and everything to be known of its files. */
export interface Read903 {
  readonly tables: Partial<Tables>
  readonly form: 'csv' | 'xml'
  readonly notes: readonly FileNote[]
}

async function readFolder(path: string): Promise<Result<Read903, readonly FileNote[]>> {
  const names = (await readdir(path)).filter(n => !n.startsWith('.')).sort()
  const tables: { [T in TableName]?: Frame } = {}
  const notes: FileNote[] = []
  for (const name of names) {
    const table = tableOf(name)
    if (!table) {
      notes.push({
        file: name,
        wrong: 'It is not one of the return’s files, and was not read.',
        todo: 'Nothing, unless you meant it to be one.',
      })
      continue
    }
    if (tables[table]) {
      notes.push({
        file: name,
        wrong: `There are two files of ${table}; this one was not read.`,
        todo: 'Keep the one that is meant.',
      })
      continue
    }
    const read = await readTable(join(path, name), table)
    if (read.ok) tables[table] = read.value.frame
    notes.push(...(read.ok ? read.value.notes : [read.error]))
  }
  if (Object.keys(tables).length === 0)
    return fail([
      ...notes.filter(n => tableOf(n.file)),
      {
        file: basename(path),
        wrong: 'There is no file of the return in this folder.',
        todo: 'Give the folder that holds header.csv, episodes.csv and the others.',
      },
    ])
  if (tables.Header) tables.Header = withUasc(tables.Header, tables.UASC ?? noFrame('uk'))
  return ok({ tables: tables as Partial<Tables>, form: 'csv', notes })
}

async function readXml(path: string): Promise<Result<Read903, readonly FileNote[]>> {
  const reader = xml903Reader()
  const fed = await feed(path, reader)
  if (!fed.ok) return fail([fed.error])
  const { tables, notes } = reader.result()
  const file = basename(path)
  return ok({
    tables,
    form: 'xml',
    notes: [...fed.value, ...notes].map(wrong => ({
      file,
      wrong,
      todo: 'Nothing, unless it was meant to be read.',
    })),
  })
}

/**
 * Reads a return of the SSDA903: a folder of CSV files, or the XML form. A file that can't be read is told, and the
 * others are read all the same.
 * @returns what was read, or why there is nothing to check
 */
export async function read903(path: string): Promise<Result<Read903, readonly FileNote[]>> {
  const at = await stat(path).catch(() => undefined)
  if (!at)
    return fail([
      {
        file: path,
        wrong: 'There is nothing of this name.',
        todo: 'Check how it is written, and that you may read it.',
      },
    ])
  if (at.isDirectory()) return readFolder(path)
  if (/\.xml$/i.test(path)) return readXml(path)
  return fail([
    {
      file: basename(path),
      wrong: 'This is one file, and not the XML form.',
      todo: 'Give the folder that holds the CSV files of the return, unpacked, or the XML file.',
    },
  ])
}
