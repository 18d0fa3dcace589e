import type { PaperFile } from '../../../domain/improvement/papers/paper-file.ts'
import { textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once } from '../../../web/form/form.tsx'
import { Button, Checkboxes, Details, Textarea } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'

/** The way to open a final paper again, with a reason. */
export function Again({ file, ctx, returned }: { file: PaperFile; ctx: Ctx<Db>; returned: Returned | null }) {
  return (
    <Details summary="Open it again, to change it" open={returned !== null} class="gt-no-print">
      <Form csrf={ctx.csrf} action={`/plan/papers/${file.code}`}>
        <Once typed={returned?.typed} id={newId(ctx.now)} seq={file.seq} />
        <input type="hidden" name="_do" value="reopen" />
        {returned?.conflict}
        <Textarea
          name="why"
          label={{ text: 'Why is it opened again?', size: 's' }}
          hint="What was made final is kept as it is. Its figures are counted anew until it is final again."
          rows={2}
          value={textOf(returned?.typed ?? {}, 'why')}
          error={returned?.faults.why}
        />
        <Button variant="secondary">Open it again</Button>
      </Form>
    </Details>
  )
}

/** The way to make a paper final; where places are left, with a tick that says so. */
export function Finish({
  file,
  gaps,
  ctx,
  returned,
}: {
  file: PaperFile
  gaps: readonly string[]
  ctx: Ctx<Db>
  returned: Returned | null
}) {
  return (
    <section class="gt-paper-finish gt-no-print" aria-labelledby="finish">
      <h2 class="govuk-heading-m" id="finish">
        Make it final
      </h2>
      <p class="govuk-body">
        Its words and figures are then fixed as they stand, and anybody who may read the plan can read it.
        Later papers are compared with it.
      </p>
      <Form csrf={ctx.csrf} action={`/plan/papers/${file.code}`}>
        <Once typed={returned?.typed} id={newId(ctx.now)} seq={file.seq} />
        <input type="hidden" name="_do" value="finish" />
        {returned?.conflict}
        {gaps.length > 0 && (
          <Checkboxes
            name="gaps"
            legend={{
              text: `${gaps.length === 1 ? 'One place is' : `${gaps.length} places are`} still to be written`,
              size: 's',
            }}
            error={returned?.faults.gaps}
            values={[]}
            items={[{ value: 'yes', text: 'It may go with these places marked as still to be written' }]}
            small
          />
        )}
        <Button preventDoubleClick>Make it final</Button>
      </Form>
    </section>
  )
}
