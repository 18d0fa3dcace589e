import { GRADES, grades, NOT_APPLICABLE } from '../../../domain/quality/grades.ts'
import type { AuditStandard } from '../../../domain/quality/tool.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { questionsOf } from '../../../domain/records/types/audit-grading.ts'
import { newId } from '../../../store/ids.ts'
import { Begun, DraftStatus, Form, Once } from '../../../web/form/form.tsx'
import { Button, Radios, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'
import { type ObservationData, observationHref } from './load.ts'
import { ACTIONS, actionField } from './submit.ts'

interface Shared {
  readonly typed: Typed
  readonly faults: Faults
}

function Standard({ s, typed, faults }: Shared & { s: AuditStandard }) {
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
          s.mayNotApply === true && { value: NOT_APPLICABLE, text: 'Does not apply' },
        ]}
      />
      <div class="gt-audit-words">
        <Textarea
          name={q.why}
          label={`What did you see? ${s.title}`}
          hint="Below good, always. What was said and done, as you would tell it to them."
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

/** The observer’s form. Kept as it is typed; it goes to who was observed when it is finished. */
export function ObservingForm({
  data,
  ctx,
  returned,
}: {
  data: ObservationData
  ctx: Ctx<unknown>
  returned: Returned | null
}) {
  const typed = returned?.typed ?? data.draft?.typed ?? { on: formDay(data.o.on) }
  const faults = returned?.faults ?? {}
  const at = observationHref(data.code)
  return (
    <>
      {!returned && <Begun draft={data.draft} />}
      <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} class="gt-audit-form">
        <Once typed={typed} id={newId(ctx.now)} seq={data.o.seq} />
        <input type="hidden" name="_do" value="grade" />
        {returned?.conflict}
        <TextInput
          name="on"
          label={{ text: 'On which day was it?', size: 's' }}
          hint="Such as 27/3/2026, or yesterday"
          value={textOf(typed, 'on')}
          error={faults.on}
          width={10}
        />
        {data.tool.standards.map(s => (
          <Standard s={s} typed={typed} faults={faults} />
        ))}
        <section class="gt-audit-standard">
          <Radios
            name="overall"
            legend={{ text: 'Over all', size: 'm' }}
            hint="Your judgement of the whole, not a sum."
            value={textOf(typed, 'overall')}
            error={faults.overall}
            small
            items={GRADES.map(g => ({ value: g, text: grades[g] }))}
          />
          <Textarea
            name="overallWhy"
            label="Feedback: what would you tell them first?"
            value={textOf(typed, 'overallWhy')}
            error={faults.overallWhy}
            rows={3}
          />
        </section>
        <h2 class="govuk-heading-m">What will they do?</h2>
        {ACTIONS.map(n => (
          <fieldset class="govuk-fieldset gt-audit-action">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Action {n}</legend>
            <Textarea
              name={actionField(n, 'what')}
              label="What?"
              value={textOf(typed, actionField(n, 'what'))}
              error={faults[actionField(n, 'what')]}
              rows={2}
            />
            <TextInput
              name={actionField(n, 'by')}
              label="By when?"
              hint="Such as 27/3/2026"
              value={textOf(typed, actionField(n, 'by'))}
              error={faults[actionField(n, 'by')]}
              width={10}
            />
          </fieldset>
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>Finish, and give it to them</Button>
          <Button variant="secondary" name="_keep" value="hand">
            Keep for later
          </Button>
        </div>
        <DraftStatus />
      </Form>
    </>
  )
}
