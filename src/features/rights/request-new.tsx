import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { accessRequested } from '../../domain/records/types/access-request.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { startNumbered } from '../../store/numbered.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { RightsFrame } from './frame.tsx'
import { ofChildren } from './place.tsx'
import { withFile } from './write.ts'

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const told = await withFile(ctx, ofChildren, ctx.typed)
  const read = readForm(ctx, accessRequested, told.typed)
  const faults = { ...(read.ok ? {} : read.error), ...told.faults }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  const id = textOf(ctx.typed, '_subject')
  const entries = [entryBy(ctx, id, accessRequested, read.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'access-request', letter: 'R', entries }, ctx.now)
  return code
    ? { go: `/rights/requests/${code}` }
    : { again: { typed: ctx.typed, faults: { child: BROKEN } } }
}

/** Writes down that somebody asks for a file. */
export const requestNewPage = page({
  path: '/rights/requests/new',
  permission: 'rights',
  audit: 'write down a request for a file',
  load: async () => found(null),
  submit,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'A request for a file',
    section: 'rights',
    body: (
      <RightsFrame at="/rights/requests/new">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">A request for a file</h1>
        <p class="govuk-body">
          The month runs from the day that it came, to whomever it came and in whatever words.
        </p>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={accessRequested} returned={returned}>
          <Button>Write it down</Button>
        </NewFileForm>
      </RightsFrame>
    ),
  }),
})
