import { personDetails } from '../../domain/records/types/person-details.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, NewFile, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details } from '../../web/govuk/index.ts'
import type { Ctx, Html, Returned } from '../../web/page.ts'
import { begun } from './begun.ts'

function NewChild({ ctx, returned }: { ctx: Ctx<Db>; returned: Returned | null }) {
  const typed = returned?.typed ?? begun((ctx.query.q ?? '').trim(), ctx.today)
  const asked = returned?.conflict
  const fields = (
    <RecordFields
      type={personDetails}
      typed={typed}
      faults={returned?.faults ?? {}}
      today={ctx.today}
      fresh={!returned}
      people={[]}
    />
  )
  return (
    <>
      <Problems faults={returned?.faults} />
      <h1 class="govuk-heading-l">Start a file</h1>
      {!asked && (
        <p class="govuk-body">
          Children here who may be the same are shown to you before the file is started. You will be asked for
          a reason to open it until the child is allocated.
        </p>
      )}
      <Form csrf={ctx.csrf} action="/new-child">
        <NewFile typed={typed} id={newId(ctx.now)} />
        {asked}
        {asked ? <Details summary="What you typed about the child">{fields}</Details> : fields}
        <Button>Start the file</Button>
      </Form>
    </>
  )
}

/** The page on which a file is started; with the children who may be the same, where some are. */
export const newChildHtml = (ctx: Ctx<Db>, returned: Returned | null): Html => ({
  title: 'Start a file',
  section: 'find',
  body: <NewChild ctx={ctx} returned={returned} />,
})
