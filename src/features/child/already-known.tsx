import { nowOf, spellWords } from '../../domain/casework/now.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { canShow } from '../../domain/records/showing.ts'
import { childAnswered, childSaid } from '../../domain/records/types/child-said.ts'
import { series } from '../../domain/timescales/table.ts'
import { clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import type { FileView } from '../../store/queries/file-of.ts'

/** What a young person said since they were answered last. */
function unanswered({ file }: FileView): readonly Standing[] {
  const stand = file.happenings.filter(e => !e.withdrawn)
  const answered = stand.findLast(e => e.type === childAnswered.code)?.seq ?? 0
  return stand.filter(e => e.type === childSaid.code && e.seq > answered)
}

/** What the record already says and the worker need not: which clock this meets, the last of its kind, where the child is. */
export function Known({ type, view, on, code }: { type: RecordType; view: FileView; on: Day; code: string }) {
  const now = nowOf(view.file, on)
  const last = view.file.happenings.findLast(e => e.type === type.code && !e.withdrawn)
  const stops = new Set(canShow(type))
  const open = view.clocks.filter(c => {
    const s = series.find(x => x.code === c.series)
    const state = clockState(c, on).is
    return (
      s !== undefined &&
      s.stops !== null &&
      stops.has(s.stops) &&
      (state === 'running' || state === 'overdue')
    )
  })
  const next = last && typeof last.answers.next === 'string' ? last.answers.next : null
  return (
    <aside class="gt-known" aria-label="Already known">
      <h2 class="govuk-heading-s">Already known</h2>
      <ul class="govuk-list">
        {open.map(c => (
          <li>
            <a class="govuk-link" href={`/child/${code}/clock/${c.series}/${c.due}`}>
              {series.find(s => s.code === c.series)?.title}
            </a>
            : {clockWords(c, on)}
          </li>
        ))}
        {type === childAnswered &&
          unanswered(view).map(e => (
            <li>
              The young person said on {longDay(e.happened)}:{' '}
              <span class="gt-prose">{String(e.answers.said ?? '')}</span>
            </li>
          ))}
        {now.placement && (
          <li>
            Lives: {spellWords(now.placement)}, since {longDay(now.placement.from)}
          </li>
        )}
        {now.legalStatus && <li>{spellWords(now.legalStatus)}</li>}
        {last && (
          <li>
            Last one:{' '}
            <a class="govuk-link" href={`/child/${code}/entry/${last.id}`}>
              {longDay(last.happened)}
            </a>
            {next && <span class="gt-prose">. Then to come: {next}</span>}
          </li>
        )}
        {!last && <li>This is the first one on the file.</li>}
      </ul>
    </aside>
  )
}
