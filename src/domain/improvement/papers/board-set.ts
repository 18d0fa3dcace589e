import { type Day, longDay, monthName, shortDay } from '../../kernel/day.ts'
import { printValue } from '../impact.ts'
import { cell, type IndicatorRef, type Picture, type Sentence, say, type Table } from '../paper.ts'
import type { Figure } from '../plan.ts'
import type { PaperInput, SetLine } from './part.ts'

/** The indicators that each board is shown, until it chooses its own (requirement PM3). */
export const boardSets: Readonly<
  Record<'safeguarding' | 'corporate-parenting' | 'scrutiny', readonly string[]>
> = {
  safeguarding: [
    'REFDECISION',
    'REREFERRAL',
    'ALLOC24',
    'CP',
    'NI65',
    'NI67',
    'CPVISITS',
    'MISSING',
    'RETURNINTERVIEW',
  ],
  'corporate-parenting': [
    'LAC',
    'LACSEEN',
    'NI66',
    'PARTICIPATION',
    'NI62',
    'IHA',
    'HEALTH',
    'DENTAL',
    'IMMS',
    'SDQ',
    'MISSING',
  ],
  scrutiny: ['REREFERRAL', 'NI67', 'CPVISITS', 'NI66', 'NI62', 'LACVISITS', 'CASESUP'],
}

const HELD = 'Held back: few children'
const ref = (line: SetLine, on: Day): IndicatorRef => ({ indicator: line.code, on })
const known = (f: SetLine['now']): f is Figure => f !== null && f !== 'held'

function said(line: SetLine, figure: SetLine['now']): readonly Sentence[] {
  if (figure === 'held') return cell(HELD)
  if (figure === null) return cell('No figure')
  return cell(`${printValue(figure.value, line.unit)}, ${shortDay(figure.on)}`, ref(line, figure.on))
}

function moved(line: SetLine): readonly Sentence[] {
  const { now, before, good, unit } = line
  if (!known(now) || !known(before)) return cell('Not known')
  const change = Math.round((now.value - before.value) * 10) / 10
  const sources = [ref(line, now.on), ref(line, before.on)]
  if (change === 0) return cell('No change', ...sources)
  const way = `${change > 0 ? 'up' : 'down'} ${Math.abs(change)}${unit === 'percent' ? ' points' : ''}`
  if (good === 'neither') return cell(way.slice(0, 1).toUpperCase() + way.slice(1), ...sources)
  return cell(`${change > 0 === (good === 'high') ? 'Better' : 'Worse'}: ${way}`, ...sources)
}

/** The board's figures: now, then, whether better, and what is aimed at. */
export const setTable = ({ set, since }: PaperInput): Table => ({
  kind: 'table',
  caption: 'The figures of the board',
  head: ['Figure', 'Now', `On ${shortDay(since)}`, 'Since then', 'Target'],
  widths: [36, 18, 17, 17, 12],
  rows: set.map(line => [
    cell(line.name),
    said(line, line.now),
    said(line, line.before),
    moved(line),
    cell(line.target === undefined ? 'None set' : printValue(line.target, line.unit)),
  ]),
})

/** What stands out among them, in words: below the target, or worse than before. */
export const setSaid = ({ set }: PaperInput): readonly Sentence[] =>
  set.flatMap(line => {
    const { now, target, good, name, unit } = line
    if (!known(now)) return []
    const worse = moved(line)[0]?.text.startsWith('Worse')
    const missed =
      target !== undefined &&
      good !== 'neither' &&
      (good === 'high' ? now.value < target : now.value > target)
    if (!worse && !missed) return []
    const count =
      unit === 'percent' && now.numerator !== undefined ? ` (${now.numerator} of ${now.denominator})` : ''
    const aim = missed && target !== undefined ? `, against a target of ${printValue(target, unit)}` : ''
    return [
      say(
        `${name}: ${printValue(now.value, unit)}${count} on ${longDay(now.on)}${aim}${worse ? ', and worse than before' : ''}.`,
        ref(line, now.on),
      ),
    ]
  })

/** A chart of each figure over the months; none where fewer than two months have one. */
export const setPictures = ({ set }: PaperInput): readonly Picture[] =>
  set.flatMap(line => {
    const points = line.history.flatMap(h => (h.value === null ? [] : [{ ...h, value: h.value }]))
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || points.length < 2) return []
    const at = (p: typeof first) => `${printValue(p.value, line.unit)} in ${monthName(p.month)}`
    const aim = line.target === undefined ? '' : ` The target is ${printValue(line.target, line.unit)}.`
    return [
      {
        kind: 'figure',
        id: `set-${line.code.toLowerCase()}`,
        title: line.name,
        alt: `Line chart of ${line.name.toLowerCase()}, ${points.length} months. It went from ${at(first)} to ${at(last)}.${aim}`,
        chart: {
          kind: 'trend',
          months: line.history.map(h => h.month),
          series: [{ name: line.code, values: line.history.map(h => h.value) }],
          ...(line.target === undefined ? {} : { target: { value: line.target, label: 'Target' } }),
          unit: line.unit,
        },
        sources: [ref(line, last.month)],
      },
    ]
  })
