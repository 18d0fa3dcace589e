import type { CaseFile } from '../../domain/casework/file.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { relationshipKinds } from '../../domain/records/types/relationship.ts'
import type { Named } from '../../store/queries/listable.ts'
import { SummaryList } from '../../web/govuk/index.ts'

const words = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The ids of the children that a file names. */
export const namedChildren = (file: CaseFile): readonly string[] =>
  file.happenings.flatMap(e =>
    e.type === 'relationship' && typeof e.answers.child === 'string' ? [e.answers.child] : [],
  )

/** Who is in the child's life now. A brother or sister with a file here is one step away, for whoever may see them. */
export function Family({ file, on, known }: { file: CaseFile; on: Day; known: ReadonlyMap<string, Named> }) {
  const people = file.happenings.filter(
    e =>
      e.type === 'relationship' && !e.withdrawn && !(typeof e.answers.to === 'string' && e.answers.to <= on),
  )
  if (people.length === 0) return null
  const kinds: Readonly<Record<string, string>> = relationshipKinds
  return (
    <section>
      <h2 class="govuk-heading-m">Family and others</h2>
      <SummaryList
        rows={people.map(e => {
          const child = known.get(words(e.answers.child))
          const name =
            words(e.answers.name) ||
            (child ? calledBy(child, child.code) : 'A child whose file you may not see')
          return {
            key: kinds[words(e.answers.kind)] ?? '',
            value: (
              <>
                {child ? (
                  <a class="govuk-link" href={`/child/${child.code}`}>
                    {name}
                  </a>
                ) : (
                  name
                )}
                {e.answers.responsibility === true && <span class="gt-quiet"> parental responsibility</span>}
                {words(e.answers.contact) && <span class="gt-quiet"> {words(e.answers.contact)}</span>}
                {words(e.answers.from) && <span class="gt-quiet"> since {longDay(e.happened)}</span>}
              </>
            ),
          }
        })}
      />
    </section>
  )
}
