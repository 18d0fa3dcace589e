import { foldFile } from '../../casework/file.ts'
import { type Day, day, type Instant } from '../../kernel/day.ts'
import { instantAt } from '../../kernel/london.ts'
import type { Entry } from '../../records/entry.ts'
import { knownRecordType } from '../../records/registry.ts'
import { payloadOf } from './due.ts'
import type { Child } from './payload.ts'
import type { JsonObject } from './shape.ts'

export const WORKER = '00000000-0000-7000-8000-00000000000a'
export const TODAY = day('2026-03-10')

type Line = readonly [type: string, answers: Readonly<Record<string, unknown>>, more?: Partial<Entry>]

/** A child for tests: entries in a few lines, whose ids are e1, e2, e3 … in the order given. */
export function testChild(...lines: readonly Line[]): Child {
  const entries = lines.map(([type, answers, more], i): Entry => {
    const happened: Day = knownRecordType(type).happened(answers) ?? TODAY
    return {
      id: `e${i + 1}`,
      subject: 'child',
      seq: i + 1,
      type,
      happened,
      recorded: instantAt(happened, '12:00') as Instant,
      author: WORKER,
      answers,
      amends: null,
      sensitivity: 'ordinary',
      source: null,
      ...more,
    }
  })
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    code: 'Y9JR389F',
    file: foldFile('child', entries),
    workers: new Map([[WORKER, 'SW123456']]),
  }
}

export const payloadToday = (...lines: readonly Line[]): JsonObject | null =>
  payloadOf(testChild(...lines), TODAY)

export const who: Line = [
  'person-details',
  {
    asOf: '2025-01-06',
    unborn: false,
    givenName: 'Wren',
    familyName: 'Pebble',
    born: '2014-05-06',
    sex: 'F',
    ethnicity: 'MWAS',
    disability: false,
    upn: 'A123456789012',
    address: '3 Mill Lane, Saltings, zz99 3aa',
  },
]
export const referred: readonly Line[] = [
  ['referral-received', { receivedOn: '2025-01-06', source: '2A', concern: 'Alone' }],
  [
    'referral-decided',
    {
      decidedOn: '2025-01-07',
      decision: 'assess',
      need: 'N1',
      assessment: 'single',
      reasons: 'Why',
      next: 'Visit',
    },
  ],
]
