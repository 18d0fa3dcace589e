import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BadCopy, FORMAT, type Head, type Tail } from './format.ts'

const NEWLINE = 0x0a
const END = '"end"'

/** The lines of a gzip file, as bytes with their ends. What follows the last end of a line is a line too. */
async function* bytesByLine(file: string): AsyncGenerator<Buffer> {
  const raw = createReadStream(file)
  const plain = createGunzip()
  raw.on('error', error => plain.destroy(error))
  let rest: Buffer[] = []
  for await (const chunk of raw.pipe(plain)) {
    const bytes = Buffer.from(chunk)
    let from = 0
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      const piece = bytes.subarray(from, at + 1)
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece])
      rest = []
      from = at + 1
    }
    if (from < bytes.length) rest.push(bytes.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

const CUT = 'It ends too early: it was cut off, perhaps as it was carried here. Take another copy.'
const DAMAGED = 'It is damaged: its bytes are not those that were written. Take another copy.'
const FOREIGN = 'It is no copy of this product. Give a file that golden-thread backup made.'

/** What a person is told of a fault in reading. */
function told(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return new BadCopy('There is no such file. Check its name.')
  if (code === 'EISDIR') return new BadCopy('That is a folder. Give the file of the copy.')
  if (code === 'EACCES') return new BadCopy('It may not be read by you. Check who owns it.')
  if (code === 'Z_BUF_ERROR') return new BadCopy(CUT)
  if (error instanceof Error && error.message === 'incorrect header check') return new BadCopy(FOREIGN)
  if (code.startsWith('Z_') || error instanceof SyntaxError) return new BadCopy(DAMAGED)
  return error
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'copy' in value && value.copy === 'golden-thread'

function readHead(line: string): Head {
  let head: unknown
  try {
    head = JSON.parse(line)
  } catch {
    throw new BadCopy(FOREIGN)
  }
  if (!isHead(head)) throw new BadCopy(FOREIGN)
  if (head.format !== FORMAT)
    throw new BadCopy('It was made by a later version of this product. Use that version to bring it in.')
  return head
}

/** One part of a copy, as it is read. */
export type Part =
  | { readonly head: Head }
  | { readonly table: string; readonly row: string }
  | { readonly tail: Tail }

/**
 * Reads a copy from beginning to end. The last part comes only where every byte before it is as it was written.
 * @throws BadCopy in plain words: not there, foreign, cut off, damaged
 */
export async function* readCopy(file: string): AsyncGenerator<Part> {
  const sum = createHash('sha256')
  let head: Head | null = null
  let table = ''
  let tail: Tail | null = null
  try {
    for await (const bytes of bytesByLine(file)) {
      const line = bytes.toString('utf8').trimEnd()
      if (tail) throw new BadCopy(DAMAGED)
      if (table === END) {
        const read: Tail = JSON.parse(line)
        if (read.sha256 !== sum.digest('hex')) throw new BadCopy(DAMAGED)
        tail = read
        continue
      }
      sum.update(bytes)
      if (!head) {
        head = readHead(line)
        yield { head }
      } else if (line.startsWith('"')) table = line
      else yield { table: JSON.parse(table), row: line }
    }
    if (!head) throw new BadCopy(FOREIGN)
    if (!tail) throw new BadCopy(CUT)
  } catch (error) {
    throw told(error)
  }
  yield { tail }
}

/** Reads a copy through, and says what it is; nothing is done with it before. @throws BadCopy where it is not whole */
export async function checkCopy(file: string): Promise<{ readonly head: Head; readonly tail: Tail }> {
  let head: Head | null = null
  for await (const part of readCopy(file)) {
    if ('head' in part) head = part.head
    else if ('tail' in part && head) return { head, tail: part.tail }
  }
  throw new BadCopy(CUT)
}
