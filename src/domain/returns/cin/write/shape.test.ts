import fc from 'fast-check'
import { expect, test } from 'vitest'
import { censusReader } from '../read.ts'
import { censusChild } from './child.ts'
import { type Content, misshapen } from './content.ts'
import { born, fileOf, referred } from './sample.ts'
import { type BlockName, censusYear } from './shape.ts'
import { blockXml, childXml } from './xml.ts'

function readBack(xml: string) {
  const reader = censusReader()
  expect(reader.write(xml)).toBeUndefined()
  expect(reader.end()).toBeUndefined()
  return reader.result()
}

test('text can’t break out of its element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), id => {
      const file = fileOf(born(), referred('2025-05-06'))
      const child = censusChild(`A${id}`, file, censusYear(2025))
      if (!child) throw new Error('The child is in the census')
      const read = readBack(`<Message><Children>${childXml(child, 2025)}</Children></Message>`)
      expect(read.children).toBe(1)
      expect(read.tables.ChildIdentifiers.text('Sex')).toEqual(['F'])
    }),
    { numRuns: 200 },
  )
})

test('a block that is out of shape is told: missing, too many, unknown, no such code, no such day', () => {
  const wrong = (name: BlockName, c: Content, year = 2025) => misshapen(name, c, year)
  expect(wrong('CINPlanDates', {})).toEqual(['CINPlanDates/CINPlanStartDate stands there 0 times'])
  expect(wrong('CINPlanDates', { CINPlanStartDate: ['2025-05-01', '2025-05-02'] })).toHaveLength(1)
  expect(wrong('CINPlanDates', { CINPlanStartDate: '2025-02-29' })).toHaveLength(1)
  expect(wrong('CINPlanDates', { CINPlanStartDate: '2025-05-01', Other: 'x' })).toEqual([
    'CINPlanDates has no Other',
  ])
  expect(wrong('Disabilities', { Disability: ['NONE', 'X'] })).toHaveLength(1)
  expect(wrong('Reviews', { CPPreviewDate: [] })).toHaveLength(1)
  expect(
    blockXml('CINPlanDates', { CINPlanEndDate: '2025-06-01', CINPlanStartDate: '2025-05-01' }, 2025),
  ).toBe('<CINPlanStartDate>2025-05-01</CINPlanStartDate><CINPlanEndDate>2025-06-01</CINPlanEndDate>')
})
