import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { columnFaults } from '../../domain/returns/ssda903/find-columns.ts'
import type { FolderFault, RawTable, ReturnFolder } from '../../domain/returns/ssda903/raw.ts'
import { tableOfFile } from '../../domain/returns/ssda903/table-files.ts'
import { type TableCode, tableCodes, tables } from '../../domain/returns/ssda903/tables.ts'
import { decode } from './decode.ts'
import { parseCsv } from './parse-csv.ts'

async function readTable(folder: string, file: string, table: TableCode) {
  const faults = (f: { wrong: string; todo: string }) => fail([{ file, ...f }])
  const text = decode(await readFile(join(folder, file)))
  if (!text.ok) return faults(text.error)
  const csv = parseCsv(text.value.text)
  if (!csv.ok) return faults(csv.error)
  const { columns, rows, delimiter } = csv.value
  const wrong = columnFaults(table, file, columns)
  if (wrong.length > 0) return fail(wrong)
  const known: RawTable = { table, file, columns, rows }
  const parted =
    delimiter === ','
      ? []
      : [
          `${file}: its values are parted by “${delimiter === '\t' ? 'tab' : delimiter}”, not commas. It was read so.`,
        ]
  return ok({ table: known, notes: [...(text.value.note ? [`${file}: ${text.value.note}`] : []), ...parted] })
}

/** What to say where a file of the return is not there: that it may be there in another form, or a folder down. */
async function missingFault(
  folder: string,
  code: TableCode,
  entries: readonly string[],
): Promise<FolderFault> {
  const file = `${code}.csv`
  const like = entries.find(e => e.toLowerCase().startsWith(code) && !e.toLowerCase().endsWith('.csv'))
  const wrong = `There is no ${file} in the folder, and the return can’t be read without it.`
  if (like) return { file, wrong, todo: `There is “${like}”: save it as CSV, under the name ${file}.` }
  const inner = await Promise.all(
    entries.map(async e => {
      const files = await readdir(join(folder, e)).catch(() => [])
      return files.some(f => tableOfFile(f) === code) ? e : undefined
    }),
  )
  const deeper = inner.filter(e => e !== undefined)
  if (deeper.length > 0)
    return { file, wrong, todo: `It is in the folder ${deeper.join(' and in ')}: give that folder.` }
  return {
    file,
    wrong,
    todo: 'Give the folder that holds the CSV files of the return: header.csv, episodes.csv and the others.',
  }
}

async function listFolder(path: string): Promise<Result<readonly string[], FolderFault>> {
  const at = await stat(path).catch(() => undefined)
  if (!at)
    return fail({
      file: path,
      wrong: 'There is no such folder.',
      todo: 'Check how it is written, and that you may read it.',
    })
  if (!at.isDirectory())
    return fail({
      file: path,
      wrong: 'This is a file, not a folder.',
      todo: 'Give the folder that holds the CSV files of the return.',
    })
  try {
    return ok((await readdir(path)).filter(name => !name.startsWith('.')).sort())
  } catch {
    return fail({
      file: path,
      wrong: 'The folder can’t be read.',
      todo: 'Ask for leave to read it, or copy it to a folder of your own.',
    })
  }
}

/**
 * Reads a folder that holds an SSDA903 return as CSV files. Header and episodes are needed; of the others, those that
 * are not there are named in a note.
 * @returns the tables as text, or every fault found, each with what to do
 */
export async function readReturnFolder(path: string): Promise<Result<ReturnFolder, readonly FolderFault[]>> {
  const listed = await listFolder(path)
  if (!listed.ok) return fail([listed.error])
  const found = listed.value.flatMap(file => {
    const table = tableOfFile(file)
    return table ? [{ file, table }] : []
  })
  const faults: FolderFault[] = []
  for (const code of tableCodes) {
    const files = found.filter(f => f.table === code)
    if (files.length > 1)
      faults.push({
        file: files.map(f => f.file).join(', '),
        wrong: `These are all the ${code} file.`,
        todo: 'Keep the one that is meant.',
      })
    if (files.length === 0 && tables[code].needed) faults.push(await missingFault(path, code, listed.value))
  }
  const read: RawTable[] = []
  const notes = notesOf(listed.value, found)
  for (const { file, table } of found) {
    const got = await readTable(path, file, table)
    if (got.ok) {
      read.push(got.value.table)
      notes.push(...got.value.notes)
    } else faults.push(...got.error)
  }
  return faults.length > 0 ? fail(faults) : ok({ name: basename(resolve(path)), tables: read, notes })
}

function notesOf(listed: readonly string[], found: readonly { file: string; table: TableCode }[]): string[] {
  const known = new Set(found.map(f => f.file))
  const strange = listed.filter(name => !known.has(name))
  const absent = tableCodes.filter(code => !found.some(f => f.table === code))
  return [
    ...strange.map(name => `${name} is not one of the return’s files, and was not read.`),
    ...(absent.length > 0
      ? [`Not in the folder, and not needed: ${absent.map(code => `${code}.csv`).join(', ')}.`]
      : []),
  ]
}
