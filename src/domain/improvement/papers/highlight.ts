import { longDay } from '../../kernel/day.ts'
import { type PaperBlock, say } from '../paper.ts'
import { decisionsDue } from './decisions.ts'
import { barriers, contradicted, deliveryCounts, listOf, points } from './delivery.ts'
import { charts, measuresPart } from './measured.ts'
import type { Outline } from './part.ts'
import { ask, author, nextSteps, ownWords, riskPart, slipped, standing } from './shared-parts.ts'
import { achievements, countedAnew, figuresMoved, marksMoved, sinceSaid } from './since.ts'

/** The board’s report on a page or two: where the plan stands, what moved, what slipped, what is asked, what comes next. */
export const highlightOutline: Outline = {
  title: ({ council }) => `Highlight report on the improvement plan of ${council}`,
  parts: [
    {
      key: 'people',
      title: 'Who it is from',
      heading: 'none',
      fixed: true,
      made: (input): readonly PaperBlock[] => [
        {
          kind: 'details',
          rows: [{ label: 'Period', text: [say(`${longDay(input.since)} to ${longDay(input.asAt)}`)] }],
        },
      ],
      asks: [author],
    },
    {
      key: 'headlines',
      title: 'Headlines',
      heading: 'plain',
      made: input => {
        const { lines, since, asAt } = input
        if (lines.length === 0) return standing(input)
        const moved = marksMoved(lines, since, asAt)
        return [
          ...standing(input),
          [say(`On ${longDay(since)}: ${deliveryCounts(lines, since)}.`)],
          listOf(
            moved.length > 0 ? moved : [say(`No mark of delivery has changed since ${sinceSaid(input)}.`)],
          ),
        ]
      },
      asks: [ownWords('headlines', 'What the board should know first, in two or three sentences.')],
    },
    {
      key: 'achievements',
      title: 'Achievements',
      heading: 'plain',
      made: ({ lines, since, asAt }) =>
        points(undefined, achievements(lines, since, asAt), 'Nothing was completed in this period.'),
      asks: [ownWords('achievements', 'What children and families have noticed.')],
    },
    {
      key: 'slippage',
      title: 'Slippage',
      heading: 'plain',
      made: input => slipped(input, false),
      asks: [ownWords('slippage', 'What stands in the way, and who can move it.')],
    },
    {
      key: 'against',
      title: 'Claims the figures contradict',
      heading: 'plain',
      made: ({ lines }) =>
        points(undefined, contradicted(lines), 'No action marked complete is contradicted by what shows it.'),
      asks: [ownWords('against', 'Why the work was thought to be complete.')],
    },
    {
      key: 'barriers',
      title: 'What stands in the way',
      heading: 'plain',
      made: ({ lines }) =>
        points(undefined, barriers(lines), 'Nothing is written down that stands in the way.'),
    },
    measuresPart('plain'),
    {
      key: 'moved',
      title: 'Figures that moved',
      heading: 'plain',
      made: ({ lines, previous }) =>
        points(
          undefined,
          [...figuresMoved(lines), ...countedAnew(lines, previous)],
          'No figure can be compared with the last one yet.',
        ),
      asks: [ownWords('moved', 'What lies behind a figure that moved, or did not.')],
    },
    { ...riskPart, title: 'Risks', heading: 'plain' },
    {
      key: 'decisions',
      title: 'Decisions asked for',
      heading: 'plain',
      made: input => {
        const due = decisionsDue(input)
        return due.length > 0 ? [listOf(due)] : []
      },
      asks: [
        ask(
          'decisions',
          'Decisions asked for',
          'the decisions the board is asked for, or none',
          'What the board is asked to decide, a decision a line. If nothing, say so.',
          { points: true },
        ),
      ],
    },
    {
      key: 'next',
      title: 'Next period',
      heading: 'plain',
      made: nextSteps,
      asks: [ownWords('steps', 'What else will be done.')],
    },
    { key: 'charts', title: 'Charts', heading: 'plain', made: input => charts(input) },
  ],
}
