import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import { censusReader, type ReadCensus } from '../../../domain/returns/cin/read.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import type { XmlFault } from '../../../domain/returns/xml/reader.ts'

const PIECE = 1 << 18

interface Reader {
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
}

/**
 * Feeds a file to a reader, a piece at a time, so that its size does not matter; the reader stops at the first fault.
 * @returns the fault, with the file it is in
 */
export async function feed(path: string, reader: Reader): Promise<FileNote | undefined> {
  const file = basename(path)
  const at = await stat(path).catch(() => undefined)
  if (!at?.isFile())
    return {
      file: path,
      wrong: 'There is no file of this name.',
      todo: 'Check how it is written, and that you may read it.',
    }
  const handle = await open(path)
  const buffer = Buffer.alloc(PIECE)
  let decoder: TextDecoder | undefined
  const said = (fault: XmlFault | undefined) =>
    fault ? { file, wrong: fault.wrong, todo: fault.todo } : undefined
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE)
      if (bytesRead === 0) break
      decoder ??= new TextDecoder(encodingOf(buffer.subarray(0, bytesRead)))
      const fault = said(reader.write(decoder.decode(buffer.subarray(0, bytesRead), { stream: true })))
      if (fault) return fault
    }
  } finally {
    await handle.close()
  }
  return said(reader.end())
}

/** How a file is encoded: by its mark, or by what its first line says. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const said = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    Buffer.from(start.subarray(0, 200)).toString('latin1'),
  )
  return /^(iso-8859-1|latin-?1|windows-1252)$/i.test(said?.[1] ?? '') ? 'windows-1252' : 'utf-8'
}

/** Reads a children in need census. */
export async function readCin(path: string): Promise<Result<ReadCensus, FileNote>> {
  const reader = censusReader()
  const fault = await feed(path, reader)
  return fault ? fail(fault) : ok(reader.result())
}
