import { england } from '../../src/domain/kernel/calendar.ts'
import { addDays, type Day } from '../../src/domain/kernel/day.ts'
import { type Grade, isGood } from '../../src/domain/quality/grades.ts'
import { observationTool } from '../../src/domain/quality/observations.ts'
import { gradingType } from '../../src/domain/quality/tools.ts'
import { questionsOf } from '../../src/domain/records/types/audit-grading.ts'
import { random } from '../random.ts'
import { seen } from '../words/section-11.ts'
import { pen, type Written } from './section-11.ts'

/** Somebody observed, where, and who observes: one line of the demonstration. */
export interface Observed {
  readonly tool: string
  readonly observed: string
  readonly observer: string
  readonly team: string | null
  /** The child of the meeting; null for supervision and duty. */
  readonly child: string | null
  readonly ago: number
}

const workday = (d: Day): Day => (england.isWorking(d) ? d : workday(addDays(d, -1)))

/** Observations as they were arranged, written up and answered, and the practice week in which the last of them fell. */
export function observationEntries(
  list: readonly Observed[],
  lead: string,
  authority: string,
  today: Day,
): Written {
  const rand = random(`observations ${authority}`)
  const p = pen(rand)
  for (const [i, { tool, observed, observer, team, child, ago }] of list.entries()) {
    const on = workday(addDays(today, -ago))
    const before = addDays(on, -7)
    const id = p.file('observation', `O${i + 1}`, before)
    p.write(id, 'observation-opened', before, lead, {
      tool,
      observed,
      observer,
      on,
      ...(team ? { team } : {}),
      ...(child ? { child, until: addDays(on, 14) } : {}),
    })
    const grades = (observationTool(tool)?.standards ?? []).map(s => {
      const grade: Grade = rand.chance(0.65)
        ? 'good'
        : rand.chance(0.8)
          ? 'requires-improvement'
          : 'outstanding'
      const q = questionsOf(s.code)
      return {
        [q.grade]: grade,
        ...(isGood(grade) ? { [q.good]: rand.pick(seen.good) } : { [q.why]: rand.pick(seen.below) }),
      }
    })
    p.write(id, gradingType(tool), on, observer, {
      part: 'first',
      on,
      ...Object.assign({}, ...grades),
      overall: 'good',
      overallWhy: 'Warm and clear. Dates are what I would work on.',
    })
    p.write(id, 'observation-action', on, observer, {
      ref: '1',
      what: rand.pick(seen.ask),
      by: addDays(on, 42),
    })
    // The last two wait for an answer.
    if (i >= list.length - 2) continue
    p.write(id, 'observation-response', addDays(on, 5), observed, { view: 'yes', will: rand.pick(seen.took) })
    p.write(id, 'observation-action-done', addDays(on, 30), observed, {
      action: '1',
      what: 'Done at the last three.',
    })
  }
  const from = addDays(today, -20)
  const week = p.file('practice-week', 'P1', addDays(from, -30))
  p.write(week, 'practice-week', addDays(from, -30), lead, {
    name: 'Practice week',
    from,
    to: addDays(from, 11),
    theme: 'How children and families take part',
  })
  return p.upTo(today)
}
