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

/** A fault that the server answers as one of its own: see `UNREAD` in `server.ts`. */
const tooLarge = () => Object.assign(new Error('The files are too large together.'), { statusCode: 413 })

/** What was posted, as texts by name, and the files that came with it. */
export async function readForm(
  request: FastifyRequest,
): Promise<{ typed: Typed; uploads: readonly Upload[] }> {
  if (request.method !== 'POST') return { typed: {}, uploads: [] }
  if (!request.isMultipart()) return { typed: texts(request.body), uploads: [] }
  const typed: Record<string, string | string[]> = {}
  const uploads: Upload[] = []
  let size = 0
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      size += bytes.length
      if (size > LARGEST) throw tooLarge()
      if (bytes.length > 0) uploads.push({ field: part.fieldname, name: clean(part.filename), bytes })
    } else typed[part.fieldname] = again(typed[part.fieldname], clean(part.value))
  }
  return { typed, uploads }
}

/** A name that comes again has several answers, as it has in a form without files. */
const again = (before: string | string[] | undefined, value: string): string | string[] =>
  before === undefined ? value : [before, value].flat()
