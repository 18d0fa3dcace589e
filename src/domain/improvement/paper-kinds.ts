/** The papers that the product writes. */
export type PaperKind =
  | 'cabinet'
  | 'scrutiny'
  | 'highlight'
  | 'safeguarding'
  | 'corporate-parenting'
  | 'plan-on-a-page'
  | 'letter'

interface KindOfPaper {
  readonly title: string
  /** Whom it goes to, where nobody says otherwise. */
  readonly body: string
  /** What it is for, in one line. */
  readonly says: string
  /** It speaks of one report; the others of the whole plan, where no report is chosen. */
  readonly ofOneReport?: true
  /** How many months before its figures the last one is taken to have been, where there was none. */
  readonly every: number
}

/** Each kind of paper, in the order in which they are offered. */
export const paperKinds: Readonly<Record<PaperKind, KindOfPaper>> = {
  cabinet: {
    title: 'Cabinet paper',
    body: 'Cabinet',
    says: 'What an inspection found, what is being done, and what Cabinet is asked to decide.',
    ofOneReport: true,
    every: 3,
  },
  scrutiny: {
    title: 'Scrutiny report',
    body: 'Overview and Scrutiny Committee',
    says: 'How closely the targets are met, what slipped and why, and what members may wish to ask.',
    every: 3,
  },
  highlight: {
    title: 'Highlight report for the board',
    body: 'Improvement board',
    says: 'Where the plan stands, what moved, what slipped, what is asked for and what comes next.',
    every: 1,
  },
  safeguarding: {
    title: 'Safeguarding board report',
    body: 'Safeguarding board',
    says: 'Contacts, plans and children who go missing: the figures of the board, with what lies behind them.',
    every: 3,
  },
  'corporate-parenting': {
    title: 'Corporate parenting report',
    body: 'Corporate parenting board',
    says: 'How looked after children are seen, heard, housed and kept well.',
    every: 3,
  },
  'plan-on-a-page': {
    title: 'Plan on a page',
    body: 'Improvement board',
    says: 'Every action on one sheet: outcome, delivery, impact, measure and day.',
    every: 1,
  },
  letter: {
    title: 'Letter to the Department',
    body: 'Department for Education',
    says: 'Progress against each recommendation of a report, with figures and next steps.',
    ofOneReport: true,
    every: 3,
  },
}

export const isPaperKind = (kind: string): kind is PaperKind => Object.hasOwn(paperKinds, kind)
