import { describe, expect, it } from 'vitest'
import { england } from '../kernel/calendar.ts'
import { day } from '../kernel/day.ts'
import { dueOf, followUpDue, gradeNamed, judgementsOn } from './framework.ts'
import { frameworkOf, frameworks } from './frameworks.ts'

describe('the inspection frameworks, as a table', () => {
  it('has no two frameworks over the same services at once', () => {
    for (const a of frameworks) {
      expect(a.to === undefined || a.to >= a.from, `${a.code} ends before it begins`).toBe(true)
      for (const b of frameworks) {
        const shared = a.covers.filter(c => b.covers.includes(c))
        if (a === b || shared.length === 0 || a.from > b.from) continue
        expect(a.to !== undefined && a.to < b.from, `${a.code} and ${b.code} overlap`).toBe(true)
      }
    }
  })

  it('leaves no gap in the protection of children since 2009', () => {
    const rows = frameworks.filter(f => f.covers.includes('safeguarding'))
    const joins = rows.slice(1).map((next, i) => [rows[i]?.to, next.from])
    expect(joins).toEqual([
      ['2012-05-31', '2012-06-01'],
      ['2013-10-31', '2013-11-01'],
      ['2017-12-31', '2018-01-01'],
    ])
    expect(rows.at(-1)?.to).toBeUndefined()
  })

  it('resolves every reference and repeats no code', () => {
    expect(new Set(frameworks.map(f => f.code)).size).toBe(frameworks.length)
    for (const f of frameworks) {
      const sections = new Set(f.sections.map(s => s.code))
      for (const j of f.judgements) expect(sections, `${f.code} ${j.code}`).toContain(j.section)
      const codes = f.judgements.map(j => `${j.section} ${j.code}`)
      expect(new Set(codes).size).toBe(codes.length)
      expect(f.grades.map(g => g.number)).toEqual([1, 2, 3, 4])
      expect(f.bands.filter(b => b.within).length === 0 || f.bands.every(b => b.within)).toBe(true)
      for (const row of f.followUps) expect(row.clock === 'none').toBe(row.within === undefined)
    }
  })

  it('sets days from publication without rolling on from a Saturday', () => {
    const days = frameworkOf('slac-2009').bands.map(b => dueOf(b, day('2011-11-18'), england))
    expect(days).toEqual(['2011-11-18', '2012-02-18', '2012-05-18'])
  })

  it('sets the health plan 20 working days from receipt', () => {
    const row = frameworkOf('slac-2009').followUps.find(r => r.code === 'cqc-plan')
    const received = { received: day('2011-11-23') }
    expect(row && followUpDue(row, received, england)).toBe('2011-12-21')
    expect(row && followUpDue(row, { published: day('2011-11-18') }, england)).toBeUndefined()
  })

  it('counts the judgements of each, and drops the overall grade from April 2026', () => {
    expect(frameworks.map(f => f.judgements.length)).toEqual([22, 4, 5, 7, 6])
    const ilacs = frameworkOf('ilacs-2018')
    const overall = (on: string) => judgementsOn(ilacs, day(on)).some(j => j.code === 'overall')
    expect([overall('2026-03-31'), overall('2026-04-01')]).toEqual([true, false])
    expect(judgementsOn(ilacs, day('2022-11-07')).map(j => j.code)).toContain('care-and-leavers')
    expect(gradeNamed(ilacs, 'requires Improvement to be good')?.number).toBe(3)
  })
})
