import type { Grade } from '../../../domain/improvement/risk.ts'
import type { Day } from '../../../domain/kernel/day.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { rawAnswers, type Typed } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import type { RecordType } from '../../../domain/records/record-type.ts'
import { riskClosed, riskDescribed, riskRated } from '../../../domain/records/types/risk.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { writeOnce } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { namesOf } from '../../../store/people.ts'
import { Problems } from '../../../web/form/form.tsx'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { notWritten } from '../../../web/form/written.tsx'
import { Button } from '../../../web/govuk/index.ts'
import { type Ctx, type Outcome, type Page, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { actionsFault } from './actions-fault.ts'
import { loadRisk, type RiskData } from './load.ts'
import { riskHref } from './parts.tsx'

const BUTTONS: Readonly<Record<string, string>> = {
  [riskDescribed.code]: 'Save',
  [riskRated.code]: 'Record the rating',
  [riskClosed.code]: 'Close it',
}

const asTyped = (g: Grade, likelihood: string, impact: string): Typed => ({
  [likelihood]: String(g.likelihood),
  [impact]: String(g.impact),
})

/** What a form begins with: the words as they are, the grade as it was last given. */
function start(type: RecordType, { risk, entries }: RiskData, today: Day): Typed {
  if (type.code === riskRated.code)
    return {
      on: formDay(today),
      ...asTyped(risk, 'likelihood', 'impact'),
      ...asTyped(risk.target, 'targetLikelihood', 'targetImpact'),
    }
  if (type.code === riskClosed.code) return { on: formDay(today) }
  return rawAnswers(riskDescribed, entries.findLast(e => e.type === riskDescribed.code)?.answers ?? {})
}

async function submit(type: RecordType, ctx: Ctx<Db>, { risk, view }: RiskData): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, type, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const unknown = actionsFault(view, read.value)
  if (unknown) return { again: { typed, faults: unknown } }
  const subject = { id: risk.id, kind: 'risk' as const, code: risk.code }
  const written = await writeOnce(ctx.tx, subject, typed, entryBy(ctx, risk.id, type, read.value), {
    // A risk rated meanwhile may not be one to close, and the other way about.
    stale: e => (type.code === riskDescribed.code) === (e.type === riskDescribed.code),
  })
  const at = Object.keys(type.fields)[0] ?? ''
  const kept = await notWritten(written, { typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
  return kept ?? { go: riskHref(risk) }
}

/** A page for everything that is written of a risk. */
export const riskRecordPages: readonly Page<Db>[] = [riskDescribed, riskRated, riskClosed].map(type =>
  page({
    path: `/plan/risks/:risk/record/${type.code}`,
    permission: 'plan-edit',
    audit: `record on a risk: ${type.title.toLowerCase()}`,
    load: loadRisk,
    submit: (ctx: Ctx<Db>, data: RiskData) => submit(type, ctx, data),
    render: (data: RiskData, ctx: Ctx<Db>, returned) => ({
      title: `${type.title}: ${data.risk.title}`,
      section: 'plan',
      body: (
        <PlanFrame at="/plan/risks">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Risk {data.risk.code}: {data.risk.title}
          </span>
          <h1 class="govuk-heading-l">{type.title}</h1>
          {type.help && <p class="govuk-body">{type.help}</p>}
          <RecordForm
            ctx={ctx}
            type={type}
            id={newId(ctx.now)}
            seq={data.seq}
            returned={returned}
            start={start(type, data, ctx.today)}
          >
            <div class="govuk-button-group">
              <Button>{BUTTONS[type.code]}</Button>
              <a class="govuk-link" href={riskHref(data.risk)}>
                Leave it as it is
              </a>
            </div>
          </RecordForm>
        </PlanFrame>
      ),
    }),
  }),
)
