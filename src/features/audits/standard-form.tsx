import { GRADES, grades, NOT_APPLICABLE } from '../../domain/quality/grades.ts'
import type { AuditStandard } from '../../domain/quality/tool.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { questionsOf } from '../../domain/records/types/audit-grading.ts'
import { Radios, Textarea } from '../../web/govuk/index.ts'

export interface Shared {
  readonly typed: Typed
  readonly faults: Faults
}

/** What is asked of each standard in the words of the form: of a file, or of practice that was seen. */
export interface StandardWords {
  readonly notApplicable: string
  readonly why: string
  readonly whyHint: string
}

/** One standard to be graded, with why and what was good; the same in every form that grades. */
export function Standard({ s, words, typed, faults }: Shared & { s: AuditStandard; words: StandardWords }) {
  const q = questionsOf(s.code)
  return (
    <section class="gt-audit-standard" id={`standard-${s.code}`}>
      <Radios
        name={q.grade}
        legend={{ text: s.title, size: 'm' }}
        hint={s.questions.join(' ')}
        value={textOf(typed, q.grade)}
        error={faults[q.grade]}
        small
        items={[
          ...GRADES.map(g => ({ value: g, text: grades[g], hint: s.looksLike[g] })),
          s.mayNotApply === true && { value: NOT_APPLICABLE, text: words.notApplicable },
        ]}
      />
      <div class="gt-audit-words">
        <Textarea
          name={q.why}
          label={`${words.why} ${s.title}`}
          hint={words.whyHint}
          value={textOf(typed, q.why)}
          error={faults[q.why]}
          rows={3}
        />
        <Textarea
          name={q.good}
          label={`Good practice (optional): ${s.title}`}
          value={textOf(typed, q.good)}
          error={faults[q.good]}
          rows={3}
        />
      </div>
    </section>
  )
}

/** The grade of the whole. */
export const Overall = ({ typed, faults }: Shared) => (
  <Radios
    name="overall"
    legend={{ text: 'Over all', size: 'm' }}
    hint="Your judgement of the whole, not a sum."
    value={textOf(typed, 'overall')}
    error={faults.overall}
    small
    items={GRADES.map(g => ({ value: g, text: grades[g] }))}
  />
)
