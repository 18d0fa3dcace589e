import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { findRecordType } from '../records/registry.ts'
import { findSeries, findTimescale } from '../timescales/table.ts'
import { answer, type Folded } from './answer.ts'
import type { Condition } from './condition.ts'
import { drawIndicators } from './draw.ts'
import { findIndicator, indicators } from './indicators.ts'
import {
  allocated,
  allocationEnded,
  born,
  cameBack,
  care,
  closed,
  decided,
  discussed,
  expected,
  fileOf,
  health,
  plan,
  planEnded,
  referred,
  review,
  status,
  went,
} from './test-file.ts'

const on = day('2011-10-03')

function ask(code: string, file: Folded, at = on) {
  const i = findIndicator(code)
  if (!i) throw new Error(`No indicator ${code}`)
  return answer(i, file, at)
}

describe('the table of indicators', () => {
  it('names each once, with a question and a standing', () => {
    const codes = indicators.map(i => i.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const i of indicators) expect(i.question).toMatch(/^(Of the|How many) .*\?$/)
  })

  it('keeps the codes that targets and plans name', () => {
    const fixed =
      'LAC LACSEEN CP CPCAT-NEG CPCAT-EMO CPCAT-PHY CPCAT-SAB NI62 NI65 NI66 NI67 HEALTH DENTAL IMMS SDQ PARTICIPATION LACVISITS CPVISITS REFDECISION REREFERRAL UNALLOCATED PF MISSING RETURNINTERVIEW IHA RECORDING ALLOC24 INITIAL CORE ASSESS45 CASESUP'
    expect(indicators.map(i => i.code).sort()).toEqual(fixed.split(' ').sort())
  })

  it('refers only to series, rows, record types and questions that there are', () => {
    for (const i of indicators)
      for (const c of [...nodes(i.of), ...nodes(i.yes)]) {
        if (c.is === 'none-overdue') expect(findSeries(c.series)).toBeDefined()
        if (c.is === 'some-clock' || c.is === 'every-clock-met') {
          expect(findSeries(c.clock.series)).toBeDefined()
          if (c.clock.row) expect(findTimescale(c.clock.row)?.series).toBe(c.clock.series)
        }
        if (c.is === 'last-shows') expect(findRecordType(c.type)).toBeDefined()
        if (c.is === 'some-answer' || c.is === 'every-answer')
          expect(findRecordType(c.pick.type)?.fields[c.pick.question]).toBeDefined()
      }
  })

  it('ends every list of age bands without an upper end, in order', () => {
    for (const { ageBands } of indicators) {
      const ends = ageBands.map(b => b.under ?? Number.POSITIVE_INFINITY)
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
      expect(ageBands.findIndex(b => b.under === null)).toBe(ageBands.length - 1)
    }
  })

  it('finds a code however it is typed', () => {
    expect(findIndicator('ni66')?.code).toBe('NI66')
    expect(findIndicator('NI99')).toBeUndefined()
  })

  it('draws one row each', () => {
    const lines = drawIndicators().split('\n')
    expect(lines).toHaveLength(indicators.length + 2)
    expect(new Set(lines.map(l => l.replaceAll('\\|', '').split('|').length)).size).toBe(1)
    expect(lines.find(l => l.startsWith('| NI66 |'))).toContain('| high | percent | 12 months |')
  })
})

function nodes(c: Condition): readonly Condition[] {
  if (c.is === 'all' || c.is === 'any') return [c, ...c.of.flatMap(nodes)]
  return c.is === 'not' ? [c, ...nodes(c.that)] : [c]
}

