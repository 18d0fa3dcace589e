import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameId, returnId } from './name-id.ts'

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

test('gives the version 5 id that the standard gives', () => {
  expect(nameId(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

/** The same digest by the platform's own means. */
async function platformSha1(name: string): Promise<string> {
  const space = Uint8Array.from(DNS.replaceAll('-', '').match(/../g) ?? [], h => Number.parseInt(h, 16))
  const bytes = new Uint8Array([...space, ...new TextEncoder().encode(name)])
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-1', bytes))
  return [...digest].map(b => b.toString(16).padStart(2, '0')).join('')
}

test('agrees with another SHA-1 for any name, of any length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async name => {
      const other = await platformSha1(name)
      const id = nameId(DNS, name)
      expect(id.replaceAll('-', '').slice(0, 12)).toBe(other.slice(0, 12))
      expect(id.replaceAll('-', '').slice(18)).toBe(other.slice(18, 32))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})

test('is the same for the same thing, and another for another', () => {
  expect(returnId(['235', 'placement', '2025-05-17'])).toBe(returnId(['235', 'placement', '2025-05-17']))
  expect(returnId(['235', 'placement', '2025-05-17'])).not.toBe(returnId(['235', 'placement', '2025-05-18']))
})
