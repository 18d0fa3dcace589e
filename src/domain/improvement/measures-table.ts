import { shortDay } from '../kernel/day.ts'
import { impact, printValue } from './impact.ts'
import { cell, type Table, toWrite } from './paper.ts'
import { measureTitle, type PlanLine, sinceBefore, sourceOf } from './plan-lines.ts'

/** Said in place of a figure that speaks of too few children. */
const HELD = 'Held back: few children'

/** Each measure of success: where it began, where it should be, where it is, whether it moved since last time and in all. */
export function measuresTable(lines: readonly PlanLine[]): Table {
  const rows = lines.flatMap(line => {
    const { measure } = line.action
    if (!measure) return []
    const { baseline, target, unit } = measure
    const now = line.current
    return [
      [
        cell(`${line.ref}. ${measureTitle(line)}`),
        line.heldBack
          ? cell(HELD)
          : cell(
              `${printValue(baseline.value, unit)}, ${shortDay(baseline.on)}`,
              sourceOf(measure, baseline.on),
            ),
        cell(`${printValue(target.value, unit)} by ${shortDay(target.by)}`),
        now
          ? cell(`${printValue(now.value, unit)}, ${shortDay(now.on)}`, sourceOf(measure, now.on))
          : cell(line.heldBack ? HELD : 'No figure'),
        [sinceBefore(line)],
        cell(now ? impact(measure, now).words : 'Not known'),
      ],
    ]
  })
  const none = [[[toWrite('measures: no action has one')], ...Array.from({ length: 5 }, () => cell('None'))]]
  return {
    kind: 'table',
    caption: 'Measures of success',
    head: ['Measure', 'Baseline', 'Target', 'Current', 'Trend', 'Impact'],
    rows: rows.length > 0 ? rows : none,
    widths: [28, 13, 15, 13, 16, 15],
  }
}
