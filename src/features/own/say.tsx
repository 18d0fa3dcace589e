import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, textOf } from '../../domain/records/parse.ts'
import { childSaid } from '../../domain/records/types/child-said.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../web/page.ts'

const load = async (ctx: ChildCtx<Db>) =>
  found({
    ...(await fileOf(ctx.tx, ctx.child, ctx.viewer)),
    draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, childSaid.code),
  })
type Data = DataOf<typeof load>

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  // Whatever else is sent, it is never kept from those who work with them.
  const { _confidential: _, ...own } = typed
  const kept = await keepDraft(ctx, ctx.child.id, childSaid.code, data.entries)
  if (kept) return kept === 'script' ? { said: '' } : { go: `/child/${ctx.child.code}/mine/say` }
  const { born, unborn } = data.file.person
  const read = parse(childSaid, own, { today: ctx.today, born, unborn })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const entry = newEntry({
    id: textOf(own, '_entry'),
    subject: ctx.child.id,
    type: childSaid,
    answers: read.value,
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
  })
  const file = { id: ctx.child.id, kind: 'child', code: ctx.child.code } as const
  const written = await writeOnce(ctx.tx, file, own, entry, { stale: () => false })
  const again = await notWritten(written, { typed, at: 'kind', namesOf: ids => namesOf(ctx.tx, ids) })
  if (again) return again
  await dropDraft(ctx.tx, ctx.viewer.id, ctx.child.id, childSaid.code)
  return { go: `/child/${ctx.child.code}/mine?done=yes` }
}

/** A young person says something: it waits for their worker until it is answered. */
export const sayPage = childPage({
  path: '/child/:child/mine/say',
  permission: 'own-say',
  audit: 'say something of my own',
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const at = `/child/${ctx.child.code}/mine`
    const typed = returned?.typed ?? data.draft?.typed
    return {
      title: 'Say something',
      section: 'work',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Say something</h1>
          <p class="govuk-body">
            Your worker reads this, and answers you. Their manager can read it too. It is kept in your file.
            What you type is saved for you, and nobody reads it before you press Send.
          </p>
          <p class="govuk-body">If you are in danger now, ring 999. Nobody reads this at once.</p>
          {!returned && <Begun draft={data.draft} />}
          <Form csrf={ctx.csrf} action={`${at}/say`} draft={`${at}/say?keep=script`}>
            <Once typed={typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            <RecordFields
              type={childSaid}
              typed={typed ?? {}}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!typed}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Send</Button>
              <a class="govuk-link" href={at}>
                Back to my plan
              </a>
            </div>
            <DraftStatus />
          </Form>
        </>
      ),
    }
  },
})
