import type { CaseFile } from '../../domain/casework/file.ts'
import { nowOf } from '../../domain/casework/now.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { SummaryList } from '../../web/govuk/index.ts'

const words = (v: unknown): string => (typeof v === 'string' ? v : '')

/** What must change for the child to be safe, and what a manager last decided: in the words of those who wrote it. */
export function Decided({ file, on, code }: { file: CaseFile; on: Day; code: string }) {
  const plan = nowOf(file, on).plan
  const started = file.happenings.find(e => e.id === plan?.openedBy)
  const decision = file.happenings.findLast(e => e.type === 'managers-decision' && !e.withdrawn)
  if (!started && !decision) return null
  const open = (id: string, text: string) => (
    <a class="govuk-link" href={`/child/${code}/entry/${id}`}>
      {text}
    </a>
  )
  return (
    <section>
      <h2 class="govuk-heading-m">Risk, and what was decided</h2>
      <SummaryList
        rows={[
          started !== undefined && {
            key: 'What must change',
            value: <span class="gt-prose">{words(started.answers.change)}</span>,
          },
          started !== undefined && {
            key: 'If it does not',
            value: <span class="gt-prose">{words(started.answers.ifNot)}</span>,
          },
          decision !== undefined && {
            key: 'Last decision',
            value: [open(decision.id, words(decision.answers.decision)), `, ${longDay(decision.happened)}`],
          },
          decision !== undefined && {
            key: 'Next',
            value: `${words(decision.answers.next)}${words(decision.answers.by) ? ` By ${longDay(words(decision.answers.by) as Day)}.` : ''}`,
          },
        ]}
      />
    </section>
  )
}
