import type { Inspection } from '../../domain/improvement/fold-findings.ts'
import { gradeNamed } from '../../domain/improvement/framework.ts'
import { frameworkOf } from '../../domain/improvement/frameworks.ts'
import { Table } from '../../web/govuk/index.ts'

/** The grades, part by part, as they were printed. */
export function Judgements({ inspection }: { inspection: Inspection }) {
  if (inspection.framework === null || inspection.judgements.length === 0) return null
  const framework = frameworkOf(inspection.framework)
  const words = (grade: string | null) => {
    if (grade === null) return <span class="gt-quiet">Not clear in the report</span>
    const known = gradeNamed(framework, grade)
    return known ? `${known.name} (grade ${known.number})` : grade
  }
  return (
    <section aria-labelledby="judgements">
      <h2 class="govuk-heading-m" id="judgements">
        Judgements
      </h2>
      <div class="gt-side-by-side">
        {framework.sections.map(s => {
          const here = inspection.judgements.filter(j => j.section === s.code)
          return (
            here.length > 0 && (
              <Table
                caption={s.title}
                captionSize="s"
                head={['Judgement', 'Grade']}
                rows={here.map(j => [j.area, { text: words(j.grade), class: 'gt-nowrap' }])}
              />
            )
          )
        })}
      </div>
    </section>
  )
}
