import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issuesOf, notAsked } from '../check/issues.ts'
import { checkCin } from './check.ts'
import { censusReader } from './read.ts'
import { census, columnsOf } from './rules/data.ts'
import { rulesCin } from './rules/index.ts'

const BLOCKS = ['CINdetails', 'Assessments', 'CINPlanDates', 'Section47', 'ChildProtectionPlans', 'Reviews']
const MORE = ['ChildIdentifiers', 'ChildCharacteristics', 'FactorsIdentifiedAtAssessment', 'Child', 'Strange']
const LEAVES = [...new Set(Object.values(columnsOf).flat()), 'AssessmentFactors', 'constructor', '__proto__']
const words = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    'true',
    '2025-06-02',
    '2026-03-31',
    '2025-02-29',
    'RC8',
    '21',
    'A1',
    '0',
    'M',
    'x'.repeat(200),
  ),
  fc.string({ maxLength: 5 }).map(s => s.replace(/[<&\r]/g, ' ')),
)

const { tree } = fc.letrec<{ tree: string }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'large' },
    fc.tuple(fc.constantFrom(...LEAVES), words).map(([name, text]) => `<${name}>${text}</${name}>`),
    fc
      .tuple(fc.constantFrom(...BLOCKS, ...MORE), fc.array(tie('tree'), { maxLength: 8 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}))

const whole = new Set(rulesCin.filter(r => r.whole).map(r => r.code))

test('whatever stands in a census, every rule answers, of rows that there are', () => {
  fc.assert(
    fc.property(fc.array(fc.array(tree, { maxLength: 6 }), { maxLength: 4 }), children => {
      const reader = censusReader()
      reader.write(
        `<Message><Header/><Children>${children.map(c => `<Child>${c.join('')}</Child>`).join('')}</Children></Message>`,
      )
      expect(reader.end()).toBeUndefined()
      const data = census({ year: 2025, tables: reader.result().tables })
      const asked = checkCin(data)
      expect(notAsked(asked)).toEqual([])
      const tables: Readonly<Record<string, { readonly rows: number }>> = data.tables
      // Without a header a rule of the whole return speaks of a row that stands for it.
      // A rule of the whole return speaks of a row that stands for it, whether there is one or not.
      for (const { table, row, rule } of issuesOf(asked, data.tables, 'LAchildID'))
        if (!whole.has(rule)) expect([rule, row < (tables[table]?.rows ?? 0)]).toEqual([rule, true])
    }),
    { numRuns: 150 },
  )
})
