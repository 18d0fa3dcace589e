import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { runsOn } from '../../../records/spell.ts'
import { carePeriods } from './care-periods.ts'
import { childOf, type Written } from './sample.ts'

const on = fc.integer({ min: 0, max: 40 }).map((n): Day => addDays(day('2025-03-20'), n))
const happening = fc.oneof(
  on.map((from): Written => ['became-looked-after', { from, need: 'N1' }]),
  on.map((d): Written => ['ceased-looked-after', { on: d, reason: 'E4A' }]),
  fc
    .tuple(on, fc.constantFrom('V2', 'C1', 'C2'))
    .map(([from, status]): Written => ['legal-status', { from, status }]),
  fc
    .tuple(on, fc.constantFrom('U6', 'K2'), fc.constantFrom('Ada', 'Bea', undefined))
    .map(([from, type, carer]): Written => ['placement', { from, type, ...(carer ? { carer } : {}) }]),
)

test('whatever was recorded, a child’s episodes are exactly the days in care, one after another', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 14 }), written => {
      const { file } = childOf(written)
      const periods = carePeriods(file)
      expect(periods.map(p => [p.from, p.to])).toEqual(
        file.spells.filter(s => s.kind === 'looked-after').map(s => [s.from, s.to]),
      )
      for (const p of periods) {
        expect([p.episodes[0]?.from, p.episodes.at(-1)?.to]).toEqual([p.from, p.to])
        expect(p.episodes[0]?.began).toBe('S')
        p.episodes.forEach((e, i) => {
          const next = p.episodes[i + 1]
          if (next) {
            expect(next.from).toBe(e.to)
            expect(['L', 'P', 'T', 'B', 'U']).toContain(next.began)
          }
          if (e.to === e.from) return
          // It says what the record says of the day on which it begins.
          const status = file.spells.findLast(s => s.kind === 'legal-status' && runsOn(s, e.from))
          expect(e.status).toBe(status?.facts.status ?? null)
          const place = file.spells.findLast(s => s.kind === 'placement' && runsOn(s, e.from))
          expect(e.place?.answers.type).toBe(place?.facts.type)
        })
      }
    }),
    { numRuns: 400 },
  )
})
