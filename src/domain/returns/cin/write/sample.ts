import { type CaseFile, foldFile } from '../../../casework/file.ts'
import { type Day, day, type Instant } from '../../../kernel/day.ts'
import type { Entry } from '../../../records/entry.ts'
import { knownRecordType } from '../../../records/registry.ts'

export type Written = readonly [type: string, answers: Readonly<Record<string, unknown>>, more?: More]
interface More {
  /** Signed on this day. */
  readonly signed?: string
}

const CHILD = '00000000-0000-7000-8000-000000000001'
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A child born on 6 May 2016, as the details of a test begin. */
export const born = (more: Readonly<Record<string, unknown>> = {}): Written => [
  'person-details',
  {
    asOf: '2016-05-06',
    unborn: false,
    born: '2016-05-06',
    sex: 'F',
    ethnicity: 'WBRI',
    disability: false,
    ...more,
  },
]

/** An accepted referral, decided on the day it came. */
export const referred = (on: string, decision = 'assess', source = '2A'): readonly Written[] => [
  ['referral-received', { receivedOn: on, source, concern: 'A worry' }],
  [
    'referral-decided',
    {
      decidedOn: on,
      decision,
      reasons: 'Because',
      ...(decision === 'assess' || decision === 'protect' ? { need: 'N1', assessment: 'single' } : {}),
    },
  ],
]

export type Given = Written | readonly Written[]

/** A file for tests, each entry recorded on the day it happened, in the order given. */
export function fileOf(...written: readonly Given[]): CaseFile {
  const isOne = (w: Given): w is Written => typeof w[0] === 'string'
  const entries: Entry[] = []
  const put = (type: string, happened: Day, answers: Entry['answers'], amends: string | null) => {
    const seq = entries.length + 1
    entries.push({
      id: id(seq),
      subject: CHILD,
      seq,
      type,
      happened,
      recorded: `${happened}T12:00:00.000Z` as Instant,
      author: id(999),
      answers,
      amends,
      sensitivity: 'ordinary',
      source: null,
    })
    return id(seq)
  }
  for (const [type, answers, more] of written.flatMap(w => (isOne(w) ? [w] : [...w]))) {
    const on = knownRecordType(type).happened(answers) ?? day('2025-01-01')
    const own = put(type, on, answers, null)
    if (more?.signed) put('signature', day(more.signed), {}, own)
  }
  return foldFile(CHILD, entries)
}
