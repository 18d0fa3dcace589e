import { type Typed, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { sourceAdded } from '../../domain/records/types/plan-sources.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { append, findSubject, startFile } from '../../store/ledger.ts'
import { nextNumbered } from '../../store/numbered.ts'
import { readPlan } from '../../store/queries/plan.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { PlanFrame } from './frame.tsx'

const load = async () => found({})

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const id = textOf(ctx.typed, '_subject')
  if (!isId(id)) return { again: { typed: ctx.typed, faults: { title: BROKEN } } }
  const code = await nextNumbered(ctx.tx, 'inspection', 'S')
  const before = await findSubject(ctx.tx, id)
  if (before && before.kind !== 'inspection')
    return { again: { typed: ctx.typed, faults: { title: BROKEN } } }
  const subject = before ?? { id, kind: 'inspection' as const, code }
  const written = (await readPlan(ctx.tx)).inspections.some(i => i.id === id)
  if (written) return { go: `/plan/source/${subject.code}` }
  const read = readForm(ctx, sourceAdded, ctx.typed)
  // A file is kept with its source, so the source is begun for it, and taken up again when the form comes back.
  if (!before && (ctx.uploads.length > 0 || read.ok)) await startFile(ctx.tx, subject, ctx.now)
  const kept = await keepTyped(ctx.tx, id, sourceAdded, ctx.typed, ctx.uploads, ctx.now)
  const full = readForm(ctx, sourceAdded, kept.typed)
  const faults = { ...(full.ok ? {} : full.error), ...kept.faults }
  if (!full.ok || Object.keys(faults).length > 0) return { again: { typed: kept.typed, faults } }
  await append(ctx.tx, subject, [entryBy(ctx, id, sourceAdded, full.value)])
  return { go: `/plan/source/${subject.code}` }
}

/** A form filled in from the address, so that any page can lead here; nothing is written before a person sends it. */
function given({ query }: Ctx<Db>): Typed {
  const { kind, title, text, link, body } = query
  return {
    ...(kind ? { kind } : {}),
    ...(title ? { title } : {}),
    ...(body ? { body } : {}),
    ...(link ? { link } : {}),
    ...(text ? { recommendations: text } : {}),
  }
}

/** Takes a source that is no inspection report into the plan. */
export const sourceNewPage = page({
  path: '/plan/source/new',
  permission: 'plan-edit',
  audit: 'add a source to the improvement plan',
  takesFile: true,
  load,
  submit,
  render: (_: unknown, ctx: Ctx<Db>, returned) => ({
    title: 'Add a source',
    section: 'plan',
    body: (
      <PlanFrame at="">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Add a source to the plan</h1>
        <p class="govuk-body">{sourceAdded.help}</p>
        <p class="govuk-body">
          An inspection report is{' '}
          <a class="govuk-link" href="/plan/load">
            loaded and read
          </a>{' '}
          instead.
        </p>
        <NewFileForm
          ctx={ctx}
          id={newId(ctx.now)}
          type={sourceAdded}
          returned={returned}
          start={given(ctx)}
          takesFile
        >
          <Button preventDoubleClick>Add it</Button>
        </NewFileForm>
      </PlanFrame>
    ),
  }),
})
