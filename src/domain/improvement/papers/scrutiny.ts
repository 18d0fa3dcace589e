import { longDay } from '../../kernel/day.ts'
import { say } from '../paper.ts'
import { setSaid, setTable } from './board-set.ts'
import { questionsToAsk } from './decisions.ts'
import { points } from './delivery.ts'
import { sourcesSaid } from './findings.ts'
import { chartsPart, measuresPart } from './measured.ts'
import type { Outline } from './part.ts'
import {
  againstPart,
  appendices,
  ask,
  backgroundPapers,
  contact,
  nextSteps,
  ownWords,
  people,
  planAppendix,
  riskPart,
  slippagePart,
  standing,
} from './shared-parts.ts'
import { sincePart } from './since.ts'

/** The report to scrutiny: how closely targets are met, what slipped, and what members may wish to ask. */
export const scrutinyOutline: Outline = {
  title: ({ council }) => `Progress of the improvement plan of ${council}`,
  parts: [
    people,
    {
      key: 'summary',
      title: 'Summary',
      heading: 'plain',
      made: ({ body, council, asAt }) => [
        [
          say(
            `This report tells ${body} how closely the improvement plan of ${council} meets its targets, and what has slipped.`,
          ),
          say(`Figures are as at ${longDay(asAt)}.`),
        ],
      ],
      asks: [ownWords('summary', 'The one thing a member should take away, in two or three sentences.')],
    },
    {
      key: 'reason',
      title: 'Reason for consideration',
      heading: 'numbered',
      asks: [
        ask(
          'reason',
          'Reason for consideration',
          'why this comes to the committee now',
          'Why it comes now: asked for at a meeting, on the forward plan, or after an inspection.',
        ),
      ],
    },
    {
      key: 'background',
      title: 'Background',
      heading: 'numbered',
      made: sourcesSaid,
      asks: [ownWords('background', 'What a member who is new to the committee must know.')],
    },
    {
      key: 'standing',
      title: 'Where the plan stands',
      heading: 'numbered',
      made: standing,
      asks: [ownWords('standing', 'What you make of it.')],
    },
    sincePart('Progress since last time'),
    measuresPart('numbered'),
    {
      key: 'set',
      title: 'The figures of the service',
      heading: 'numbered',
      made: input =>
        input.set.length === 0
          ? []
          : [
              setTable(input),
              ...points(
                'What stands out:',
                setSaid(input),
                'No figure is below its target or worse than before.',
              ),
            ],
      asks: [ownWords('set-words', 'What lies behind a figure that stands out.')],
    },
    slippagePart,
    againstPart('Why the work was thought to be complete.'),
    {
      key: 'next',
      title: 'Next steps',
      heading: 'numbered',
      made: nextSteps,
      asks: [ownWords('steps', 'What comes next that is not in the plan.')],
    },
    {
      key: 'questions',
      title: 'What members may wish to ask',
      heading: 'numbered',
      made: input =>
        points(
          undefined,
          questionsToAsk(input),
          'Nothing in the plan or its figures raises a question of its own.',
        ),
      asks: [ownWords('questions', 'Other questions, a line each.')],
    },
    riskPart,
    {
      key: 'recommendation',
      title: 'Recommendation',
      heading: 'numbered',
      asks: [
        ask(
          'recommendation',
          'Recommendation',
          'what the committee is asked to do',
          'To note, to recommend to Cabinet, or to ask for more. A line each.',
        ),
      ],
    },
    contact,
    appendices,
    backgroundPapers,
    planAppendix,
    chartsPart,
  ],
}
