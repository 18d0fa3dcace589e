import { cell, type Sentence, say, type Table, toWrite } from '../paper.ts'
import { gravestFirst, LIKELIHOODS, levelOf, RISK_LEVELS, type Risk } from '../risk.ts'
import type { PaperInput } from './part.ts'

const rated = (risk: Risk): string =>
  `${RISK_LEVELS[levelOf(risk)]}: ${LIKELIHOODS[risk.likelihood].toLowerCase()}, impact ${risk.impact} of 5. Owner: ${risk.owner}.`

/** The open risks in the three columns of the council’s papers, the gravest first. */
export function risksTable({ risks }: PaperInput): Table | readonly Sentence[] {
  const open = gravestFirst(risks).filter(r => !r.closed)
  if (open.length === 0)
    return [toWrite('the risks, and the action to avoid or mitigate each; or add them to the register')]
  return {
    kind: 'table',
    caption: 'Risks',
    head: ['Risk', 'Description', 'Action to avoid or mitigate risk'],
    widths: [28, 38, 34],
    rows: open.map(r => [[say(`${r.title}.`), say(rated(r))], cell(r.description), cell(r.mitigation)]),
  }
}
