/** What a document made ready for inspectors is. */
export const documentKinds = {
  policy: 'Policy or procedure',
  strategy: 'Strategy or plan',
  structure: 'Structure of the service and its staff',
  minutes: 'Minutes of a board',
  complaints: 'Complaints and compliments',
  feedback: 'What children and families say',
  review: 'Review of a case, or notification of an incident',
  other: 'Something else',
} as const
export type ReadyDocumentKind = keyof typeof documentKinds
