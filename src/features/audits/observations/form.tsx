import { formDay } from '../../../domain/records/kinds/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { newId } from '../../../store/ids.ts'
import { Begun, DraftStatus, Form, Once } from '../../../web/form/form.tsx'
import { Button, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'
import { Overall, Standard, type StandardWords } from '../standard-form.tsx'
import { type ObservationData, observationHref } from './load.ts'
import { ACTIONS, actionField } from './submit.ts'

const WORDS: StandardWords = {
  notApplicable: 'Does not apply',
  why: 'What did you see?',
  whyHint: 'Below good, always. What was said and done, as you would tell it to them.',
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
          <Standard s={s} words={WORDS} typed={typed} faults={faults} />
        ))}
        <section class="gt-audit-standard">
          <Overall typed={typed} faults={faults} />
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
