import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'

/** What a file of a zip is held to before anything of it is unpacked. A report with its pictures is well within. */
const MOST_ENTRIES = 5_000
const MOST_BYTES = 100 * 1024 * 1024

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export interface Zip {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

const BROKEN = 'This Word file is damaged and cannot be opened. Open it in Word, save it again and give that.'
const TOO_BIG =
  'This Word file unpacks to more than can be read: 100 MB, of which 40 MB words. Save it as a PDF.'
const LOCKED = 'This Word file is locked with a password. Save a copy without one and give that.'

/**
 * The list of what is in a zip, from its end; nothing is unpacked. Sizes and numbers are bounded as declared here,
 * and again as unpacked in `unpacked`, because a file made to harm declares what it likes.
 */
export function zipOf(bytes: Uint8Array): Result<Zip> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return fail(BROKEN)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES)
    return fail(`This Word file has more than ${MOST_ENTRIES} parts. Save it as a PDF.`)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return fail(BROKEN)
    const length = view.getUint16(at + 28, true)
    if ((view.getUint16(at + 8, true) & 1) === 1) return fail(LOCKED)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    const size = view.getUint32(at + 24, true)
    entries.set(name, {
      name,
      size,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    total += size
    if (total > MOST_BYTES) return fail(TOO_BIG)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok({ bytes, entries })
}

/** Where the record at the end of a zip begins: 22 bytes, and a comment of at most 65,535 after it. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw)

/** The text of one part of a zip; undefined where there is no such part. Never unpacks more than `most` bytes. */
export async function unpacked(zip: Zip, name: string, most: number): Promise<Result<string | undefined>> {
  const entry = zip.entries.get(name)
  if (!entry) return ok(undefined)
  if (entry.size > most) return fail(TOO_BIG)
  const { bytes } = zip
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return fail(BROKEN)
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed || (entry.method !== 0 && entry.method !== 8)) return fail(BROKEN)
  try {
    const whole = entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: most })
    return whole.length === entry.size ? ok(new TextDecoder().decode(whole)) : fail(BROKEN)
  } catch (error) {
    const long = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return fail(long ? TOO_BIG : BROKEN)
  }
}
