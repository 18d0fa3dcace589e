import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { fileKind, utf16 } from './file-kind.ts'

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

/** What a file is, told by its first bytes, where that is not text. */
function otherKind(bytes: Uint8Array): Refusal | undefined {
  const kind = fileKind(bytes)
  if (!kind) return undefined
  const wrong = `This is ${kind.what}, not CSV.`
  if (kind.what === 'a ZIP file')
    return { wrong, todo: 'Unpack it first, and give the folder of what was in it.' }
  if (kind.what === 'an Excel workbook')
    return { wrong, todo: 'Open it in Excel and save it as “CSV UTF-8”.' }
  return { wrong, todo: kind.zipped ? 'Unpack it first.' : SAVE }
}

const NOT_TEXT: Refusal = { wrong: 'This is not text, so it is not CSV.', todo: SAVE }

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
