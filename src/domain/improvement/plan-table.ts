import { type Day, shortDay } from '../kernel/day.ts'
import { cell, type Sentence, say, type Table, toWrite } from './paper.ts'
import { DELIVERY_WORDS, dueNow, IMPACT_WORDS, markOn } from './plan.ts'
import { contradictionsSaid, measuresSaid, type PlanLine } from './plan-lines.ts'

/** The action plan in full, for pages on their side. */
export function planTable(lines: readonly PlanLine[], asAt: Day): Table {
  return {
    kind: 'table',
    caption: 'The action plan',
    head: [
      'Area for improvement',
      'Outcome and action',
      'Lead and partners',
      'Due',
      'Delivery',
      'Measure and impact',
    ],
    widths: [20, 22, 13, 11, 12, 22],
    rows: lines.map(line => [
      cell(`${line.ref}. ${line.action.source.text}`),
      cell(`${line.action.outcome} ${line.action.what}`.trim()),
      cell(
        [line.action.lead, line.action.sponsor && `Sponsor: ${line.action.sponsor}`, withPartners(line)]
          .filter(Boolean)
          .join('. '),
      ),
      due(line),
      delivery(line, asAt),
      measureCell(line, asAt),
    ]),
  }
}

const withPartners = (line: PlanLine): string =>
  line.action.partners.length === 0 ? '' : `With ${line.action.partners.join(', ')}`

function due(line: PlanLine): readonly Sentence[] {
  const last = line.action.revisions.at(-1)
  if (!last) return cell(shortDay(line.action.due))
  return cell(
    `${shortDay(dueNow(line.action))} (first ${shortDay(line.action.due)}; agreed by ${last.agreedBy}: ${last.why})`,
  )
}

function delivery(line: PlanLine, asAt: Day): readonly Sentence[] {
  const mark = markOn(line.action.deliveries, asAt)
  if (!mark) return cell('Not marked yet')
  const note = line.action.progress.findLast(p => p.on <= asAt)
  const said = say(`${DELIVERY_WORDS[mark.brag]} (${mark.brag}).`)
  return note ? [said, say(`${shortDay(note.on)}: ${note.text}`)] : [said]
}

function measureCell(line: PlanLine, asAt: Day): readonly Sentence[] {
  const said = measuresSaid(line)
  if (said.length === 0) return [toWrite(`the measure of success of action ${line.ref}`)]
  const mark = markOn(line.action.impacts, asAt)
  return [
    ...said,
    ...(mark ? [say(`Marked: ${IMPACT_WORDS[mark.brag]} (${mark.brag}).`)] : []),
    ...contradictionsSaid(line),
  ]
}
