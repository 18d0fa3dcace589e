import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Standing } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { Details } from '../../web/govuk/index.ts'
import type { EntryData } from './entry-load.ts'

/** Every version of an entry: who wrote it, who changed it, and why. */
export function History({ data, files }: { data: EntryData; files: string }) {
  const type = knownRecordType(data.entry.type)
  const root = data.view.entries.find(e => e.id === data.entry.id)
  if (!root || data.about.length === 0) return null
  const version = (answers: unknown): Answers =>
    typeof answers === 'object' && answers !== null ? (answers as Answers) : {}
  return (
    <section>
      <h2 class="govuk-heading-m">What was changed, by whom and why</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          <WrittenBy entry={root} names={data.names} />
          {data.entry.amendments.length > 0 && (
            <Details summary="As first written">
              <AnswerList type={type} answers={root.answers} names={data.names} files={files} />
            </Details>
          )}
        </li>
        {data.about.map(e => (
          <li>
            {knownRecordType(e.type).summary(e.answers)}
            <WrittenBy entry={e} names={data.names} />
            {e.type === 'amendment' && e.id !== data.entry.amendments.at(-1)?.id && (
              <Details summary="As it stood after this">
                <AnswerList
                  type={type}
                  answers={version(e.answers.becomes)}
                  names={data.names}
                  files={files}
                />
              </Details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The words of the form on the day it was answered: a label changed since changes no answer. */
export function Asked({ words, entry }: { words: unknown; entry: Standing }) {
  const kept: Readonly<Record<string, unknown>> =
    typeof words === 'object' && words !== null && 'fields' in words ? Object(words.fields) : {}
  // The database keeps no order among the words: they come as the type asks them, those it has dropped since last.
  const now = Object.keys(knownRecordType(entry.type).fields)
  const fields = [...now.filter(n => n in kept), ...Object.keys(kept).filter(n => !now.includes(n))].map(
    n => kept[n],
  )
  return (
    <Details summary="The words that were asked">
      <p class="govuk-body">As the form stood on {longDay(londonDay(entry.recorded))}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {fields.map(f => (
          <li>{String(Object(f).label)}</li>
        ))}
      </ul>
    </Details>
  )
}
