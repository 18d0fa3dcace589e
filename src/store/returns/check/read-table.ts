import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { columnName } from '../../../domain/kernel/column-names.ts'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Frame } from '../../../domain/returns/check/frame.ts'
import type { TableName } from '../../../domain/returns/ssda903/rules/data.ts'
import { type FileNote, fileColumns, frameOfFile } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { ruleName, tableOfFile } from '../../../domain/returns/ssda903/table-files.ts'
import { csvColumns } from '../csv-columns.ts'
import { decode } from '../decode.ts'
import { LARGEST, tooLarge } from './feed.ts'

/** Which table a file is of, by its name. */
export const tableOf = (file: string): TableName | undefined => {
  const code = tableOfFile(file)
  return code && ruleName[code]
}

/** A table as it was read, and what is to be said of its file. */
interface ReadTable {
  readonly frame: Frame
  readonly notes: readonly FileNote[]
}

/** A file's bytes; what is no file, or may not be read, is said to be so. */
async function bytesOf(path: string, file: string): Promise<Result<Uint8Array, FileNote>> {
  const at = await stat(path).catch(() => undefined)
  if (at && at.size > LARGEST) return fail(tooLarge(file))
  const bytes = at?.isFile() ? await readFile(path).catch(() => undefined) : undefined
  return bytes
    ? ok(bytes)
    : fail({
        file,
        wrong: 'It is not a file that can be read.',
        todo: 'Check what it is, and that you may read it.',
      })
}

/** Whether the first line has any of a table's columns. What has none is another file, or none at all. */
function isOf(table: TableName, text: string): boolean {
  const line = /^[^\r\n]{0,10000}/.exec(text)?.[0] ?? ''
  const wanted = fileColumns(table)
  return line.split(/[,;\t|]/).some(name => wanted.includes(columnName(name.replaceAll('"', ''))))
}

/** Reads the file of one table. */
export async function readTable(path: string, table: TableName): Promise<Result<ReadTable, FileNote>> {
  const file = basename(path)
  const bytes = await bytesOf(path, file)
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  if (!text.ok) return fail({ file, ...text.error })
  if (!isOf(table, text.value.text))
    return fail({
      file,
      wrong: 'Its first line has none of the names of columns that this file should have.',
      todo: `Make its first line: ${fileColumns(table).join(',')}`,
    })
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