describe('answers for one child', () => {
  it('says why a child counts', () => {
    expect(ask('LAC', fileOf(care('2011-01-10')))).toEqual({
      in: true,
      yes: true,
      because: 'Looked after since 10 January 2011.',
    })
    expect(ask('NI66', fileOf(care('2011-01-10'), review('2011-02-07'), review('2011-05-09')))).toEqual({
      in: true,
      yes: false,
      because:
        'Looked after since 10 January 2011. Due on 7 May 2011: looked after review. It was done late, on 9 May 2011.',
    })
  })

  it('says why a child is not asked about', () => {
    expect(ask('CP', fileOf(plan('2011-01-05'), planEnded('2011-10-03')))).toEqual({
      in: false,
      because: 'No child protection plan on 3 October 2011.',
    })
  })

  it('leaves short breaks out of looked after children, for as long as that is the status', () => {
    const file = fileOf(care('2011-01-10'), status('2011-01-10', 'V3'), status('2011-09-01', 'C1'))
    expect(ask('LAC', file, day('2011-08-31'))).toEqual({
      in: false,
      because: 'In short breaks only since 10 January 2011.',
    })
    expect(ask('LAC', file).in).toBe(true)
  })

  it('asks the yearly health questions of children in care for a year', () => {
    const file = fileOf(born('2000-01-01'), care('2010-10-03'), health('2010-10-03'))
    expect(ask('HEALTH', file, day('2011-10-02')).in).toBe(false)
    expect(ask('HEALTH', file)).toMatchObject({ in: true, yes: false })
    expect(ask('SDQ', fileOf(born('1994-10-03'), care('2009-01-01'))).in).toBe(false)
    expect(ask('SDQ', fileOf(born('1994-10-04'), care('2009-01-01')))).toMatchObject({ in: true, yes: false })
  })

  it('counts a plan by the category it started with', () => {
    const file = fileOf(plan('2011-01-05', 'EMO'))
    expect(ask('CPCAT-EMO', file)).toMatchObject({ in: true, yes: true })
    expect(ask('CPCAT-NEG', file)).toMatchObject({ in: true, yes: false })
  })

  it('counts an unborn child with a plan', () => {
    expect(ask('CP', fileOf(expected('2012-01-01'), plan('2011-09-05')))).toMatchObject({
      in: true,
      yes: true,
    })
  })

  it('counts children with no worker among those who should have one', () => {
    const waiting = fileOf(referred('2011-09-01'), decided('2011-09-02'))
    expect(ask('UNALLOCATED', waiting)).toEqual({
      in: true,
      yes: true,
      because:
        'Open to children’s social care since 1 September 2011. No worker allocated on 3 October 2011.',
    })
    expect(ask('UNALLOCATED', fileOf(plan('2011-09-01'), allocated('2011-09-02')))).toMatchObject({
      in: true,
      yes: false,
    })
    expect(ask('UNALLOCATED', fileOf(referred('2011-09-01'), decided('2011-09-02', 'nfa'))).in).toBe(false)
  })

  it('takes an open case for open until it is closed, whatever became of its workers', () => {
    const left = [
      referred('2011-05-01'),
      decided('2011-05-02'),
      allocated('2011-05-04'),
      allocationEnded('2011-06-01'),
    ]
    expect(ask('UNALLOCATED', fileOf(...left))).toMatchObject({ in: true, yes: true })
    expect(ask('UNALLOCATED', fileOf(...left, closed('2011-07-01'))).in).toBe(false)
    expect(ask('UNALLOCATED', fileOf(...left, closed('2011-10-04')))).toMatchObject({ in: true, yes: true })
    // Brought in from a return: no referral is known, and none is asked for.
    expect(ask('UNALLOCATED', fileOf(care('2011-05-01')))).toMatchObject({ in: true, yes: true })
    expect(ask('UNALLOCATED', fileOf(allocated('2011-05-04'), allocationEnded('2011-06-01'))).in).toBe(false)
  })

  it('asks for a worker within 24 hours of the acceptance', () => {
    // Written at noon each day: 24 hours to the minute are in time.
    const given = (from: string) => fileOf(referred('2011-09-01'), decided('2011-09-02'), allocated(from))
    expect(ask('ALLOC24', given('2011-09-03'))).toMatchObject({ in: true, yes: true })
    expect(ask('ALLOC24', given('2011-09-04'))).toMatchObject({ in: true, yes: false })
    expect(ask('ALLOC24', fileOf(referred('2011-09-01'), decided('2011-09-02', 'nfa'))).in).toBe(false)
  })

  it('asks for a discussion of every open case, and none of a closed one', () => {
    const open = [referred('2011-06-01'), decided('2011-06-02')]
    expect(ask('CASESUP', fileOf(...open))).toMatchObject({ in: true, yes: false })
    expect(ask('CASESUP', fileOf(...open, discussed('2011-08-03')))).toMatchObject({ in: true, yes: true })
    expect(ask('CASESUP', fileOf(...open, closed('2011-09-01'))).in).toBe(false)
  })

  it('asks for an interview after every return', () => {
    const file = fileOf(went('2011-09-01'), cameBack('2011-09-02', '2011-09-06'))
    expect(ask('RETURNINTERVIEW', file)).toMatchObject({ in: true, yes: false })
    expect(ask('MISSING', file)).toMatchObject({ in: true, yes: true })
    expect(ask('MISSING', file, day('2011-12-01')).in).toBe(false)
  })
})
