/** Who inspects the invented authority: first on the visit that is over, then on the one that runs. */
export const inspectorsNamed: readonly string[] = ['Marian Holloway', 'Peter Ashdown']

interface Asked {
  readonly what: string
  readonly answer: string | null
}

/** What they asked for. */
export const requested: { readonly past: readonly Asked[]; readonly present: readonly Asked[] } = {
  past: [
    {
      what: 'How are contacts that come in after five o’clock decided, and by whom?',
      answer:
        'The out-of-hours worker decides those that cannot wait. The manager of the front door looks at every one of them by ten the next morning, and their decision stands beside the first.',
    },
    {
      what: 'Please show how often a second contact within three months was for the same reason.',
      answer:
        'The digest counts referrals that come again within twelve months. We do not count contacts by their reason yet; it is an action of the plan.',
    },
  ],
  present: [
    {
      what: 'Which supervision policy do social workers follow, and when was it last looked at?',
      answer: 'It is among the documents. It was agreed last year, and is to be looked at again this winter.',
    },
    { what: 'May I speak with two social workers in their first year here on Thursday?', answer: null },
  ],
}

/** The self-evaluation of the invented authority. One area is not written, as happens. */
export const evaluated: readonly {
  readonly area: string
  readonly monthsAgo: number
  readonly know: string
  readonly how: string
  readonly plans: string
  readonly figures: readonly string[]
  readonly standards: readonly string[]
  readonly evidence: string
}[] = [
  {
    area: 'leaders',
    monthsAgo: 2,
    know: 'Leaders know the service well, and are honest about where it is not good enough. Managers see their teams’ work each morning, and most step in before a visit or a review is late.\n\nOversight is not yet even. In two teams managers record their decisions and not their reasons, so a worker who comes new to a child can’t tell what was weighed.',
    how: 'The director reads six files a month with the worker who wrote them. Audits of practice and the digest say the same of management oversight: better, and not good in every team.',
    plans:
      'Managers write why, and not only what. A second reader looks at a tenth of all decisions from this spring on. What they find goes to the improvement board each month.',
    figures: ['UNALLOCATED', 'CASESUP'],
    standards: ['case-file/oversight'],
    evidence: 'A1\nMinutes of the improvement board',
  },
  {
    area: 'help',
    monthsAgo: 2,
    know: 'Children at risk are seen quickly, and mostly on their own. Plans for children in need are weaker: too many list services, and few say what must be different for the child and by when.',
    how: 'We read the files, and we ask families at the end of each plan. The figures of visits show that children are seen; they do not show what was done with what they said.',
    plans:
      'Every plan for a child in need is looked at by a manager at three months, and closed, stepped down or made firmer. Training on plans begins in the assessment teams.',
    figures: ['CPVISITS', 'NI67'],
    standards: ['case-file/plan', 'case-file/voice'],
    evidence: 'A2\n/early-help The register of early help',
  },
  {
    area: 'care',
    monthsAgo: 14,
    know: 'Most children in care live with carers who know them well. Some wait too long for a plan that says where they will grow up.',
    how: 'Reviewing officers say so in their reports of the year. Audits of permanence agree.',
    plans: 'A panel tracks every child whose permanence is not settled by the second review.',
    figures: ['NI62', 'NI66'],
    standards: ['permanence/permanence'],
    evidence: 'A4',
  },
]

/** Documents made ready: their words are few, and are their own. */
export const documentsMade: readonly {
  readonly title: string
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly agreedMonthsAgo: number
  readonly reviewInMonths: number
}[] = [
  {
    title: 'Supervision of social workers',
    kind: 'policy',
    name: 'supervision-policy.txt',
    text: 'Every social worker meets their manager once a month, and in their first year every week for six weeks. Each child is spoken of at least every three months.\n',
    agreedMonthsAgo: 13,
    reviewInMonths: -1,
  },
  {
    title: 'Teams and who leads them',
    kind: 'structure',
    name: 'structure.txt',
    text: 'The front door, two assessment teams, four safeguarding teams, two teams for children in care and leaving care, and the reviewing service.\n',
    agreedMonthsAgo: 3,
    reviewInMonths: 9,
  },
]
