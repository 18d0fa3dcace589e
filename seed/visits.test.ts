import { describe, expect, test } from 'vitest'
import { day } from '../src/domain/kernel/day.ts'
import { instantAt } from '../src/domain/kernel/london.ts'
import { expected, foldVisit, inSample, visitState } from '../src/domain/readiness/visit.ts'
import { parse, rawAnswers } from '../src/domain/records/parse.ts'
import { knownRecordType } from '../src/domain/records/registry.ts'
import { visitEntries } from './visits.ts'

const setting = {
  director: '01890a5d-ac96-774b-bcce-b302099a8001',
  analyst: '01890a5d-ac96-774b-bcce-b302099a8002',
  authority: '01890a5d-ac96-774b-bcce-b302099a8003',
  drawn: [1, 2, 3, 4, 5].map(i => ({
    child: `01890a5d-ac96-774b-bcce-b302099a801${i}`,
    list: 8,
    outOf: 40,
  })),
}

describe.each(['2026-01-01', '2026-03-30', '2026-06-12', '2026-06-14', '2026-10-25', '2028-02-29'])(
  '%s',
  text => {
    const today = day(text)
    const made = visitEntries(setting, today)
    const visit = (code: string) => {
      const subject = made.subjects.find(s => s.code === code)
      const own = made.entries.filter(e => e.subject === subject?.id).map((e, i) => ({ ...e, seq: i + 1 }))
      return foldVisit(subject?.id ?? '', code, own)
    }

    test('is the same each time, and lies behind the day', () => {
      expect(visitEntries(setting, today)).toEqual(made)
      for (const e of made.entries)
        expect([e.type, e.recorded < instantAt(today, '10:00')]).toEqual([e.type, true])
    })

    test('every entry is one that its form would have taken', () => {
      for (const e of made.entries) {
        const type = knownRecordType(e.type)
        const read = parse(type, rawAnswers(type, e.answers), {
          today: e.happened,
          born: null,
          unborn: false,
        })
        expect([e.type, read.ok ? {} : read.error]).toEqual([e.type, {}])
      }
    })

    test('one visit is over and closed, one runs with an inspector and five files', () => {
      const [past, running] = [visit('V1'), visit('V2')]
      if (!past || !running) throw new Error('a visit is missing')
      expect([visitState(past, today), expected(past, today), inSample(past, today)]).toEqual([
        'over',
        [],
        [],
      ])
      expect(['on-site', 'between']).toContain(visitState(running, today))
      expect(expected(running, today).map(i => i.id)).toEqual([made.inspector.id])
      expect(inSample(running, today)).toHaveLength(5)
      expect(running.shown.size).toBe(5)
    })
  },
)
