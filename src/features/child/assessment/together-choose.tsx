import { assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { Button, Checkboxes } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'
import { TOGETHER, type TogetherData } from './together-load.ts'

/** Those in whose files this viewer may not write, each with why. */
const Closed = ({ closed }: { closed: TogetherData['all'] }) => (
  <>
    {closed.map(s => (
      <p class="govuk-body-s gt-quiet">
        {s.child.called} can’t be chosen. {s.because}
      </p>
    ))}
  </>
)

/** Which brothers and sisters are assessed with the child: all of them, unless some are left out. */
export function Choose({ ctx, data }: { ctx: ChildCtx<Db>; data: TogetherData }) {
  const may = data.all.filter(s => s.may)
  const closed = data.all.filter(s => !s.may)
  if (may.length === 0)
    return (
      <>
        <p class="govuk-body">
          {data.all.length === 0
            ? 'No brother or sister with a file here is recorded.'
            : 'You may not write in the file of any brother or sister.'}
        </p>
        <Closed closed={closed} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/child/${ctx.child.code}/record/${assessment.code}`}>
            Assess {ctx.child.called} alone
          </a>
          {data.all.length === 0 && (
            <>
              , or{' '}
              <a class="govuk-link" href={`/child/${ctx.child.code}/record/relationship?kind=sibling`}>
                record a brother or sister
              </a>{' '}
              first
            </>
          )}
        </p>
      </>
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
      <Closed closed={closed} />
      <Button>Go on</Button>
    </form>
  )
}
