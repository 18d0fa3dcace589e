import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE, hostile } from '../../../test/support/hostile.ts'
import { sniff } from '../../domain/front-door/sniff.ts'
import { readReport } from '../../domain/improvement/read-report.ts'
import { day, parseDay } from '../../domain/kernel/day.ts'
import { parseInstant } from '../../domain/kernel/london.ts'
import { readTyped } from '../../domain/matching/asked.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import { censusReader } from '../../domain/returns/cin/read.ts'
import { readStaffFile } from '../../domain/staff-file/read.ts'
import { parseCsv } from '../returns/parse-csv.ts'
import { readPlanFile } from './read-plan-file.ts'
import { readDocumentBytes } from './read-text.ts'
import { docxOf, p, tbl } from './sample-docx.ts'
import { pdfOf } from './sample-pdf.ts'

// How often is said by the environment where somebody wants to go on longer: see `npm run fuzz`.
const RUNS = Number(process.env.FUZZ_RUNS ?? 60)
const asked = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_121),
  numRuns: RUNS,
  endOnFailure: true,
}
const TODAY = day('2026-03-10')

/** Bytes with some changed, cut out, cut off or said again: what a broken or wicked file holds. */
const mutated = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.record({
        at: fc.nat(),
        how: fc.constantFrom('set', 'cut', 'again', 'end'),
        byte: fc.nat(255),
        long: fc.integer({ min: 1, max: 60 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map(changes => {
      let out = [...bytes]
      for (const { at, how, byte, long } of changes) {
        const from = out.length === 0 ? 0 : at % out.length
        if (how === 'set') out[from] = byte
        else if (how === 'cut') out.splice(from, long)
        else if (how === 'again') out.splice(from, 0, ...out.slice(from, from + long))
        else if (byte > 220) out = out.slice(0, from)
      }
      return Uint8Array.from(out)
    })

/** Words of a report, and among them what is hostile. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          'What needs to improve',
          '1. ',
          '• ',
          'Inspection of Thimble local authority',
          'Inspection dates: 1 to 12 March 2026',
          'Report published: 27 April 2026',
          'Overall effectiveness',
          'requires improvement',
          '\n',
          '\n\n',
          'Lead inspector: ',
          'Areas for priority action',
          'Headline findings',
        ),
      },
      { weight: 1, arbitrary: hostile },
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join('\n').slice(0, 20_000))

function told(read: { readonly ok: boolean; readonly error?: unknown }): void {
  expect(read.ok || (typeof read.error === 'string' && read.error.length > 10)).toBe(true)
}

describe('a file that is broken or made to harm', () => {
  test('a Word file or a plan of it: read, or told in words why not', async () => {
    const whole = await docxOf(
      p('What needs to improve') +
        tbl([
          ['Action', 'Owner', 'Due'],
          ['Visit', 'Amy', '2026-03-01'],
        ]),
    )
    await fc.assert(
      fc.asyncProperty(mutated(whole), async bytes => {
        told(await readDocumentBytes('a.docx', bytes))
        told(await readPlanFile('a.docx', bytes))
        told(await readPlanFile('a.xlsx', bytes))
      }),
      asked,
    )
  })

  test('a PDF: the same', async () => {
    const whole = pdfOf([
      [{ x: 50, y: 700, size: 12, text: 'What needs to improve is the recording of visits' }],
    ])
    await fc.assert(
      fc.asyncProperty(mutated(whole), async bytes => told(await readDocumentBytes('a.pdf', bytes))),
      { ...asked, numRuns: Math.ceil(RUNS / 2) },
    )
  })

  test('text and CSV: the same', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.uint8Array({ maxLength: 300 }), async (text, bytes) => {
        told(await readDocumentBytes('a.txt', bytes))
        told(await readPlanFile('a.csv', new TextEncoder().encode(text)))
        told(await readPlanFile('a.csv', bytes))
        const csv = parseCsv(text)
        expect(csv.ok || csv.error.todo.length > 0).toBe(true)
        readStaffFile([text.split(','), text.split('\n')], TODAY)
      }),
      asked,
    )
  })

  test('a return in XML: every fault is told, and none is thrown', () => {
    const whole =
      '<Message><Header><Collection>CIN</Collection></Header><Children><Child><LAchildID>A1</LAchildID></Child></Children></Message>'
    fc.assert(
      fc.property(mutated(new TextEncoder().encode(whole)), hostile, (bytes, more) => {
        const reader = censusReader()
        reader.write(new TextDecoder().decode(bytes))
        reader.write(more)
        reader.end()
      }),
      asked,
    )
  })

  test('a name and bytes that lie: taken as what they are, or refused in words', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('.pdf', '.docx', '.txt', '.png', '.svg', '.html', ''),
        fc.uint8Array({ maxLength: 200 }),
        (name, ending, bytes) => {
          const is = sniff(`${name}${ending}`, bytes)
          told(is)
          if (!is.ok) return
          expect(is.value.name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
          expect(is.value.type).not.toMatch(/html|svg|script/)
        },
      ),
      asked,
    )
  })
})

describe('words of any kind', () => {
  test('as a report are read or told why not', () => {
    fc.assert(
      fc.property(words, text => told(readReport(text))),
      asked,
    )
  })

  test('as a day, a moment or a search are one or none', () => {
    for (const text of HOSTILE) {
      expect(parseDay(text) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(readDay(text, TODAY) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(parseInstant(text) ?? '2026-01-01T00:00:00.000Z').toMatch(/Z$/)
      expect(readTyped(text, 2026)).toBeDefined()
    }
  })
})
