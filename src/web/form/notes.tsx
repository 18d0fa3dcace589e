import { renderToString } from 'preact-render-to-string'

/** Something to know about an answer, beside the form: never an error, and nothing waits for it. */
export interface FormNote {
  /** The question it is about; null where it is about the form as a whole. */
  readonly field: string | null
  /** What it is, before what it says: "The national return will reject this." */
  readonly lead: string
  readonly says: string
  readonly todo: string
  /** Where to go for it, where it is not on this form. */
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

export function NoteWords({ notes }: { notes: readonly FormNote[] }) {
  return (
    <>
      {notes.map(n => (
        <div class="gt-note">
          <p class="gt-note__says">
            <strong>{n.lead}</strong> {n.says}
          </p>
          <p class="gt-note__todo">{n.todo}</p>
          {n.ways.length > 0 && (
            <ul class="gt-note__ways">
              {n.ways.map(way => (
                <li>
                  <a class="govuk-link" href={way.href}>
                    {way.text}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  )
}

const about = (notes: readonly FormNote[], field: string | null) => notes.filter(n => n.field === field)

/** The place of the notes about one question, or about the whole form: the script of drafts fills it again. */
export const NotesAt = ({ field, notes }: { field: string | null; notes: readonly FormNote[] }) => (
  <div class="gt-notes" data-notes={field ?? ''} aria-live="polite">
    <NoteWords notes={about(notes, field)} />
  </div>
)

/**
 * What the script of drafts is answered, where a form has notes: that it was kept, and what now stands at each question.
 * Questions that are not named have none.
 */
export const keptWithNotes = (notes: readonly FormNote[]): string =>
  JSON.stringify({
    notes: Object.fromEntries(
      [...new Set(notes.map(n => n.field))].map(field => [
        field ?? '',
        renderToString(<NoteWords notes={about(notes, field)} />),
      ]),
    ),
  })
