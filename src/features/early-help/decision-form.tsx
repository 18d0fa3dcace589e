import type { Typed } from '../../domain/records/parse.ts'
import { managersDecision } from '../../domain/records/types/notes.ts'
import type { Db } from '../../store/connection.ts'
import type { Draft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { Begun, DraftStatus, Form, Once } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'

/** What this form is called among drafts: the same as the decision’s own page, which it can be finished on. */
export const FORM = managersDecision.code

interface DecisionFormProps {
  readonly ctx: Ctx<Db>
  readonly code: string
  readonly seq: number
  readonly begun?: Typed | undefined
  readonly draft?: Draft | undefined
  readonly returned?: Returned | null
}

/** What the meeting decided for one child, with its reason and next step. */
export function DecisionForm({ ctx, code, seq, begun, draft, returned }: DecisionFormProps) {
  const at = `/child/${code}/meeting-decision`
  const typed = returned?.typed ?? begun
  return (
    <>
      {!returned && <Begun draft={draft} />}
      <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} class="gt-agenda__form">
        <Once typed={typed} id={newId(ctx.now)} seq={seq} />
        {returned?.conflict}
        <RecordFields
          type={managersDecision}
          typed={typed ?? {}}
          faults={returned?.faults ?? {}}
          today={ctx.today}
          fresh={typed === undefined}
          people={[]}
        />
        <div class="govuk-button-group">
          <Button>Record the decision</Button>
          <a class="govuk-link" href={`/early-help/meeting#child-${code}`}>
            Back to the agenda
          </a>
        </div>
        <DraftStatus />
      </Form>
    </>
  )
}
