import { describe, expect, test } from 'vitest'
import { GRADES } from './grades.ts'
import { auditTool, auditTools } from './tools.ts'

const standards = auditTools.flatMap(t => t.standards.map(s => ({ is: `${t.code}.${s.code}`, tool: t, s })))

describe('the audit tools', () => {
  test('each has a code of its own, by which it is found, and ends after it begins', () => {
    expect(new Set(auditTools.map(t => t.code)).size).toBe(auditTools.length)
    for (const t of auditTools) {
      expect(t.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(auditTool(t.code)).toBe(t)
      expect(t.to === null || t.to > t.from).toBe(true)
      expect(t.months).toBeGreaterThan(0)
    }
    expect(auditTool('tea')).toBeUndefined()
  })

  test('a case file audit asks about culture, voice, chronology, plan, oversight, visits, agencies and impact', () => {
    expect(auditTool('case-file')?.standards.map(s => s.code)).toEqual([
      'assessment',
      'identity',
      'voice',
      'chronology',
      'plan',
      'oversight',
      'visits',
      'agencies',
      'impact',
    ])
  })

  test.each(standards)('$is says what each grade looks like, what to ask and what to train', ({ s }) => {
    for (const g of GRADES) expect(s.looksLike[g]).toMatch(/^[A-Z].{15,}\.$/)
    expect(new Set(Object.values(s.looksLike)).size).toBe(4)
    expect(s.questions.length).toBeGreaterThan(0)
    for (const q of s.questions) expect(q).toMatch(/\?$/)
    expect(s.training.length).toBeGreaterThan(5)
  })

  test('a standard of one code is one standard, whichever tools ask it', () => {
    for (const [code, all] of Map.groupBy(standards, o => o.s.code))
      expect(new Set(all.map(o => o.s)).size, code).toBe(1)
    for (const t of auditTools) expect(new Set(t.standards.map(s => s.code)).size).toBe(t.standards.length)
  })
})
