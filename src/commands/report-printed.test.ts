import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReport } from '../domain/improvement/read-report.ts'
import { printedReport } from './report-printed.ts'

const EASTMERE = new URL('../../seed/eastmere-report.txt', import.meta.url)

describe('a report printed for a person', () => {
  const result = readReport(readFileSync(EASTMERE, 'utf8'))
  const text = result.ok ? printedReport(result.value) : result.error

  it('gives what it is, its grades as a table, each area with its day, and what to check', () => {
    const printed = text.split('\n')
    expect(printed.slice(0, 2)).toEqual([
      'Eastmere: Inspection of safeguarding and looked after children services',
      'Inspection, 11 May 2026 to 22 May 2026. Published: 12 June 2026.',
    ])
    expect(printed.filter(l => /^ {2}(?:safeguarding|looked-after) /.test(l))).toHaveLength(22)
    expect(printed.filter(l => l.includes('six months, by 12 December 2026; '))).toHaveLength(2)
    expect(text).toContain('Check these:\n  - The inspection began on 11 May 2026, outside the years')
  })
})
