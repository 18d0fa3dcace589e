import { longDay } from '../../domain/kernel/day.ts'
import type { Cover } from '../../store/queries/covers.ts'

/** For whom the viewer stands in: their children are in the lists below. */
export function Covering({ covers }: { covers: readonly Cover[] }) {
  if (covers.length === 0) return null
  return (
    <ul class="govuk-list">
      {covers.map(c => (
        <li>
          You cover for <strong>{c.awayName}</strong>
          {c.to && `, until they are back on ${longDay(c.to)}`}. What is due for their children is below.
        </li>
      ))}
    </ul>
  )
}
