import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { Button, Tag, Textarea } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'
import { canSign, type EntryData, wrote } from './entry-load.ts'

/** What a form about an entry carries unseen: its own id, and how far the file went. */
export function Hidden({ ctx, seq }: { ctx: ChildCtx<Db>; seq: number }) {
  return <Once id={newId(ctx.now)} seq={seq} />
}

/** Whether it is signed off, waits for it, or can be signed here. */
export function Signing({
  ctx,
  data,
  fault,
}: {
  ctx: ChildCtx<Db>
  data: EntryData
  fault: string | undefined
}) {
  const type = knownRecordType(data.entry.type)
  if (type.signedBy.length === 0 || data.entry.withdrawn) return null
  const { signedBy } = data.entry
  if (signedBy)
    return (
      <p class="govuk-body">
        <Tag colour="green">Signed off</Tag> by {data.names.get(signedBy.author)} on{' '}
        {longDay(londonDay(signedBy.recorded))}
      </p>
    )
  if (wrote(data, ctx.viewer.id))
    return <p class="govuk-body">Waits to be signed off by somebody other than you.</p>
  if (!canSign(type, data, ctx)) return <p class="govuk-body">Waits to be signed off by a manager.</p>
  return (
    <Form csrf={ctx.csrf}>
      <Hidden ctx={ctx} seq={data.view.seq} />
      <Textarea
        name="comment"
        id="sign"
        label="Anything to add before you sign it off? (optional)"
        rows={2}
        error={fault}
      />
      <Button name="_do" value="signature">
        Sign off
      </Button>
    </Form>
  )
}
