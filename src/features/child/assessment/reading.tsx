import { type Change, changes } from '../../../domain/assessment/known.ts'
import { sections } from '../../../domain/assessment/sections.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import type { Standing } from '../../../domain/records/entry.ts'
import { printed } from '../../../domain/records/parse.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import { SummaryList } from '../../../web/govuk/index.ts'
import { isYoung } from './form.tsx'

/** What became of the words: put in, taken out, or standing. It is read out as it is seen. */
function Changed({ change }: { change: Extract<Change, { is: 'changed' }> }) {
  return (
    <>
      <p class="govuk-body-s gt-quiet">Changed since {longDay(change.known.since)}</p>
      <span class="gt-prose">
        {change.pieces.map(p =>
          p.is === 'same' ? p.text : p.is === 'added' ? <ins>{p.text}</ins> : <del>{p.text}</del>,
        )}
      </span>
    </>
  )
}

function Answer({ words, change }: { words: string; change: Change | undefined }) {
  if (change?.is === 'changed') return <Changed change={change} />
  return (
    <>
      {change?.is === 'unchanged' && (
        <p class="govuk-body-s gt-quiet">Unchanged since {longDay(change.known.since)}</p>
      )}
      <span class="gt-prose">{words}</span>
    </>
  )
}

/** An assessment to be read: part by part, and what is carried on from before shown as changed or not. */
export function AssessmentAnswers({ view, entry }: { view: FileView; entry: Standing }) {
  const said = new Map(printed(assessment, entry.answers).map(a => [a.name, a]))
  const since = changes(view.file, entry)
  const young = isYoung(view.file, entry.happened)
  return (
    <div class="gt-assess-answer">
      {sections.map(part => {
        const rows = part.fields.flatMap(name => {
          const a = said.get(name)
          const asked = (young && assessment.fields[name]?.options.young) || a?.label
          return a && asked
            ? [{ key: asked, value: <Answer words={a.words} change={since.get(name)} /> }]
            : []
        })
        return (
          rows.length > 0 && (
            <section>
              <h2 class="govuk-heading-s">{part.title}</h2>
              <SummaryList rows={rows} />
            </section>
          )
        )
      })}
    </div>
  )
}
