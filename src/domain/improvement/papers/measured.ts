import { shortDay } from '../../kernel/day.ts'
import { figureSaid, printValue } from '../impact.ts'
import { sourceOf } from '../measure-line.ts'
import { measuresTable } from '../measures-table.ts'
import { cell, type Picture, type Sentence, say, toWrite } from '../paper.ts'
import { measureSaid, type PlanLine, pictureOf, picturesOf, measuresSaid as said } from '../plan-lines.ts'
import { listOf } from './delivery.ts'
import type { Content, PaperInput, Part } from './part.ts'
import { ownWords } from './shared-parts.ts'

/** What each measure of the plan was, is and should be. */
export function measuresSaid({ lines }: PaperInput): Content {
  const all = lines.flatMap(said)
  if (lines.length === 0) return []
  return all.length > 0
    ? [[say('What the figures say:')], listOf(all)]
    : [[toWrite('how success will be measured')]]
}

/** The same of one action, for a cell of a table. */
export const measuredCell = (line: PlanLine): readonly Sentence[] =>
  line.measures.length === 0
    ? [toWrite(`the measure of success of action ${line.ref}`)]
    : line.measures.map(m => measureSaid(line.ref, m))

/** The first measure of an action in a few words, and how many there are beside it. */
export function measuredShortly(line: PlanLine): readonly Sentence[] {
  const [first, ...more] = line.measures
  if (!first) return cell('None yet')
  const { measure, current, heldBack } = first
  const { target, unit } = measure
  const aim = unit === 'met' ? '' : ` Target ${printValue(target.value, unit)}.`
  const rest = more.length === 0 ? [] : [say(`And ${more.length} more.`)]
  if (heldBack) return [say(`Held back: few children.${aim}`), ...rest]
  if (!current) return [say(`No figure yet.${aim}`), ...rest]
  const now = `${figureSaid(current, unit)}, ${shortDay(current.on)}.${aim}`
  return [say(now, sourceOf(measure, current.on, line.ref)), ...rest]
}

/** The course of an action’s first measure, for a picture the size of a word. */
export const sparkOf = (line: PlanLine): Picture | null => {
  const [first] = line.measures
  return (first && pictureOf(line.ref, first)) ?? null
}

/** A chart of every measure. */
export const charts = ({ lines }: PaperInput): readonly Picture[] => lines.flatMap(picturesOf)

/** Every measure drawn, after the plan. */
export const chartsPart: Part = {
  key: 'charts',
  title: 'Appendix 2: charts',
  heading: 'plain',
  made: charts,
}

/** Every measure in a table: where it began, where it should be, where it is and whether it moved. */
export const measuresPart = (heading: Part['heading']): Part => ({
  key: 'measures',
  title: 'Measures',
  heading,
  made: ({ lines }) => (lines.length === 0 ? [] : [measuresTable(lines)]),
  asks: [ownWords('measures', 'What lies behind a figure, and what was seen that no figure shows.')],
})
