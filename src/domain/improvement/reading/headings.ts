import type { Framework } from '../framework.ts'

/** Headings over rows of the record of main findings, which bear no grade of their own. */
export const OVER_ROWS = [
  'Safeguarding services',
  'Services for looked after children',
  'Local authority arrangements for the protection of children',
  'Arrangements for the protection of children',
  'Safeguarding outcomes for children and young people',
  'Safeguarding outcomes',
  'How good are outcomes for looked after children and care leavers?',
  'Outcomes for looked after children and care leavers',
  'Outcomes for children and young people',
]

const SHARED = [
  'Contents',
  'About this inspection',
  'The inspection judgements and what they mean',
  'Service information',
  'Areas for improvement',
  'Record of main findings',
  ...OVER_ROWS,
  'Quality of provision',
  'Overall effectiveness of services for looked after children and young people',
  'What needs to improve?',
  'What does the local authority need to improve?',
  'What does the LSCB need to improve?',
  'Recommendations',
  'Priority and immediate action',
  'Executive summary',
  'Summary',
  'Inspection findings',
  'Summary of key findings',
  'Summary of findings',
  'Information about this inspection',
  'Information about this local authority area',
  'The local authority',
  'Immediately',
  'Within three months',
  'Within 3 months',
  'Within six months',
  'Within 6 months',
]

/** Every heading that reports of a framework print. A heading is never taken for the rest of a sentence. */
export const headingsOf = (framework: Framework): readonly string[] => [
  ...SHARED,
  ...framework.sections.map(s => s.title),
  ...framework.judgements.flatMap(j => [j.title, ...(j.also ?? [])]),
]
