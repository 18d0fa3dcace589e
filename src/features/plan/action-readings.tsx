import type { Measure } from '../../domain/improvement/measure.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { Files } from '../../web/form/written.tsx'
import type { ActionData } from './action.tsx'
import { Undo } from './parts.tsx'

const WHAT = { yes: 'Met', partly: 'Met in part', no: 'Not met' } as const

/** What people went and saw, or were told, last first; each with what was kept to show it. */
export function Readings({ measure, data }: { measure: Measure; data: ActionData }) {
  if (measure.kind !== 'survey' && measure.kind !== 'visit') return null
  const files = `/plan/action/${data.code}/file`
  const rows =
    measure.kind === 'survey'
      ? measure.readings.map(r => ({
          r,
          head: `${r.answered} of ${r.asked} answered`,
          said: r.note,
        }))
      : measure.readings.map(r => ({ r, head: `${WHAT[r.met]}. Seen by ${r.who}`, said: r.seen }))
  return (
    <ul class="govuk-list">
      {rows.toReversed().map(({ r, head, said }) => (
        <li class="gt-plan-read">
          <strong>{longDay(r.on)}</strong>: {head}. {said && <span class="gt-prose">{said} </span>}
          <span class="gt-quiet">
            Written by {data.names.get(r.by) ?? 'somebody who has left'}. <Undo data={data} entry={r.id} />
          </span>
          {r.documents.length > 0 && data.mayOpen && <Files answer={r.documents} at={files} />}
        </li>
      ))}
    </ul>
  )
}
