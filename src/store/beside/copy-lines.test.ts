import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columns } from '../projected.ts'
import { copyLines } from './copy-lines.ts'

let lite: PGlite
beforeAll(async () => {
  lite = await PGlite.create()
  const shape = Object.entries(columns.happening).map(([name, type]) => `"${name}" ${type}`)
  await lite.exec(`create table happening (${shape.join(', ')})`)
})
afterAll(async () => await lite.close())

/** Whatever people type; a blank character that no text in PostgreSQL may hold is left out. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\\N', '\\.', 'a\tb', 'a\nb\r', '{"x"}', '\\', '', 'NULL'),
  )
  .map(s => s.replaceAll('\u0000', ''))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const row = fc.record({
  entry: fc.uuid(),
  subject: fc.uuid(),
  seq: fc.integer({ min: 1, max: 9999 }),
  type: words,
  happened: fc.constantFrom('2024-02-29', '1999-12-31'),
  recorded: fc.constantFrom('2025-04-01T10:00:00.000Z', '2025-07-01T23:59:59.999Z'),
  author: fc.uuid(),
  answers: fc.dictionary(words, fc.oneof(words, fc.integer(), fc.boolean(), fc.array(words))),
  marks: fc.array(words),
  summary: words,
  chronology: maybe(words),
  sensitivity: words,
  source: maybe(words),
  amended: fc.nat(),
  withdrawn: fc.boolean(),
  needs_signature: fc.array(words),
  signed_by: maybe(fc.uuid()),
  sent_back: fc.constant(undefined),
  amends: maybe(fc.uuid()),
})

test('rows come in by COPY as they do as JSON, whatever is in them', async () => {
  const names = Object.keys(columns.happening)
    .map(n => `"${n}"`)
    .join(', ')
  const all = `select ${names} from happening order by entry, summary`
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async rows => {
      await lite.query(`copy happening (${names}) from '/dev/blob'`, [], {
        blob: new Blob([copyLines('happening')(rows)]),
      })
      const copied = await lite.query(all)
      await lite.exec('truncate happening')
      await lite.query(`insert into happening select * from jsonb_populate_recordset(null::happening, $1)`, [
        JSON.stringify(rows),
      ])
      const inserted = await lite.query(all)
      await lite.exec('truncate happening')
      expect(copied.rows).toEqual(inserted.rows)
      expect(copied.rows).toHaveLength(rows.length)
    }),
    { numRuns: 60 },
  )
})
