import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaFaults } from '../../../../test/support/xsd.ts'
import { childOf, inCare, left, returnOf } from '../../../domain/returns/ssda903/write/sample.ts'
import { xmlOf } from '../../../domain/returns/ssda903/write/xml.ts'

const adopted = childOf(
  [
    ...inCare('2024-05-01', {
      status: 'C2',
      placement: { address: '1 Gorse Rise, EM1 2AB', urn: 'SC900110' },
    }),
    ['looked-after-review', { heldOn: '2025-06-01', participation: 'PN1', decisions: 'Go on' }],
    ['missing-episode', { from: '2025-06-09', kind: 'A' }],
    ['returned', { on: '2025-06-10' }],
    ['unaccompanied', { from: '2024-05-01' }],
    ['adoption-decision', { on: '2025-02-01' }],
    ['adoption-match', { on: '2025-03-10', adopters: 'MF', status: 'L11', carers: false }],
    ['placement', { from: '2025-08-01', type: 'A6', provider: 'PR1', whyMoved: 'CARPL' }],
    left('2026-02-01', 'E12'),
  ],
  { address: '4 Cockle Quay, EM4 4AA' },
)
const all = childOf([
  ...inCare('2024-05-01'),
  ['sdq', { on: '2025-07-01', scored: true, score: 4 }],
  ['relationship', { kind: 'child', name: 'Sky', born: '3/11/2025' }],
])
const leaver = childOf(
  [
    ...inCare('2023-01-01'),
    left('2024-09-01', 'E6'),
    ['care-leaver-contact', { on: '2025-05-01', touch: 'YES', activity: 'F2', home: 'U', suitable: true }],
  ],
  { born: '2007-05-06', upn: 'T123456789012' },
)
const { tables } = returnOf([adopted, { ...all, code: 'B2' }, { ...leaver, code: 'C3' }])
const xml = [...xmlOf(tables)].join('')

const path = new URL('../../../../../shared/specs/CLA.xsd', import.meta.url)
const xsd = existsSync(path) ? readFileSync(path, 'utf8') : ''

test.skipIf(xsd === '')('the XML form is valid against the published schema', () => {
  expect(schemaFaults(xsd, xml)).toEqual([])
})

test.skipIf(xsd === '')('what is not valid would be found', () => {
  const wrong = (from: string | RegExp, to: string) => schemaFaults(xsd, xml.replace(from, to))
  expect(wrong('<CHILDID>A1<', '<CHILDID>A123456789X<')).toEqual([
    'CHILDID “A123456789X” breaks maxLength 10',
  ])
  expect(wrong(/<SEX>F<\/SEX>\s*/, '')).toEqual(['HEADER lacks SEX'])
  expect(wrong('<RNE>', '<DEC></DEC><RNE>').length).toBeGreaterThan(0)
  expect(wrong('<DOB>06/05/2012', '<DOB>2012-05-06').join()).toContain('breaks pattern')
})
