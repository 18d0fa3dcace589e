import { describe, expect, it } from 'vitest'
import { england } from '../kernel/calendar.ts'
import { day } from '../kernel/day.ts'
import { dueOf, followUpDue, frameworkBand, gradeNamed, judgementsOn } from './framework.ts'
import { followUpsAfter, visits } from './framework-visits.ts'
import { frameworkOf, frameworks } from './frameworks.ts'

const graded = frameworks.filter(f => f.grades.length > 0)

describe('the inspection frameworks, as a table', () => {
  it('ends nothing before it begins', () => {
    for (const row of [...frameworks, ...visits])
      expect(row.to === undefined || row.to >= row.from, `${row.name} ends before it begins`).toBe(true)
  })

  it('has no two that grade the same services at once', () => {
    for (const a of graded) {
      for (const b of graded) {
        const shared = a.covers.filter(c => b.covers.includes(c))
        if (a === b || shared.length === 0 || a.from > b.from) continue
        expect(a.to !== undefined && a.to < b.from, `${a.code} and ${b.code} overlap`).toBe(true)
      }
    }
  })

  it('leaves no gap in the protection of children since 2009', () => {
    const rows = graded.filter(f => f.covers.includes('safeguarding'))
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
      expect(f.grades.map(g => g.number)).toEqual(f.grades.length === 0 ? [] : [1, 2, 3, 4])
      expect(f.judgements.length === 0).toBe(f.grades.length === 0)
      expect(f.grades.every(g => (g.means ?? '').length > 10)).toBe(true)
      expect(f.source.length).toBeGreaterThan(10)
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
    expect(frameworks.map(f => `${f.code} ${f.judgements.length}`)).toEqual([
      'rating-2009 1',
      'referral-2009 0',
      'slac-2009 22',
      'protection-2012 4',
      'lac-2013 5',
      'sif-2013 7',
      'jtai-2016 0',
      'ilacs-2018 6',
    ])
    const ilacs = frameworkOf('ilacs-2018')
    const overall = (on: string) => judgementsOn(ilacs, day(on)).some(j => j.code === 'overall')
    expect([overall('2026-03-31'), overall('2026-04-01')]).toEqual([true, false])
    expect(judgementsOn(ilacs, day('2022-11-07')).map(j => j.code)).toContain('care-and-leavers')
    expect(gradeNamed(ilacs, 'requires Improvement to be good')?.number).toBe(3)
  })

  it('knows a grade by other words printed for it', () => {
    expect(gradeNamed(frameworkOf('ilacs-2018'), 'Requires improvement')?.name).toBe(
      'Requires improvement to be good',
    )
    expect(gradeNamed(frameworkOf('sif-2013'), 'requires improvement to be good')?.name).toBe(
      'Requires improvement',
    )
    expect(gradeNamed(frameworkOf('ilacs-2018'), 'Adequate')).toBeUndefined()
    expect(frameworkBand(frameworkOf('ilacs-2018'), 'priority')?.within).toBeUndefined()
  })
})

describe('what must follow', () => {
  const rows = [...frameworks.flatMap(f => f.followUps), ...visits.flatMap(v => v.followUps)]
  const due = (code: string, start: string) => {
    const row = rows.find(r => r.code === code)
    return row && followUpDue(row, { received: day(start), published: day(start) }, england)
  }

  it.each([
    ['cqc-plan', '2011-11-23', '2011-12-21'],
    ['cqc-plan', '2011-12-05', '2012-01-05'],
    ['draft-plan', '2018-03-20', '2018-04-19'],
    ['final-plan', '2024-01-15', '2024-04-24'],
    ['statement-of-action', '2024-01-15', '2024-04-24'],
    ['joint-statement', '2024-01-15', '2024-04-24'],
    ['publish-report', '2023-12-01', '2024-01-17'],
    ['monitoring-visit', '2023-11-30', '2024-02-29'],
    ['monitoring-visit', '2024-02-29', '2024-05-29'],
    ['action-planning-visit', '2024-02-29', undefined],
    ['re-inspection', '2024-02-29', undefined],
    ['plan-to-ofsted', '2011-11-18', undefined],
  ])('%s after %s is due %s, over Christmas, Easter and leap days', (code, start, expected) =>
    expect(due(code, start)).toBe(expected),
  )

  it('has no row that was not tried above', () => {
    expect([...new Set(rows.map(r => r.code))].sort()).toEqual([
      'action-planning-visit',
      'cqc-plan',
      'draft-plan',
      'final-plan',
      'joint-statement',
      'monitoring-visit',
      'plan-to-ofsted',
      'publish-report',
      're-inspection',
      'statement-of-action',
    ])
  })

  it('sets bands that end on the last day of February where the day itself is none', () => {
    const [, three, six] = frameworkOf('slac-2009').bands
    expect(three && dueOf(three, day('2011-11-30'), england)).toBe('2012-02-29')
    expect(six && dueOf(six, day('2011-08-31'), england)).toBe('2012-02-29')
  })

  it('asks for other things after a visit than after an inspection', () => {
    const codes = (kind: Parameters<typeof followUpsAfter>[1]) =>
      followUpsAfter('ilacs-2018', kind).map(f => f.code)
    expect(codes('focused-visit')).toEqual(['draft-plan', 'final-plan'])
    expect(codes('monitoring-visit')).toEqual(['monitoring-visit'])
    expect(codes('short')).toEqual(codes('standard'))
    expect(codes('standard')).toContain('statement-of-action')
    expect(codes('standard')).not.toContain('draft-plan')
    for (const visit of visits) for (const code of visit.of) expect(frameworkOf(code).code).toBe(code)
  })
})
