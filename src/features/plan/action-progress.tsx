import type { Note } from '../../domain/improvement/plan.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { Details } from '../../web/govuk/index.ts'
import type { ActionData } from './action.tsx'
import { AddButton } from './action-evidence.tsx'

const SHOWN = 2

/** Notes on how it goes, last first; the older ones a click away. */
export function Progress({ data }: { data: ActionData }) {
  const notes = data.action.progress.toReversed()
  const older = notes.slice(SHOWN)
  const said = (note: Note) => (
    <p class="govuk-body">
      <span class="gt-prose">{note.text}</span>{' '}
      <span class="gt-quiet">
        {data.names.get(note.author) ?? 'Somebody who has left'}, {longDay(note.on)}
      </span>
    </p>
  )
  return (
    <section aria-labelledby="progress">
      <h2 class="govuk-heading-m" id="progress">
        Progress
      </h2>
      {notes.length === 0 && <p class="govuk-body gt-quiet">Nothing written yet.</p>}
      {notes.slice(0, SHOWN).map(said)}
      {older.length > 0 && (
        <Details summary={`${older.length} earlier ${older.length === 1 ? 'note' : 'notes'}`}>
          {older.map(said)}
        </Details>
      )}
      <AddButton data={data} type="action-progress" text="Write a note" />
    </section>
  )
}
