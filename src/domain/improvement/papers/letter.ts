import { longDay, shortDay } from '../../kernel/day.ts'
import { cell, type PaperBlock, type Sentence, say, type Table, toWrite } from '../paper.ts'
import { answersTo, DELIVERY_WORDS, dueNow, markOn } from '../plan.ts'
import type { PlanLine } from '../plan-lines.ts'
import { wordsAt } from './compose.ts'
import { reportLower } from './findings.ts'
import { charts, measuredCell, measuresSaid } from './measured.ts'
import type { Ask, Outline, PaperInput } from './part.ts'
import { against, ask, nextSteps, riskPart, slipped } from './shared-parts.ts'
import { progressSince } from './since.ts'

const from: Ask = ask(
  'from',
  'Our address',
  'the address of the council',
  'As at the head of the council’s letters, a line each.',
  {
    placed: true,
    start: i => [i.council, ...(i.names.address?.split(/,\s*|\n/) ?? [])].join('\n'),
  },
)
const to: Ask = ask(
  'to',
  'Whom it goes to',
  'name, post and address at the Department',
  'Name, post and address, a line each.',
  { placed: true },
)
const dear: Ask = ask('dear', 'Greeting', 'who is greeted', '“Dear Minister”, “Dear Ms Ash”.', {
  line: true,
  placed: true,
})
const signed: Ask = ask('signed', 'Signed by', 'who signs', 'Name and post, a line each.', {
  placed: true,
  start: i => (i.names.director ? `${i.names.director}\nDirector of Children’s Services` : undefined),
})

const lines = (one: Ask, input: PaperInput): readonly Sentence[] => {
  const words = wordsAt(one, input)
  return words === '' ? [toWrite(one.what)] : words.split('\n').map(l => say(l.trim()))
}

const done = (line: PlanLine, asAt: PaperInput['asAt']): readonly Sentence[] => {
  const { ref, action } = line
  const mark = markOn(action.deliveries, asAt)
  const note = action.progress.findLast(p => p.on <= asAt)
  return [
    say(`Action ${ref}: ${action.what.trim().replace(/[.;]$/, '')}.`),
    say(
      mark
        ? `${DELIVERY_WORDS[mark.brag]}, due ${shortDay(dueNow(action))}.`
        : `Due ${shortDay(dueNow(action))}.`,
    ),
    ...(note ? [say(`${shortDay(note.on)}: ${note.text}`)] : []),
  ]
}

/** Each recommendation as it was printed, what has been done, and what the figures show. */
function recommendations({
  inspection,
  lines: plan,
  asAt,
}: PaperInput): readonly (PaperBlock | readonly Sentence[])[] {
  if (!inspection) return [[toWrite('the report this letter is about')]]
  const standing = inspection.findings.filter(f => f.setAside === undefined)
  const table: Table = {
    kind: 'table',
    caption: 'Progress against each recommendation',
    head: ['Recommendation', 'What has been done', 'What the figures show'],
    widths: [32, 38, 30],
    rows: standing.map(f => {
      const mine = plan.filter(l =>
        answersTo(l.action).some(s => s.inspection === inspection.id && s.finding === f.id),
      )
      return [
        cell(f.text),
        mine.length === 0 ? cell('No action is planned yet.') : mine.flatMap(l => done(l, asAt)),
        mine.length === 0 ? cell('Nothing yet.') : mine.flatMap(measuredCell),
      ]
    }),
  }
  return [
    [say('Each recommendation of the report is given below in its own words, with what has been done.')],
    table,
  ]
}

/** The letter to the Department: addressed, dated, each recommendation in turn. */
export const letterOutline: Outline = {
  title: ({ inspection, council }) =>
    `Progress of ${inspection?.authority ?? council} since the inspection of its children’s services`,
  opening: input => [
    { kind: 'lines', side: 'right', lines: lines(from, input) },
    { kind: 'lines', side: 'right', lines: [say(longDay(input.meeting))] },
    { kind: 'lines', side: 'left', lines: lines(to, input) },
    { kind: 'lines', side: 'left', lines: lines(dear, input) },
  ],
  parts: [
    { key: 'address', title: 'Address', heading: 'none', fixed: true, asks: [from, to, dear] },
    {
      key: 'opening',
      title: 'Opening',
      heading: 'none',
      fixed: true,
      made: ({ inspection, asAt, council }) => [
        [
          say(
            inspection
              ? `I write about the ${reportLower(inspection)} in ${inspection.authority ?? council}${inspection.published ? `, whose report was published on ${longDay(inspection.published)}` : ''}.`
              : `I write about the improvement of children’s services in ${council}.`,
          ),
          say(`The figures below are as at ${longDay(asAt)}.`),
        ],
      ],
      asks: [
        ask(
          'opening',
          'Opening',
          'what you most want the reader to know',
          'Two or three sentences: where you stand, plainly.',
        ),
      ],
    },
    {
      key: 'recommendations',
      title: 'Progress against each recommendation',
      heading: 'plain',
      made: recommendations,
    },
    { key: 'since', title: 'Since we last wrote', heading: 'plain', made: progressSince, asks: [] },
    { key: 'figures', title: 'What the figures show', heading: 'plain', made: measuresSaid },
    { key: 'slippage', title: 'What has slipped', heading: 'plain', made: input => slipped(input, true) },
    { key: 'against', title: 'Where the figures say otherwise', heading: 'plain', made: against },
    { ...riskPart, title: 'Risks', heading: 'plain' },
    {
      key: 'next',
      title: 'Next steps',
      heading: 'plain',
      made: nextSteps,
      asks: [
        ask(
          'steps',
          'Next steps',
          'what you will do next, and what you ask of the Department',
          'What you will do next, and what you ask of the Department, if anything.',
        ),
      ],
    },
    {
      key: 'signature',
      title: 'Signature',
      heading: 'none',
      fixed: true,
      made: input => [
        { kind: 'lines', side: 'left', lines: [say('Yours sincerely')] },
        { kind: 'lines', side: 'left', lines: lines(signed, input) },
      ],
      asks: [signed],
    },
    { key: 'charts', title: 'Annex: charts', heading: 'plain', made: input => charts(input) },
  ],
}
