import { day } from '../../src/domain/kernel/day.ts'
import { instantAt } from '../../src/domain/kernel/london.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import { details, given, givenChild } from './given.ts'
import { cast } from './people.ts'

export const child = givenChild('C1')
export const baby = givenChild('C2')
const sign = (entry: NewEntry, on: string): NewEntry => ({
  ...given(child.id, 'signature', {}, { amends: entry.id, author: cast.manager.id }),
  happened: day(on),
  recorded: instantAt(day(on), '13:00'),
})
const assessed = given(
  child.id,
  'assessment',
  { on: day('2024-02-10'), kind: 'single', seen: 'alone', outcome: 'child-in-need', factors: ['3B', '16A'] },
  { author: cast.worker.id },
)

/** Much that can happen to one child, told in as few entries as show it. */
export const life: readonly NewEntry[] = [
  given(
    child.id,
    'person-details',
    details('2007-05-06', {
      disability: true,
      disabilities: ['LD', 'AUT'],
      nhsNumber: '999 123 4567',
      upn: 'A123456789012',
      address: '1 Mill Lane, Saltings, ZZ99 1AA',
    }),
  ),
  given(child.id, 'person-details', {
    ...details('2007-05-06', {
      disability: true,
      disabilities: ['LD', 'AUT'],
      nhsNumber: '999 123 4567',
      upn: 'A123456789012',
      address: '2 Mill Lane, ZZ99 1AB',
    }),
    asOf: day('2024-03-01'),
  }),
  given(child.id, 'contact', {
    receivedOn: day('2024-01-02'),
    sort: 'worry',
    source: '2A',
    about: '-',
    outcome: 'assess',
    reasons: '-',
  }),
  given(child.id, 'referral-received', { receivedOn: day('2024-01-03'), source: '2A', concern: '-' }),
  given(
    child.id,
    'referral-decided',
    {
      decidedOn: day('2024-01-04'),
      decision: 'assess',
      need: 'N1',
      assessment: 'single',
      reasons: '-',
      next: '-',
    },
    { author: cast.manager.id },
  ),
  given(child.id, 'allocation', {
    from: day('2024-01-05'),
    as: 'worker',
    worker: cast.worker.id,
    team: 'Oak',
    change: 'FCONTA',
  }),
  assessed,
  sign(assessed, '2024-02-12'),
  given(child.id, 'case-note', {
    on: day('2024-02-20'),
    what: 'seen',
    about: '-',
    note: '-',
    significant: 'no',
  }),
  given(child.id, 'strategy-discussion', {
    on: day('2024-03-28'),
    took: ['police'],
    concern: '-',
    enquiry: true,
    next: '-',
  }),
  given(child.id, 'enquiry-finished', {
    on: day('2024-04-10'),
    outcome: 'conference',
    views: '-',
    analysis: '-',
  }),
  given(child.id, 'protection-plan-started', {
    conferenceOn: day('2024-04-19'),
    category: 'NEG',
    change: '-',
    ifNot: '-',
  }),
  given(child.id, 'statutory-visit', { visitedOn: day('2024-04-25'), seen: 'with-others', next: '-' }),
  given(child.id, 'protection-review', {
    heldOn: day('2024-07-10'),
    childTookPart: ['advocate', 'views'],
    progress: '-',
    keepsPlan: true,
    category: 'EMO',
  }),
  given(child.id, 'pre-proceedings', {
    from: day('2024-08-01'),
    why: '-',
    outcome: 'court',
    decidedOn: day('2024-09-01'),
    reviews: 2,
  }),
  given(child.id, 'became-looked-after', {
    from: day('2024-09-02'),
    need: 'N1',
    permanence: 'P2',
    permanenceOn: 'zz/05/2020',
    permanenceBy: '301',
  }),
  given(child.id, 'legal-status', { from: day('2024-09-02'), status: 'C1' }),
  given(child.id, 'placement', {
    from: day('2024-09-02'),
    type: 'U6',
    provider: 'PR1',
    carer: 'Ash',
    address: 'ZZ98 1AA',
    urn: 'SC1',
  }),
  given(child.id, 'placement', {
    from: day('2024-11-04'),
    type: 'A6',
    provider: 'PR1',
    carer: 'Elm',
    whyMoved: 'CARPL',
  }),
  given(child.id, 'legal-status', { from: day('2024-11-04'), status: 'E1' }),
  given(child.id, 'adoption-decision', { on: day('2024-10-01') }),
  given(child.id, 'adoption-match', { on: day('2024-10-20'), adopters: 'MF', status: 'L11', carers: false }),
  given(child.id, 'looked-after-review', { heldOn: day('2024-09-27'), participation: 'PN1', decisions: '-' }),
  given(child.id, 'statutory-visit', { visitedOn: day('2024-09-05'), seen: 'alone', next: '-' }),
  given(child.id, 'health-assessment', { on: day('2024-09-20'), outcome: 'held' }),
  given(child.id, 'immunisation', { on: day('2024-09-20'), upToDate: true }),
  given(child.id, 'sdq', { on: day('2024-09-21'), scored: true, score: 12 }),
  given(child.id, 'substance-misuse', { on: day('2024-09-22'), problem: true, help: 'received' }),
  given(child.id, 'offence', { on: day('2024-09-23'), convicted: true, what: 'Theft' }),
  given(child.id, 'missing-episode', { from: day('2024-10-02'), kind: 'A' }),
  given(child.id, 'returned', {
    on: day('2024-10-03'),
    interviewOffered: true,
    interviewOn: day('2024-10-04'),
  }),
  given(child.id, 'unaccompanied', { from: day('2024-09-02') }),
  given(child.id, 'relationship', { kind: 'child', child: baby.id, from: day('2025-01-01') }),
  given(child.id, 'ceased-looked-after', { on: day('2025-05-06'), reason: 'E11' }),
  given(child.id, 'care-leaver-contact', {
    on: day('2025-06-01'),
    touch: 'YES',
    activity: 'F2',
    home: 'U',
    suitable: true,
  }),
  given(child.id, 'early-help-assessment', {
    on: day('2025-07-01'),
    agency: 'School',
    consent: true,
    lead: 'Jo',
    reach: '-',
    strengths: '-',
    needs: '-',
    views: '-',
    plan: '-',
  }),
  given(baby.id, 'person-details', details('2025-01-01')),
]
