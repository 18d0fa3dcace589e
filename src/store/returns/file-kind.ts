const starts = (bytes: Uint8Array, ...first: number[]) => first.every((b, i) => bytes[i] === b)

/** What a file is that should be text and is not, and how to come by the text. */
export interface FileKind {
  readonly what: string
  readonly zipped: boolean
}

/** What a file is, told by its first bytes, where that is not text. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const is = (what: string, zipped = false): FileKind => ({ what, zipped })
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/')
      ? is('an Excel workbook')
      : is('a ZIP file', true)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return is('an old Excel or Office file')
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return is('a PDF')
  if (starts(bytes, 0x1f, 0x8b)) return is('a gzip file', true)
  return undefined
}

/** How text is encoded in two bytes a character, by its mark or by which half of its first characters is empty. */
export function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  const some = bytes.subarray(0, 200)
  const zeros = (from: 0 | 1) => some.filter((b, i) => i % 2 === from && b === 0).length
  if (zeros(1) > some.length / 3 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > some.length / 3 && zeros(1) === 0 ? 'utf-16be' : undefined
}
