import { longDay } from '../../kernel/day.ts'
import { say } from '../paper.ts'
import { setPictures, setSaid, setTable } from './board-set.ts'
import { points } from './delivery.ts'
import type { Outline } from './part.ts'
import {
  against,
  ask,
  author,
  contact,
  ownWords,
  reportFrom,
  riskPart,
  slipped,
  standing,
} from './shared-parts.ts'
import { progressSince } from './since.ts'

interface Words {
  readonly title: string
  readonly about: string
  readonly voice: string
}

/** A board’s own report: its set of figures, what they mean, and how the plan stands beside them. */
const boardOutline = ({ title, about, voice }: Words): Outline => ({
  title: ({ council }) => `${title}: ${council}`,
  parts: [
    { key: 'people', title: 'Who it is from', heading: 'none', fixed: true, asks: [reportFrom, author] },
    {
      key: 'summary',
      title: 'Summary',
      heading: 'plain',
      made: ({ body, asAt }) => [
        [say(`This report tells ${body} ${about}.`), say(`Figures are as at ${longDay(asAt)}.`)],
      ],
      asks: [ownWords('summary', 'What matters most this time, in two or three sentences.')],
    },
    {
      key: 'set',
      title: 'The figures',
      heading: 'numbered',
      made: input => [
        setTable(input),
        ...points('What stands out:', setSaid(input), 'No figure is below its target or worse than before.'),
      ],
      asks: [
        ask(
          'set-words',
          'What lies behind the figures',
          'what lies behind the figures',
          'Why a figure moved, what was found when files were read, and what is being done.',
        ),
      ],
    },
    {
      key: 'voice',
      title: voice,
      heading: 'numbered',
      asks: [
        ask(
          'voice',
          voice,
          'what children and young people say',
          'What they said and how they were asked. Nobody is to be known by it.',
        ),
      ],
    },
    {
      key: 'standing',
      title: 'The improvement plan',
      heading: 'numbered',
      made: input => [...standing(input), ...progressSince(input)],
      asks: [ownWords('standing', 'What the board should make of it.')],
    },
    {
      key: 'slippage',
      title: 'What has slipped',
      heading: 'numbered',
      made: input => slipped(input, true),
      asks: [ownWords('slippage', 'What children had to wait for.')],
    },
    {
      key: 'against',
      title: 'Where the figures say otherwise',
      heading: 'numbered',
      made: against,
      asks: [ownWords('against', 'Why the work was thought to be complete.')],
    },
    riskPart,
    {
      key: 'decisions',
      title: 'Decisions asked for',
      heading: 'numbered',
      asks: [
        ask(
          'decisions',
          'Decisions asked for',
          'what the board is asked to decide, or none',
          'A decision a line. If nothing, say so.',
          { points: true },
        ),
      ],
    },
    contact,
    { key: 'charts', title: 'Charts', heading: 'plain', made: setPictures },
  ],
})

export const safeguardingOutline = boardOutline({
  title: 'Keeping children safe',
  about:
    'how children who may be at risk are listened to and kept safe, from the first contact to the end of a plan',
  voice: 'What children and families say',
})

export const corporateParentingOutline = boardOutline({
  title: 'Our looked after children',
  about: 'how the children it is parent to are seen, heard, housed and kept well',
  voice: 'What our children and young people say',
})
