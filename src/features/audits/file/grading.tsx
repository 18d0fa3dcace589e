import { textOf } from '../../../domain/records/parse.ts'
import { auditPosts } from '../../../domain/records/types/audit.ts'
import { newId } from '../../../store/ids.ts'
import { Begun, DraftStatus, Form, Once } from '../../../web/form/form.tsx'
import { Button, Select, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { ChildCtx, Returned } from '../../../web/page.ts'
import { Overall, type Shared, Standard, type StandardWords } from '../standard-form.tsx'
import { ACTIONS, actionField } from './grade-read.ts'
import { type AuditData, addressOf } from './load.ts'

const WORDS: StandardWords = {
  notApplicable: 'Does not apply to this child',
  why: 'Why?',
  whyHint: 'Below good, always: what you saw, and where in the file.',
}

function Actions({ typed, faults }: Shared) {
  const posts = Object.entries(auditPosts).map(([value, text]) => ({ value, text }))
  return (
    <section>
      <h2 class="govuk-heading-m">What must happen for this child now?</h2>
      <p class="govuk-body">
        Each stands in somebody’s work until it is done, and comes back to you to check. Leave empty what you
        do not need.
      </p>
      {ACTIONS.map(n => {
        const name = (part: 'what' | 'who' | 'by') => actionField(n, part)
        return (
          <fieldset class="govuk-fieldset gt-audit-action">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Action {n}</legend>
            <Textarea
              name={name('what')}
              label="What must happen?"
              value={textOf(typed, name('what'))}
              error={faults[name('what')]}
              rows={2}
            />
            <Select
              name={name('who')}
              label="Who does it?"
              value={textOf(typed, name('who')) || 'worker'}
              error={faults[name('who')]}
              items={posts}
            />
            <TextInput
              name={name('by')}
              label="By when?"
              hint="Such as 27/3/2026"
              value={textOf(typed, name('by'))}
              error={faults[name('by')]}
              width={10}
            />
          </fieldset>
        )
      })}
    </section>
  )
}

/** The audit, on one page: each standard, the whole, and what must happen. Kept as it is typed. */
export function GradingForm({
  data,
  ctx,
  returned,
}: {
  data: AuditData
  ctx: ChildCtx<unknown>
  returned: Returned | null
}) {
  const typed = returned?.typed ?? data.draft?.typed ?? {}
  const faults = returned?.faults ?? {}
  const at = addressOf(ctx, data.code)
  return (
    <>
      {!returned && <Begun draft={data.draft} />}
      <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} class="gt-audit-form">
        <Once typed={typed} id={newId(ctx.now)} seq={data.audit.seq} />
        <input type="hidden" name="_do" value="grade" />
        {returned?.conflict}
        {data.tool.standards.map(s => (
          <Standard s={s} words={WORDS} typed={typed} faults={faults} />
        ))}
        <section class="gt-audit-standard">
          <Overall typed={typed} faults={faults} />
          <div class="gt-audit-words">
            <Textarea
              name="overallWhy"
              label="Why, over all?"
              value={textOf(typed, 'overallWhy')}
              error={faults.overallWhy}
              rows={3}
            />
          </div>
        </section>
        {data.mine === 'first' && <Actions typed={typed} faults={faults} />}
        <div class="govuk-button-group">
          <Button preventDoubleClick>Finish the audit</Button>
          <Button variant="secondary" name="_keep" value="hand">
            Keep for later
          </Button>
        </div>
        <p class="govuk-body-s gt-quiet">
          When you finish, the child’s file is closed to you again
          {data.mine === 'first' ? ', and the worker and manager can read what you found.' : '.'}
        </p>
        <DraftStatus />
      </Form>
    </>
  )
}
