import { fail, ok, type Result } from '../kernel/result.ts'

/** A kind of file that is taken: how it is named, what it is called, and how its bytes begin. */
interface FileKind {
  readonly endings: readonly string[]
  readonly title: string
  readonly type: string
  readonly is: (bytes: Uint8Array) => boolean
}

const starts = (bytes: Uint8Array, first: readonly number[], at = 0) =>
  first.every((b, i) => bytes[at + i] === b)

/** Bytes as letters, one each: to look for words in a file of any kind. */
function letters(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (const b of bytes.subarray(from, to)) text += String.fromCharCode(b)
  return text
}

const holds = (bytes: Uint8Array, word: string): boolean => {
  const codes = [...word].map(c => c.charCodeAt(0))
  for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0; at = bytes.indexOf(codes[0] ?? 0, at + 1))
    if (starts(bytes, codes, at)) return true
  return false
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEIC = /^ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/
const wide = (word: string) => [...word].join('\0')

function isText(bytes: Uint8Array): boolean {
  if (starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff])) return true
  return !bytes.some(b => b < 9 || (b > 13 && b < 32 && b !== 27))
}

/** In the order in which bytes are asked: what any text may be comes last. */
const kinds: readonly FileKind[] = [
  {
    endings: ['pdf'],
    title: 'a PDF',
    type: 'application/pdf',
    is: b => letters(b, 0, 1024).includes('%PDF-'),
  },
  {
    endings: ['docx'],
    title: 'a Word document',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    is: b => starts(b, ZIP) && holds(b, 'word/document') && !holds(b, 'vbaProject'),
  },
  {
    endings: ['odt'],
    title: 'an OpenDocument text',
    type: 'application/vnd.oasis.opendocument.text',
    is: b => starts(b, ZIP) && letters(b, 0, 120).includes('application/vnd.oasis.opendocument.text'),
  },
  {
    endings: ['jpg', 'jpeg'],
    title: 'a JPEG picture',
    type: 'image/jpeg',
    is: b => starts(b, [0xff, 0xd8, 0xff]),
  },
  {
    endings: ['png'],
    title: 'a PNG picture',
    type: 'image/png',
    is: b => starts(b, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  {
    endings: ['heic', 'heif'],
    title: 'an iPhone picture',
    type: 'image/heic',
    is: b => HEIC.test(letters(b, 4, 12)),
  },
  {
    endings: ['msg'],
    title: 'an Outlook message',
    type: 'application/vnd.ms-outlook',
    is: b => starts(b, OLE) && holds(b, wide('__substg1.0_')),
  },
  {
    endings: ['eml'],
    title: 'an email',
    type: 'message/rfc822',
    is: b => isText(b) && /^[\w-]+:[ \t]/.test(letters(b, 0, 200).replace(/^\xef\xbb\xbf/, '')),
  },
  { endings: ['txt'], title: 'plain text', type: 'text/plain; charset=utf-8', is: isText },
]

/** What is not taken, and yet is known when it is met: so that the sender is told what went wrong. */
const others: readonly (readonly [string, (b: Uint8Array) => boolean])[] = [
  ['a program', b => starts(b, [0x4d, 0x5a]) || starts(b, [0x7f, 0x45, 0x4c, 0x46])],
  ['a Word document with macros', b => starts(b, ZIP) && holds(b, 'vbaProject')],
  ['a spreadsheet', b => starts(b, ZIP) && holds(b, 'xl/')],
  ['a presentation', b => starts(b, ZIP) && holds(b, 'ppt/')],
  ['a ZIP file', b => starts(b, ZIP)],
  ['an old Office file', b => starts(b, OLE)],
  ['a GIF picture', b => letters(b, 0, 4) === 'GIF8'],
  ['a web page', b => /^\s*<(!doctype html|html|script|svg|\?xml)/i.test(letters(b, 0, 300))],
]

/** Endings of the files that are taken, as a browser’s dialogue wants them. */
export const ACCEPTED = kinds.flatMap(k => k.endings.map(e => `.${e}`)).join(',')

/** What is taken, in words. */
export const ACCEPTED_WORDS = 'PDF, Word (.docx), OpenDocument (.odt), pictures, plain text or a saved email'

/** A file’s name without folders, control characters or what a header could trip over; its ending is kept. */
export function safeName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  return `${(stem || 'file').slice(0, 120)}${ending.slice(0, 20)}`
}

/**
 * What a file is: its name and its first bytes must say the same.
 * @returns its name made safe and its media type; or, in plain words, why it is not taken and what to do
 */
export function sniff(name: string, bytes: Uint8Array): Result<{ name: string; type: string }> {
  const safe = safeName(name)
  const ending = safe.includes('.') ? (safe.split('.').at(-1) ?? '').toLowerCase() : ''
  const named = kinds.find(k => k.endings.includes(ending))
  const other = others.find(([, is]) => is(bytes))?.[0]
  if (!named)
    return fail(
      `“${safe}” is not a kind of file we can take. Save it as a PDF, and send that. We take: ${ACCEPTED_WORDS}.`,
    )
  // A web page or a program is text or bytes like any other: what is known to be something else is no text.
  const really = kinds.find(k => !isPlain(k) && k.is(bytes))?.title ?? other
  if (named.is(bytes) && !(isPlain(named) && really)) return ok({ name: safe, type: named.type })
  const holdsIt = really ? `but ${really} is in it` : 'but that is not what is in it'
  return fail(
    `“${safe}” is named as ${named.title}, ${holdsIt}. Open it, save it as a PDF, and send that; or leave it out.`,
  )
}

const isPlain = (k: FileKind) => k.type.startsWith('text/') || k.type === 'message/rfc822'
