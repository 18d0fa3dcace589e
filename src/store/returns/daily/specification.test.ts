import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { childSchema, MOST_CHILDREN } from '../../../domain/returns/daily/schema.ts'
import type { Shape } from '../../../domain/returns/daily/shape.ts'
import { refusalsOf } from '../../../domain/returns/daily/validate.ts'

const shared = (name: string) =>
  fileURLToPath(new URL(`../../../../../shared/specs/${name}`, import.meta.url))
const read = (name: string): unknown => JSON.parse(readFileSync(shared(name), 'utf8'))
const there = existsSync(shared('dfe-csc-api-openapi.json'))

/** Our declaration as the schema that the Department would write. */
function asSchema(shape: Shape): unknown {
  switch (shape.kind) {
    case 'text':
      return {
        type: 'string',
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
        ...(shape.least === undefined ? {} : { minLength: shape.least }),
        ...(shape.most === undefined ? {} : { maxLength: shape.most }),
      }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'flag':
      return { type: 'boolean' }
    case 'whole':
      return { type: 'integer' }
    case 'many':
      return { type: 'array', items: asSchema(shape.of), uniqueItems: true, maxItems: shape.most }
    case 'blocks':
      return { type: 'array', items: asSchema(shape.of) }
    case 'block':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.fields).map(([n, f]) => [n, asSchema(f)])),
        ...(shape.required.length > 0 ? { required: shape.required } : {}),
        additionalProperties: false,
      }
  }
}

const WORDS = new Set(['description', 'title', 'example', 'default'])
const withoutWords = (v: unknown, names = false): unknown =>
  Array.isArray(v)
    ? v.map(x => withoutWords(x))
    : typeof v === 'object' && v !== null
      ? Object.fromEntries(
          Object.entries(v)
            .filter(([k]) => names || !WORDS.has(k))
            .map(([k, x]) => [k, withoutWords(x, k === 'properties')]),
        )
      : v

test.skipIf(!there)('what we hold the Department to take is what its schema says', () => {
  const spec = read('dfe-csc-api-openapi.json')
  const csc = Object(spec).components.schemas.CSC
  expect(asSchema(childSchema)).toEqual(withoutWords(csc.items))
  expect(csc.maxItems).toBe(MOST_CHILDREN)
})

test.skipIf(!there)('the published examples are judged by their shape as they were', () => {
  const { examples } = Object(read('dfe-csc-api-examples.json'))
  for (const e of examples) {
    const byShape = [e.payload]
      .flat()
      .flatMap(refusalsOf)
      .filter(r => !/national code/.test(r.says))
    expect(byShape.length === 0, e.file).toBe(e.valid_against_v1_0_1)
  }
})
