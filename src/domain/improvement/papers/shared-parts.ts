import { longDay } from '../../kernel/day.ts'
import { cell, say, toWrite } from '../paper.ts'
import { planTable } from '../plan-table.ts'
import { ahead, contradicted, deliveryCounts, impactCounts, listOf, points, slippage } from './delivery.ts'
import { reportName } from './findings.ts'
import type { Ask, PaperInput, Part } from './part.ts'
import { risksTable } from './risks.ts'

// Parts that several papers have.

const line = (key: string, label: string, what: string, help: string, start: Ask['start']): Ask => ({
  key,
  label,
  what,
  help,
  line: true,
  ...(start ? { start } : {}),
})

export const portfolioHolder = line(
  'portfolio-holder',
  'Portfolio holder',
  'portfolio holder',
  'The member who answers for children’s services, with the title used in the council’s papers.',
  i => i.names.portfolioHolder,
)
export const reportFrom = line(
  'report-from',
  'Report from',
  'director',
  'Name and post of the director.',
  i => (i.names.director ? `${i.names.director}, Director of Children’s Services` : undefined),
)
export const author = line('author', 'Author', 'author', 'Name and post.', i => i.names.author)

/** Who a paper is from. */
export const people: Part = {
  key: 'people',
  title: 'Who it is from',
  heading: 'none',
  fixed: true,
  asks: [portfolioHolder, reportFrom, author],
}

export const ask = (
  key: string,
  label: string,
  what: string,
  help: string,
  more: Partial<Ask> = {},
): Ask => ({
  key,
  label,
  what,
  help,
  ...more,
})

/** Anything an author wants to say beside what was made. */
export const ownWords = (key: string, help: string): Ask => ({
  key,
  label: 'In your words',
  what: 'what lies behind it',
  help,
  optional: true,
})

export const riskPart: Part = {
  key: 'risks',
  title: 'Risk management',
  heading: 'numbered',
  made: input => [risksTable(input)],
  asks: [
    ownWords(
      'risks-words',
      'What the table does not say: a risk taken on purpose, or one that grew since last time.',
    ),
  ],
}

export const nextSteps = ({ lines, asAt, until }: PaperInput) =>
  points(`Up to ${longDay(until)}:`, ahead(lines, asAt, until), `Nothing falls due by ${longDay(until)}.`)

/** Where the plan stands, in two counts. */
export const standing = ({ lines, asAt }: PaperInput) =>
  lines.length === 0
    ? [[say('No action has been planned yet.'), toWrite('what will be done next')]]
    : [
        [
          say(`The plan has ${lines.length === 1 ? 'one action' : `${lines.length} actions`}.`),
          say(`Is it done? ${deliveryCounts(lines, asAt)}.`),
          say(`Is it better for children? ${impactCounts(lines, asAt)}.`),
        ],
      ]

/** What has slipped, whenever it did. */
export const slippagePart: Part = {
  key: 'slippage',
  title: 'What has slipped',
  heading: 'numbered',
  made: input => slipped(input, true),
  asks: [ownWords('slippage', 'What moved it, and what children had to wait for.')],
}

export const slipped = ({ lines, asAt, since }: PaperInput, all: boolean) =>
  points(undefined, slippage(lines, asAt, all ? undefined : since), 'No due day has passed or been moved.')

export const against = ({ lines }: PaperInput) =>
  points(undefined, contradicted(lines), 'No action marked complete is contradicted by what shows it.')

/** Where an action is marked complete and its figures say otherwise. */
export const againstPart = (help: string): Part => ({
  key: 'against',
  title: 'Where the figures say otherwise',
  heading: 'numbered',
  made: against,
  asks: [ownWords('against', help)],
})

/** The whole plan, on pages on their side. */
export const planAppendix: Part = {
  key: 'plan',
  title: 'Appendix 1: the action plan',
  heading: 'plain',
  wide: true,
  made: ({ lines, asAt }) => (lines.length === 0 ? [] : [planTable(lines, asAt)]),
}

export const contact: Part = {
  key: 'contact',
  title: 'Lead officer contact',
  heading: 'plain',
  asks: [ask('contact', 'Lead officer contact', 'name, post, telephone and email', 'Whom a reader may ask.')],
}

export const appendices: Part = {
  key: 'appendices',
  title: 'Appendices',
  heading: 'plain',
  made: () => [listOf([say('Appendix 1: the action plan'), say('Appendix 2: charts')])],
}

export const backgroundPapers: Part = {
  key: 'background-papers',
  title: 'Background papers',
  heading: 'plain',
  made: ({ sources, inspection, council }) => [
    {
      kind: 'list',
      items: (inspection ? [inspection] : sources).map(s =>
        cell(`${reportName(s)}: ${s.authority ?? council}${s.published ? `, ${longDay(s.published)}` : ''}`),
      ),
    },
  ],
  asks: [
    ownWords(
      'background-words',
      'Other papers that this one rests on, one a line. A link is written [its words](https://…).',
    ),
  ],
}
