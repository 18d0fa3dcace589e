import { type Day, longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { clockState } from '../../domain/timescales/timescale.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { FileView } from '../../store/queries/file-of.ts'
import { type FormNote, NoteWords } from '../../web/form/notes.tsx'
import { NotificationBanner } from '../../web/govuk/index.ts'

/** What came of recording: which timescales it met, what is due next because of it, and what national returns say. */
export function Done({
  view,
  id,
  notes,
  again,
  on,
  code,
}: {
  view: FileView
  id: string | undefined
  notes: readonly FormNote[]
  again: boolean
  on: Day
  code: string
}) {
  const entry = view.file.happenings.find(e => e.id === id)
  if (!entry) return null
  const met = view.clocks.filter(c => c.metBy === entry.id)
  const next = view.clocks.filter(c => met.some(m => m.series === c.series) && c.startedBy === entry.id)
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {knownRecordType(entry.type).title} recorded{again ? ' already: it is there once' : ''}.{' '}
        <a class="govuk-notification-banner__link" href={`/child/${code}/entry/${entry.id}`}>
          Read it or amend it
        </a>
      </p>
      {met.map(c => (
        <p class="govuk-body">
          {findSeries(c.series)?.title}:{' '}
          {clockState(c, on).is === 'met' ? 'in time' : `late, it was due ${longDay(c.due)}`}.
          {next
            .filter(n => n.series === c.series)
            .map(n => (
              <> The next is {dueWords(n.due, on)}.</>
            ))}
        </p>
      ))}
      <NoteWords notes={notes} />
    </NotificationBanner>
  )
}
