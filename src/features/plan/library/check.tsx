import { frameworkOf } from '../../../domain/improvement/frameworks.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { rawAnswers, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { readingConfirmed, readingCorrected } from '../../../domain/records/types/library.ts'
import type { Db } from '../../../store/connection.ts'
import { writeOnce } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { append } from '../../../store/ledger.ts'
import { namesOf } from '../../../store/people.ts'
import { Form, Once, Problems } from '../../../web/form/form.tsx'
import { RecordFields } from '../../../web/form/record-fields.tsx'
import { notWritten } from '../../../web/form/written.tsx'
import { Button, Checkboxes, Select } from '../../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { unsureOf } from './reading.ts'
import { loadReport, type ReportData } from './report.tsx'

const NONE = 'none'

const gradesOf = (data: ReportData) => frameworkOf(data.report.framework).grades.map(g => g.name)

/** The grades as sent: a judgement whose grade nobody can tell stays open. */
const gradesSent = (data: ReportData, ctx: Ctx<Db>): readonly (string | null)[] =>
  data.judgements.map(j => {
    const said = textOf(ctx.typed, `grade-${j.place}`)
    return gradesOf(data).find(g => g === said) ?? null
  })

const cover = (r: ReportData['report']) => ({
  authority: r.authority ?? undefined,
  kind: r.kind,
  inspectedFrom: r.inspectedFrom ?? undefined,
  inspectedTo: r.inspectedTo ?? undefined,
  published: r.published ?? undefined,
})

const NAMES = ['authority', 'kind', 'inspectedFrom', 'inspectedTo', 'published'] as const

async function submit(ctx: Ctx<Db>, data: ReportData): Promise<Outcome> {
  const { typed } = ctx
  const { report } = data
  const read = readForm(ctx, readingCorrected, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const grades = gradesSent(data, ctx)
  const before = cover(report)
  const same =
    NAMES.every(n => (read.value[n] ?? undefined) === before[n]) &&
    data.judgements.every((j, i) => (grades[i] ?? null) === j.grade)
  const right = textOf(typed, '_right') === 'yes'
  if (same && !right)
    return {
      again: {
        typed,
        faults: { _right: 'Nothing was changed. Tick that it is right, or change what is wrong.' },
      },
    }
  const subject = { id: report.subject, kind: 'library' as const, code: report.code }
  const said = { author: ctx.viewer.id, now: ctx.now, today: ctx.today, subject: subject.id }
  const confirmed = newEntry({ ...said, id: newId(ctx.now), type: readingConfirmed, answers: {} })
  const blank = Object.fromEntries(NAMES.map(n => [n, read.value[n] ?? null]))
  const entry = same
    ? confirmed
    : newEntry({ ...said, id: newId(ctx.now), type: readingCorrected, answers: { ...blank, grades } })
  const outcome = await writeOnce(ctx.tx, subject, typed, entry, { stale: e => e.type === entry.type })
  const kept = await notWritten(outcome, {
    typed,
    at: 'authority',
    namesOf: ids => namesOf(ctx.tx, ids),
    words: () => 'They put the reading right as well: open the report to see how it stands now.',
  })
  if (kept) return kept
  if (!same && right && 'done' in outcome) await append(ctx.tx, subject, [confirmed])
  return { go: `/plan/library/report/${report.code}` }
}

/** Where a person holds the reading against the report, puts it right, and says so. */
export const checkPage = page({
  path: '/plan/library/report/:code/check',
  permission: 'plan-edit',
  audit: 'check the reading of a published report',
  load: loadReport,
  submit,
  render: (data: ReportData, ctx: Ctx<Db>, returned) => {
    const { report } = data
    const typed = returned?.typed
    const unsure = unsureOf(data.entries)
    return {
      title: 'Check the reading',
      section: 'plan',
      body: (
        <PlanFrame at="/plan/library">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Published report {report.code}</span>
          <h1 class="govuk-heading-l">Hold the reading against the report</h1>
          <p class="govuk-body">
            This is what the product read from {report.file}. What was read stays in the file beside what you
            put right.
          </p>
          <Form csrf={ctx.csrf}>
            <Once typed={typed} id={newId(ctx.now)} seq={data.entries.at(-1)?.seq ?? 0} />
            {returned?.conflict}
            <RecordFields
              type={readingCorrected}
              typed={typed ?? rawAnswers(readingCorrected, cover(report))}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={false}
              people={[]}
            />
            {data.judgements.length > 0 && <h2 class="govuk-heading-m">Grades</h2>}
            {data.judgements.map(j => (
              <Select
                name={`grade-${j.place}`}
                label={{ text: j.area, size: 's' }}
                value={typed ? textOf(typed, `grade-${j.place}`) : (j.grade ?? NONE)}
                items={[
                  ...gradesOf(data).map(g => ({ value: g, text: g })),
                  { value: NONE, text: 'Not graded, or it cannot be told' },
                ]}
              />
            ))}
            <Checkboxes
              name="_right"
              small
              items={[
                {
                  value: 'yes',
                  text: 'I have held the whole of it against the report, areas and findings too, and it is right',
                },
              ]}
              {...(unsure.length > 0 ? { hint: `The reader was not sure: ${unsure.join(' ')}` } : {})}
              error={returned?.faults._right}
            />
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`/plan/library/report/${report.code}`}>
                Leave it
              </a>
            </div>
          </Form>
        </PlanFrame>
      ),
    }
  },
})
