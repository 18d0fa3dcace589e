import type { FastifyRequest } from 'fastify'
import type { Typed } from '../../domain/records/parse.ts'
import type { Upload } from './visit.ts'

// PostgreSQL can't hold a NUL in text, and no keyboard makes one.
const clean = (value: unknown): string => String(value).replaceAll('\u0000', '')

function texts(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  )
}

/** The most that files may come to together: they are held in memory until they are looked at. */
export const LARGEST = 30 * 1024 * 1024

/** The most that the words of a form may come to: thirty times the longest report. */
export const LONGEST = 4 * 1024 * 1024

/** No form of ours asks a tenth of it. */
const MOST_FIELDS = 5_000

/** Files of forms that are read at once. Each may be as large as `LARGEST`. */
const AT_ONCE = 10
let reading = 0

/** A fault that the server answers as one of its own: see `UNREAD` in `server.ts`. */
const fault = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode })
const tooLarge = () => fault(413, 'The files are too large together.')

function bounded(typed: Typed): Typed {
  if (Object.values(typed).flat().length > MOST_FIELDS) throw fault(400, 'The form has too many fields.')
  return typed
}

interface Form {
  readonly typed: Typed
  readonly uploads: readonly Upload[]
}

/**
 * What was posted, as texts by name, and the files that came with it.
 * @param files false for whoever may send none: theirs are let go as they come, and only the words are kept
 */
export async function readForm(request: FastifyRequest, files: boolean): Promise<Form> {
  if (request.method !== 'POST') return { typed: {}, uploads: [] }
  if (!request.isMultipart()) return { typed: bounded(texts(request.body)), uploads: [] }
  if (reading >= AT_ONCE) throw fault(503, 'Too many files are being sent at once.')
  reading += 1
  try {
    return await partsOf(request, files)
  } finally {
    reading -= 1
  }
}

async function partsOf(request: FastifyRequest, files: boolean): Promise<Form> {
  const typed = new Map<string, string | string[]>()
  const uploads: Upload[] = []
  let [size, length] = [0, 0]
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (!files) {
        part.file.resume()
        continue
      }
      const bytes = await part.toBuffer()
      size += bytes.length
      if (size > LARGEST) throw tooLarge()
      if (bytes.length > 0) uploads.push({ field: part.fieldname, name: clean(part.filename), bytes })
    } else {
      const words = clean(part.value)
      length += words.length
      if (length > LONGEST) throw tooLarge()
      typed.set(part.fieldname, again(typed.get(part.fieldname), words))
    }
  }
  return { typed: bounded(Object.fromEntries(typed)), uploads }
}

/** A name that comes again has several answers, as it has in a form without files. */
const again = (before: string | string[] | undefined, value: string): string | string[] =>
  before === undefined ? value : [before, value].flat()
