import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into an archive: its path inside, with slashes, and what it holds. */
export interface Zipped {
  readonly name: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const UTF8 = 0x0800
const DEFLATE = 8
/** 1 January 1980: the format must say a day, and no day of making is given away. */
const DAY = 0x0021
const MOST = 0xffff_ffff

function fields(values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const made = Buffer.alloc(values.reduce((sum, [n]) => sum + n, 0))
  let at = 0
  for (const [n, value] of values) {
    made.writeUIntLE(value, at, n)
    at += n
  }
  return made
}

/**
 * A ZIP archive in memory, of files that are not many gigabytes.
 * @throws where it would be larger than the plain format can say (4 GB)
 */
export function zipOf(files: readonly Zipped[]): Buffer {
  const body: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name)
    const packed = deflateRawSync(bytes)
    const common = [
      [2, 20],
      [2, UTF8],
      [2, DEFLATE],
      [2, 0],
      [2, DAY],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    ] as const
    const head = Buffer.concat([fields([[4, LOCAL], ...common]), path, packed])
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const
    central.push(Buffer.concat([fields([[4, CENTRAL], [2, 20], ...common, ...rest]), path]))
    body.push(head)
    offset += head.length
    if (offset > MOST) throw new Error('This is more than an archive of this kind can hold.')
  }
  const names = Buffer.concat(central)
  const end = fields([
    [4, END],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, names.length],
    [4, offset],
    [2, 0],
  ])
  return Buffer.concat([...body, names, end])
}
