import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { boardDescribed } from '../../domain/records/types/board.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { startNumbered } from '../../store/numbered.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { BackLink, Button } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, boardDescribed, ctx.typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const id = textOf(typed, '_subject')
  const entries = [entryBy(ctx, id, boardDescribed, read.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'board', letter: 'B', entries }, ctx.now)
  if (!code) return { again: { typed: { ...typed, _subject: '' }, faults: { kind: BROKEN } } }
  return { go: `/boards/board/${code}` }
}

/** Adds a board. Its members, meetings and forward plan follow on its own pages. */
export const boardNewPage = page({
  path: '/boards/new',
  permission: 'boards-edit',
  audit: 'add a board',
  load: async () => found(null),
  submit,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'Add a board',
    section: 'boards',
    body: (
      <>
        <BackLink href="/boards">All boards</BackLink>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Add a board</h1>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={boardDescribed} returned={returned}>
          <Button>Add it</Button>
        </NewFileForm>
      </>
    ),
  }),
})
