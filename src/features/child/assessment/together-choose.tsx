import type { Db } from '../../../store/connection.ts'
import { Button, Checkboxes } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'
import { TOGETHER, type TogetherData } from './together-load.ts'

/** Which brothers and sisters are assessed with the child: all of them, unless some are left out. */
export function Choose({ ctx, data }: { ctx: ChildCtx<Db>; data: TogetherData }) {
  const may = data.all.filter(s => s.may)
  const closed = data.all.filter(s => !s.may)
  if (may.length === 0)
    return (
      <p class="govuk-body">
        {data.all.length === 0
          ? 'No brother or sister with a file here is recorded. Record the relationship first, on the page “Family”.'
          : 'You may not write in the file of any brother or sister.'}
      </p>
    )
  return (
    <form method="get" action={`/child/${ctx.child.code}/${TOGETHER}`}>
      <Checkboxes
        name="with"
        legend={{ text: `Who is assessed together with ${ctx.child.called}?`, size: 'm' }}
        hint="What they share is written once. Each child has a part of their own."
        items={may.map(({ child }) => ({
          name: `with-${child.code}`,
          value: 'yes',
          text: `${child.called}, ${child.code}`,
          checked: true,
        }))}
      />
      {closed.map(s => (
        <p class="govuk-body-s gt-quiet">
          {s.child.called} can’t be chosen. {s.because}
        </p>
      ))}
      <Button>Go on</Button>
    </form>
  )
}
