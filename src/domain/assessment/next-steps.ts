/** What there is to do once an assessment is signed off, and the record that does it. */
export interface NextStep {
  readonly say: string
  /** The record to write, and what it is filled in with. */
  readonly record?: {
    readonly type: string
    readonly ask: string
    readonly start?: Readonly<Record<string, string>>
  }
}

const steps: Readonly<Record<string, readonly NextStep[]>> = {
  'child-in-need': [{ say: 'The plan above is the child in need plan from today.' }],
  protect: [
    {
      say: 'A strategy discussion is held now, with the police and health.',
      record: {
        type: 'managers-decision',
        ask: 'Record who was spoken to, and what was decided',
        start: { decision: 'Strategy discussion' },
      },
    },
  ],
  care: [
    {
      say: 'Once the child is looked after, their placement and legal status are recorded too.',
      record: { type: 'became-looked-after', ask: 'Record that the child is looked after' },
    },
  ],
  core: [{ say: 'The core assessment has begun, and its clock runs.' }],
  'early-help': [
    {
      say: 'First somebody must take over.',
      record: { type: 'early-help-step', ask: 'Step down to early help', start: { step: 'down' } },
    },
    {
      say: 'Then the case can be closed.',
      record: { type: 'case-closed', ask: 'Close the case', start: { reason: 'RC9' } },
    },
  ],
  close: [
    {
      say: 'The case stays open until it is closed.',
      record: { type: 'case-closed', ask: 'Close the case', start: { reason: 'RC8' } },
    },
  ],
}

/** What comes of an outcome once it is signed. */
export const nextSteps = (outcome: unknown): readonly NextStep[] =>
  typeof outcome === 'string' ? (steps[outcome] ?? []) : []

/** Where a step is done, filled in. */
export const stepHref = (code: string, { type, start = {} }: NonNullable<NextStep['record']>): string => {
  const filled = new URLSearchParams(start).toString()
  return `/child/${code}/record/${type}${filled ? `?${filled}` : ''}`
}
