import type { FastifyRequest } from 'fastify'
import type { Typed } from '../../domain/records/parse.ts'
import type { Upload } from '../page.ts'

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

/** What was posted, as texts by name, and a file where one came with it. */
export async function readForm(request: FastifyRequest): Promise<{ typed: Typed; upload: Upload | null }> {
  if (request.method !== 'POST') return { typed: {}, upload: null }
  if (!request.isMultipart()) return { typed: texts(request.body), upload: null }
  const typed: Record<string, string> = {}
  let upload: Upload | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) upload = { name: clean(part.filename), bytes }
    } else typed[part.fieldname] = clean(part.value)
  }
  return { typed, upload }
}
