import { fail, ok, type Result } from '../../domain/kernel/result.ts'

/** A file's text, and what should be said of how it was read. */
interface Text {
  readonly text: string
  readonly note: string | null
}

/** What is wrong with a file as a whole, and what to do. */
interface Refusal {
  readonly wrong: string
  readonly todo: string
}

const SAVE = 'Open it in the program it came from and save it as CSV (comma separated, UTF-8).'

const starts = (bytes: Uint8Array, ...first: number[]) => first.every((b, i) => bytes[i] === b)

/** What a file is, told by its first bytes, where that is not text. */
function otherKind(bytes: Uint8Array): Refusal | undefined {
  const has = (word: string) => Buffer.from(bytes).includes(word)
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04))
    return has('xl/')
      ? { wrong: 'This is an Excel workbook, not CSV.', todo: 'Open it in Excel and save it as “CSV UTF-8”.' }
      : {
          wrong: 'This is a ZIP file, not CSV.',
          todo: 'Unpack it first, and give the folder of what was in it.',
        }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { wrong: 'This is an old Excel or Office file, not CSV.', todo: SAVE }
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { wrong: 'This is a PDF, not CSV.', todo: SAVE }
  if (starts(bytes, 0x1f, 0x8b)) return { wrong: 'This is a gzip file, not CSV.', todo: 'Unpack it first.' }
  return undefined
}

const NOT_TEXT: Refusal = { wrong: 'This is not text, so it is not CSV.', todo: SAVE }

/** Which of the two halves of UTF-16 characters are empty, where no mark at the start says so. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  const some = bytes.subarray(0, 200)
  const zeros = (from: 0 | 1) => some.filter((b, i) => i % 2 === from && b === 0).length
  if (zeros(1) > some.length / 3 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > some.length / 3 && zeros(1) === 0 ? 'utf-16be' : undefined
}

function read(bytes: Uint8Array): Result<Text, Refusal> {
  const wide = utf16(bytes)
  if (wide)
    return ok({ text: new TextDecoder(wide).decode(bytes), note: 'It is in UTF-16, and was read as such.' })
  if (bytes.includes(0)) return fail(NOT_TEXT)
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: null })
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    return ok({ text, note: 'It is not in UTF-8, and was read as Windows-1252, as Excel saves CSV.' })
  }
}

/** The text of a file that should be CSV, without a byte order mark; or what it is instead, and what to do. */
export function decode(bytes: Uint8Array): Result<Text, Refusal> {
  if (bytes.length === 0)
    return fail({
      wrong: 'The file is empty.',
      todo: 'Save it again; even with no rows it needs its line of column names.',
    })
  const other = otherKind(bytes)
  if (other) return fail(other)
  const found = read(bytes)
  if (!found.ok) return found
  const text = found.value.text.replace(/^\uFEFF/, '')
  const first = text.trimStart()
  if (first === '')
    return fail({
      wrong: 'The file has nothing but blanks.',
      todo: 'Save it again with its line of column names.',
    })
  if (/^<(\?xml|!doctype|html|[a-z]+[\s>])/i.test(first))
    return fail({
      wrong: 'This is XML or a web page, not CSV.',
      todo: 'This import reads the CSV form of the return. Export it as CSV.',
    })
  if (/^[{[]/.test(first)) return fail({ wrong: 'This is JSON, not CSV.', todo: 'Export the return as CSV.' })
  return ok({ text, note: found.value.note })
}
