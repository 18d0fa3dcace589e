import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Tables } from '../../../domain/returns/ssda903/rules/data.ts'
import { fileName } from '../../../domain/returns/ssda903/table-files.ts'
import { csvLines, tablesIn } from '../../../domain/returns/ssda903/write/csv.ts'
import { xmlOf } from '../../../domain/returns/ssda903/write/xml.ts'

/** Text goes out in pieces of this size: a whole return at once would be held in memory. */
const PIECE = 1 << 16

async function put(path: string, text: Iterable<string>): Promise<void> {
  const out = createWriteStream(path)
  const done = finished(out)
  // A full disk is told by `done`; it is waited for in the end.
  done.catch(() => {})
  let piece = ''
  for (const part of text) {
    piece += part
    if (piece.length < PIECE) continue
    if (!out.write(piece)) await Promise.race([once(out, 'drain'), done])
    piece = ''
  }
  out.end(piece)
  await done
}

/**
 * Writes the CSV form of a return: a file for each of its tables.
 * @returns the files, as they are named in the folder
 */
export async function writeFolder903(tables: Tables, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (const table of tablesIn(tables)) {
    await put(join(folder, fileName(table)), csvLines(table, tables))
    names.push(fileName(table))
  }
  return names
}

/** Writes the XML form of a return. */
export async function writeXml903(tables: Tables, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await put(path, xmlOf(tables))
}
