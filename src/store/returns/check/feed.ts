import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import type { XmlFault } from '../../../domain/returns/xml/reader.ts'
import { fileKind, utf16 } from '../file-kind.ts'

const PIECE = 1 << 18

/** No return is larger: some ten times a census of 20,000 children. */
export const LARGEST = 256 * 1024 * 1024

export const tooLarge = (file: string): FileNote => ({
  file,
  wrong: 'It is larger than any return, and was not read.',
  todo: 'Check that this is the file you mean.',
})

interface Reader {
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
}

/** How a file is encoded: by its mark, or by what its first line says. */
function encodingOf(start: Uint8Array): string {
  const wide = utf16(start)
  if (wide) return wide
  const said = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    Buffer.from(start.subarray(0, 200)).toString('latin1'),
  )
  return /^(iso-8859-1|latin-?1|windows-1252)$/i.test(said?.[1] ?? '') ? 'windows-1252' : 'utf-8'
}

/** What can be said of a file by its first bytes alone: that it is no XML at all. */
function otherThan(file: string, start: Uint8Array): FileNote | undefined {
  const kind = fileKind(start)
  return kind
    ? {
        file,
        wrong: `This is ${kind.what}, not XML.`,
        todo: kind.zipped
          ? 'Unpack it first, and give the XML file that was in it.'
          : 'Give the XML file that the return’s system made.',
      }
    : undefined
}

/** What a decoder puts where bytes are no character. */
const NO_CHARACTER = '\uFFFD'

/**
 * Feeds a file to a reader, a piece at a time, so that its size does not matter; the reader stops at the first fault.
 * @returns what is to be said of how it was read, or why it can't be
 */
export async function feed(path: string, reader: Reader): Promise<Result<readonly string[], FileNote>> {
  const file = basename(path)
  const at = await stat(path).catch(() => undefined)
  if (!at?.isFile())
    return fail({
      file: path,
      wrong: 'There is no file of this name.',
      todo: 'Check how it is written, and that you may read it.',
    })
  if (at.size > LARGEST) return fail(tooLarge(file))
  const handle = await open(path)
  const buffer = Buffer.alloc(PIECE)
  let decoder: TextDecoder | undefined
  let strange = false
  const say = (text: string): FileNote | undefined => {
    strange ||= text.includes(NO_CHARACTER)
    const fault = reader.write(text)
    return fault && { file, wrong: fault.wrong, todo: fault.todo }
  }
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE)
      if (bytesRead === 0) break
      const bytes = buffer.subarray(0, bytesRead)
      if (!decoder) {
        const other = otherThan(file, bytes)
        if (other) return fail(other)
        decoder = new TextDecoder(encodingOf(bytes))
      }
      const fault = say(decoder.decode(bytes, { stream: true }))
      if (fault) return fail(fault)
    }
  } finally {
    await handle.close()
  }
  const fault = say(decoder?.decode() ?? '') ?? reader.end()
  if (fault) return fail({ file, wrong: fault.wrong, todo: fault.todo })
  return ok(
    strange
      ? [
          `It is not all in ${decoder?.encoding.toUpperCase()}, as it should be: some characters could not be read, and are “${NO_CHARACTER}” here.`,
        ]
      : [],
  )
}
