import { shortDay } from '../kernel/day.ts'
import { impact, printValue } from './impact.ts'
import { type MeasureLine, measureTitle, sourceOf } from './measure-line.ts'
import { cell, type Table, toWrite } from './paper.ts'
import { type PlanLine, sinceBefore } from './plan-lines.ts'

/** Said in place of a figure that speaks of too few. */
const HELD = 'Held back: few children'

const row = (ref: string, line: MeasureLine) => {
  const { measure, current: now } = line
  const { baseline, target, unit } = measure
  const was = baseline
    ? cell(
        `${printValue(baseline.value, unit)}, ${shortDay(baseline.on)}`,
        sourceOf(measure, baseline.on, ref),
      )
    : cell('Not known')
  return [
    cell(`${ref}. ${measureTitle(line)}`),
    line.heldBack ? cell(HELD) : was,
    cell(`${printValue(target.value, unit)} by ${shortDay(target.by)}`),
    now
      ? cell(`${printValue(now.value, unit)}, ${shortDay(now.on)}`, sourceOf(measure, now.on, ref))
      : cell(line.heldBack ? HELD : 'No figure'),
    [sinceBefore(ref, line)],
    cell(now ? impact(measure, now).words : 'Not known'),
  ]
}

/** Each measure of success: where it began, where it should be, where it is, whether it moved since last time and in all. */
export function measuresTable(lines: readonly PlanLine[]): Table {
  const rows = lines.flatMap(line => line.measures.map(m => row(line.ref, m)))
  const none = [[[toWrite('measures: no action has one')], ...Array.from({ length: 5 }, () => cell('None'))]]
  return {
    kind: 'table',
    caption: 'Measures of success',
    head: ['Measure', 'Baseline', 'Target', 'Current', 'Trend', 'Impact'],
    rows: rows.length > 0 ? rows : none,
    widths: [28, 13, 15, 13, 16, 15],
  }
}
