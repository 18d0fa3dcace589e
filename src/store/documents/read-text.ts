import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'

/** Published reports are under 2 MB; this bounds what an upload can make the product hold at once. */
const MOST_BYTES = 50 * 1024 * 1024

/** The text of a document on disk: .pdf, .docx or .txt. A failure is told in words for people. */
export async function readDocument(path: string): Promise<Result<string>> {
  try {
    return await readDocumentBytes(basename(path), await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return fail(`There is no file "${path}". Check its name and folder.`)
    if (code === 'EISDIR') return fail(`"${path}" is a folder. Give one file in it.`)
    if (code === 'EACCES') return fail(`"${path}" may not be read by this user. Change who may read it.`)
    throw error
  }
}

/** The text of a document already read, such as an upload: what it holds decides, not only what it is called. */
export async function readDocumentBytes(name: string, bytes: Uint8Array): Promise<Result<string>> {
  if (bytes.length === 0) return fail(`"${name}" is empty. Download it again from where it was published.`)
  if (bytes.length > MOST_BYTES) return fail(`"${name}" is over 50 MB. Give the report alone.`)
  const begins = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (begins.includes('%PDF-')) return readPdf(bytes)
  if (begins.startsWith(ZIP)) return readDocx(bytes)
  const kind = extname(name).toLowerCase()
  if (kind === '.pdf') return fail(`"${name}" is called a PDF but is none. Download it again.`)
  const binary = KNOWN.find(([start]) => begins.startsWith(start))
  if (begins.startsWith(OLD)) return fail(isLocked(bytes) ? LOCKED : oldFile(name))
  if (kind === '.docx') return fail(`"${name}" is called a Word file but is none. Download it again.`)
  if (binary || (kind !== '.txt' && kind !== '.text' && kind !== ''))
    return fail(
      `"${name}" is ${binary?.[1] ?? `a ${kind} file`}, which cannot be read. Save it as a PDF, a Word file (.docx) or plain text.`,
    )
  return decoded(name, bytes)
}

const ZIP = 'PK\u0003\u0004'
/** How Word and Excel began their files until 2007, and begin those with a password still. */
const OLD = '\u00d0\u00cf\u0011\u00e0'
const LOCKED = 'This Word file is locked with a password. Save a copy without one and give that.'
const oldFile = (name: string) =>
  `"${name}" is an old Word or Excel file, which cannot be read. Save it as a PDF or a Word file (.docx).`

/** A file with a password says so in its list of parts, in two bytes a letter. */
const isLocked = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )

const KNOWN: readonly (readonly [string, string])[] = [
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
]

/** UTF-16 and UTF-8 by their marks, else UTF-8 if it is that, else the Windows set that old Word saved text in. */
function decoded(name: string, bytes: Uint8Array): Result<string> {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes))
  if (a === 0xfe && b === 0xff) return ok(new TextDecoder('utf-16be').decode(bytes))
  const nothing = bytes.subarray(0, 4096).filter(byte => byte === 0).length
  if (nothing > 0) return fail(`"${name}" is not text. Give the report as a PDF with text or as plain text.`)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes))
  }
}
