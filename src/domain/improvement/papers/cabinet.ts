import { longDay } from '../../kernel/day.ts'
import { say } from '../paper.ts'
import { background, findings, reportLower, reportName } from './findings.ts'
import { chartsPart, measuresSaid } from './measured.ts'
import type { Outline, PaperInput, Part } from './part.ts'
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

export const summary: Part = {
  key: 'summary',
  title: 'Summary',
  heading: 'plain',
  made: input => [
    [
      say(
        input.inspection
          ? `This paper tells ${input.body} what the ${reportLower(input.inspection)} found in ${input.inspection.authority ?? input.council}, what is being done about it, and whether it has made a difference.`
          : `This paper tells ${input.body} how the improvement plan of ${input.council} stands, and whether it has made a difference.`,
      ),
      say(`Figures are as at ${longDay(input.asAt)}.`),
    ],
  ],
  asks: [ownWords('summary', 'The one thing a reader should take away, in two or three sentences.')],
}

/** Whether children are better off for it, in the plan’s own figures. */
export const steps = (input: PaperInput) => [
  ...standing(input),
  [say('It is at Appendix 1.')],
  ...measuresSaid(input),
]

/** The paper for Cabinet, in the shape that such papers have: from summary to background papers, with the plan at its end. */
export const cabinetOutline: Outline = {
  title: ({ inspection, council }) =>
    inspection
      ? `${reportName(inspection)}: what was found in ${inspection.authority ?? council} and what is being done`
      : `The improvement plan of ${council}`,
  parts: [
    people,
    summary,
    {
      key: 'policy',
      title: 'Budget and policy framework',
      heading: 'numbered',
      asks: [
        ask(
          'policy',
          'Budget and policy framework',
          'which plan and budget this falls under',
          'The plan and the budget it falls under, and why it is a matter for this body.',
        ),
      ],
    },
    {
      key: 'background',
      title: 'Background',
      heading: 'numbered',
      made: ({ inspection }) => (inspection ? [background(inspection)] : []),
      asks: [
        ownWords(
          'background',
          'What a reader who was not there must know: what led to it, and what came before.',
        ),
      ],
    },
    {
      key: 'findings',
      title: 'Findings',
      heading: 'numbered',
      made: findings,
      asks: [ownWords('findings', 'What inspectors said is good, and what you make of what they found.')],
    },
    sincePart('Progress'),
    {
      key: 'steps',
      title: 'Next steps',
      heading: 'numbered',
      made: input => [...steps(input), ...nextSteps(input)],
      asks: [ownWords('steps', 'What comes next that is not in the plan.')],
    },
    slippagePart,
    againstPart('What you make of it: why the work was thought to be complete.'),
    riskPart,
    {
      key: 'consultation',
      title: 'Consultation',
      heading: 'numbered',
      asks: [
        ask(
          'consultation',
          'Consultation',
          'who was consulted and what they said',
          'Children and young people, families, staff and partners: who was asked, what they said, what changed.',
        ),
      ],
    },
    {
      key: 'implications',
      title: 'Financial and legal implications',
      heading: 'numbered',
      asks: [
        ask(
          'finance',
          'Financial implications',
          'what it costs and where the money comes from',
          'What it costs this year and next, and from which budget. Agreed with finance.',
        ),
        ask(
          'legal',
          'Legal implications',
          'the legal implications',
          'The duty it meets or puts at risk. Agreed with legal services.',
        ),
      ],
    },
    {
      key: 'recommendation',
      title: 'Recommendation',
      heading: 'numbered',
      asks: [
        ask(
          'recommendation',
          'Recommendation',
          'what is to be decided',
          'What the meeting is asked to decide, a decision a line.',
        ),
      ],
    },
    {
      key: 'reasons',
      title: 'Suggested reasons for decision',
      heading: 'numbered',
      asks: [ask('reasons', 'Reasons', 'the reasons for the decision', 'Why this rather than another.')],
    },
    contact,
    appendices,
    backgroundPapers,
    planAppendix,
    chartsPart,
  ],
}
