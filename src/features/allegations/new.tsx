import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { allegationReceived } from '../../domain/records/types/allegation.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { startNumbered } from '../../store/numbered.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { allegationHref } from './said.tsx'

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const read = readForm(ctx, allegationReceived, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const id = textOf(ctx.typed, '_subject')
  const entries = [entryBy(ctx, id, allegationReceived, read.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'allegation', letter: 'A-', entries }, ctx.now)
  return code
    ? { go: allegationHref({ code }) }
    : { again: { typed: { ...ctx.typed, _subject: '' }, faults: { received: BROKEN } } }
}

/** Writes down that the officer was told of an allegation: the first entry of a file of its own. */
export const allegationNewPage = page({
  path: '/allegations/new',
  permission: 'allegations',
  audit: 'write down an allegation',
  load: async () => found(null),
  submit,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'Write down an allegation',
    section: 'allegations',
    body: (
      <AllegationsFrame at="/allegations/new">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Write down an allegation</h1>
        <p class="govuk-body">{allegationReceived.help}</p>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={allegationReceived} returned={returned}>
          <div class="govuk-button-group">
            <Button>Write it down</Button>
            <a class="govuk-link" href="/allegations">
              Leave it
            </a>
          </div>
        </NewFileForm>
      </AllegationsFrame>
    ),
  }),
})
