import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import { type Frame, noFrame } from '../../../domain/returns/check/frame.ts'
import type { TableName, Tables } from '../../../domain/returns/ssda903/rules/data.ts'
import {
  type FileNote,
  frameOfFile,
  uasc,
  withColumns,
} from '../../../domain/returns/ssda903/rules/from-files.ts'
import { xml903Reader } from '../../../domain/returns/ssda903/rules/from-xml.ts'
import { csvColumns } from '../csv-columns.ts'
import { decode } from '../decode.ts'
import { feed } from './read-cin.ts'

/** One year's return as it was read, and everything to be known of its files. */
export interface Read903 {
  readonly tables: Partial<Tables>
  readonly form: 'csv' | 'xml'
  readonly notes: readonly FileNote[]
}

/** No return is larger: some forty times one of 20,000 children. */
const LARGEST = 256 * 1024 * 1024

/** The file of each table, without `.csv`, as people name it. */
const files: Readonly<Record<string, TableName>> = {
  header: 'Header',
  episodes: 'Episodes',
  reviews: 'Reviews',
  uasc: 'UASC',
  oc2: 'OC2',
  oc3: 'OC3',
  ad1: 'AD1',
  placed_for_adoption: 'PlacedAdoption',
  placed_adoption: 'PlacedAdoption',
  should_be_placed_for_adoption: 'PlacedAdoption',
  previous_permanence: 'PrevPerm',
  prev_perm: 'PrevPerm',
  missing: 'Missing',
  sw_episodes: 'SWEpisodes',
  sw_episode: 'SWEpisodes',
  social_worker: 'SWEpisodes',
  dolo: 'DoLo',
}

const tableOf = (file: string): TableName | undefined => {
  const name = /^(.+)\.csv$/i
    .exec(file)?.[1]
    ?.toLowerCase()
    .replace(/[\s-]+/g, '_')
  return name === undefined ? undefined : files[name]
}

const tooLarge = (file: string): FileNote => ({
  file,
  wrong: 'It is larger than any return, and was not read.',
  todo: 'Check that this is the file you mean.',
})

async function readTable(
  path: string,
  table: TableName,
): Promise<Result<{ frame: Frame; notes: readonly FileNote[] }, FileNote>> {
  const file = basename(path)
  if ((await stat(path)).size > LARGEST) return fail(tooLarge(file))
  const text = decode(await readFile(path))
  if (!text.ok) return fail({ file, ...text.error })
  const csv = csvColumns(text.value.text)
  if (!csv.ok) return fail({ file, ...csv.error })
  const { frame, notes } = frameOfFile(table, { file, ...csv.value })
  const more: FileNote[] = []
  if (text.value.note)
    more.push({ file, wrong: text.value.note, todo: 'Check that names and accents are right.' })
  if (csv.value.uneven.length > 0)
    more.push({
      file,
      wrong: `Lines ${csv.value.uneven.join(', ')} have more or fewer values than the first line has names.`,
      todo: 'Look there for a comma too many or too few. They were read as far as they go.',
    })
  return ok({ frame, notes: [...notes, ...more] })
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
  if (tables.Header)
    tables.Header = withColumns(
      tables.Header,
      { UASC: uasc(tables.Header, tables.UASC ?? noFrame('uk')) },
      'Header',
    )
  return ok({ tables: tables as Partial<Tables>, form: 'csv', notes })
}

async function readXml(path: string): Promise<Result<Read903, readonly FileNote[]>> {
  const reader = xml903Reader()
  const fault = await feed(path, reader)
  if (fault) return fail([fault])
  const { tables, notes } = reader.result()
  const file = basename(path)
  return ok({
    tables,
    form: 'xml',
    notes: notes.map(wrong => ({ file, wrong, todo: 'Nothing, unless it was meant to be read.' })),
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
