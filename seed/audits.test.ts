import { expect, test } from 'vitest'
import { day } from '../src/domain/kernel/day.ts'
import { foldAudit } from '../src/domain/quality/fold-audit.ts'
import { auditTool } from '../src/domain/quality/tools.ts'
import { parse, rawAnswers } from '../src/domain/records/parse.ts'
import { knownRecordType } from '../src/domain/records/registry.ts'
import { auditWords } from './words/audits.ts'
import { auditedEntries } from './write/audits.ts'

const tool = auditTool('case-file')
if (!tool) throw new Error('There is no case file audit.')
const id = (n: number) => `01890a5d-ac96-774b-bcce-b302099a80${n}`
const audits = Array.from({ length: 20 }, (_, i) => ({
  id: id(10 + i),
  code: `Q${i + 1}`,
  child: id(40 + i),
  team: i % 2 === 0 ? 'Oak' : 'Elm',
  worker: id(70),
  manager: id(71),
  first: id(72),
  second: i % 5 === 0 ? id(73) : null,
}))
const round = { tool, drawn: day('2026-03-02'), good: { plan: 0.3, voice: 0.7 } }
const made = (today: string) => audits.map(a => auditedEntries(a, round, day(today)))

test('every standard has invented words', () => {
  for (const s of tool.standards) expect(auditWords[s.code]?.below.length, s.code).toBeGreaterThan(0)
})

test('the same audit gives the same entries, and nothing lies ahead of today', () => {
  expect(made('2026-06-30')).toEqual(made('2026-06-30'))
  for (const e of made('2026-03-12').flat()) expect(e.happened <= '2026-03-12').toBe(true)
  expect(made('2026-03-03').flat()).toEqual([])
})

test('what is written is what the forms would take: below good has its reason', () => {
  const context = { today: day('2026-06-30'), born: null, unborn: false }
  for (const e of made('2026-06-30').flat()) {
    const type = knownRecordType(e.type)
    expect(parse(type, rawAnswers(type, e.answers), context), e.type).toMatchObject({ ok: true })
  }
})

test('they fold into audits with grades, actions and answers', () => {
  const files = audits.map((a, i) => {
    const [head, ...rest] = made('2026-06-30')[i] ?? []
    if (!head) return null
    const answers = { tool: tool.code, child: a.child, second: a.second !== null }
    return foldAudit(
      [{ ...head, type: 'audit-opened', answers }, head, ...rest].map((e, n) => ({ ...e, seq: n + 1 })),
    )
  })
  expect(files.filter(f => f?.parts.first.grading)).toHaveLength(20)
  expect(files.filter(f => f?.parts.second.grading)).toHaveLength(4)
  expect(files.some(f => (f?.actions.length ?? 0) > 0)).toBe(true)
  expect(files.some(f => (f?.responses.length ?? 0) > 0)).toBe(true)
})
