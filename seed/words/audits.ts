/** What invented auditors wrote of a standard: why it is below good, what was good, and what they asked for. */
interface AuditWords {
  readonly below: readonly string[]
  readonly good: readonly string[]
  readonly ask: string
}

export const auditWords: Readonly<Record<string, AuditWords>> = {
  assessment: {
    below: [
      'The history is listed and not weighed: two earlier referrals say the same and nobody asks why.',
      'Father is named and never spoken to. His part in what goes well is missing.',
      'Written nine months ago. A new partner has moved in since.',
    ],
    good: ['Says plainly what a school morning is like for this child, and what has to change.'],
    ask: 'Bring the assessment up to date with the family, father included.',
  },
  identity: {
    below: [
      'Ethnicity is a code. Nothing is said of what it means to be the only Black child in the street.',
      'The family speaks Punjabi at home; no word of it in the plan.',
    ],
    good: ['Faith and grandmother’s kitchen run right through the plan.'],
    ask: 'Talk with the child and family about what matters of who they are, and write it into the plan.',
  },
  voice: {
    below: [
      'The child was “seen and fine” five times. I cannot hear her.',
      'He said he is afraid of the stairs at night. Nobody asked again.',
    ],
    good: ['His own words are on every page, and the contact plan was changed because of them.'],
    ask: 'Do a piece of direct work and record what the child says in their words.',
  },
  chronology: {
    below: ['Every telephone call is in it and the hospital visit is not.', 'Stops in spring.'],
    good: ['Read in ten minutes, and used in the conference report.'],
    ask: 'Put the missing events into the chronology and use it at the next review.',
  },
  plan: {
    below: [
      'Says what the family must attend, not what must be better for the child. Nothing on what happens if it is not.',
      'Dates are “ongoing”. There is no contingency.',
      'Good steps, but nobody could say what happens if mother stops going. No contingency at all.',
      'The plan is the one of last year with a new date on it.',
    ],
    good: ['Four steps, each with a name and a date, and everyone knows what happens if it fails.'],
    ask: 'Rewrite the plan with the family: what will be better, by when, and what happens if it is not.',
  },
  oversight: {
    below: [
      'Supervised twice in six months, the same three tasks each time.',
      'A decision to step down is there; the reason is not.',
    ],
    good: ['The manager asked why things had stuck, and they moved.'],
    ask: 'Discuss in supervision within two weeks, and record the decision with its reason.',
  },
  visits: {
    below: ['Three workers in a year; the child asked which one this was.', 'Not seen alone since June.'],
    good: ['Seen at school, at home and at football; the worker is known and liked.'],
    ask: 'See the child alone this fortnight.',
  },
  agencies: {
    below: ['The health visitor’s worry came in and nobody answered it.'],
    good: ['School and nurse were there each time and did what they said.'],
    ask: 'Ring school and health, and bring them to the next meeting.',
  },
  impact: {
    below: ['A great deal was done. I cannot see what is better for him.'],
    good: ['She is at school every day and sleeps through. She says so herself.'],
    ask: 'Say at the next review what is better for the child, and how you know.',
  },
}

export const overallWords: readonly string[] = [
  'A worker who cares, and a plan that does not say where it is going.',
  'Safe for now. The help is not yet changing things.',
  'Much good practice; what if it fails is the gap.',
]

export const answersWords: readonly string[] = [
  'Yes, I recognise this. I will see the family next week and start again with the plan.',
  'Fair. I had not seen how long it had been. It is in my diary for Thursday.',
  'Partly: the school meeting was held and is in the minutes. I will put the rest right.',
]

export const doneWords: readonly string[] = [
  'Done on the visit; it is in the case note of that day.',
  'The new plan is on the file and the family have it.',
  'Talked through in supervision, and recorded.',
]

export const agreedWords: readonly string[] = [
  'One of us had read the minutes as the plan. We went through it together; the plan itself does not say what if.',
  'We differed on how much weight one good visit carries. Settled on the pattern over six months.',
]
