import { type Typed, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { sourceAdded } from '../../../domain/records/types/plan-sources.ts'
import type { Db } from '../../../store/connection.ts'
import { dropDraft } from '../../../store/drafts.ts'
import { isId } from '../../../store/ids.ts'
import { findSubject } from '../../../store/ledger.ts'
import { checkPlan, type LineFault, takePlan } from '../../../store/plan-import.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import {
  type Ctx,
  type DataOf,
  found,
  type Html,
  type Outcome,
  page,
  type Returned,
} from '../../../web/page.ts'
import { CheckPage } from './import-form.tsx'
import { FORM, keptFile, readingOf } from './kept.ts'

const GONE =
  'This file is no longer kept: it was taken into the plan, or left long ago. Open the plan to see it, or load the file again.'

async function load(ctx: Ctx<Db>) {
  const kept = await keptFile(ctx)
  if (!kept)
    return isId(ctx.params.id) && (await findSubject(ctx.tx, ctx.params.id))
      ? { go: '/plan' }
      : { missing: GONE }
  return found({ kept, view: await readPlan(ctx.tx) })
}

export type ImportData = DataOf<typeof load>

const sourceTyped = (typed: Typed): Typed =>
  Object.fromEntries(['kind', 'title', 'date', 'body'].map(name => [name, textOf(typed, name)]))

const show = (
  data: ImportData,
  ctx: Ctx<Db>,
  returned: Returned | null,
  lines: readonly LineFault[] = [],
): Html => ({
  title: 'Check the plan',
  section: 'plan',
  wide: true,
  body: CheckPage({ data, ctx, returned, lines }),
})

async function submit(ctx: Ctx<Db>, data: ImportData): Promise<Outcome> {
  const { typed } = ctx
  const what = textOf(typed, '_do')
  if (what === 'leave') {
    await dropDraft(ctx.tx, ctx.viewer.id, data.kept.id, FORM)
    return { go: '/plan' }
  }
  const reading = readingOf(data.kept, typed, ctx)
  const faults = { ...reading?.faults }
  if (what !== 'take' || !reading) return { shown: show(data, ctx, { typed, faults }) }
  const source = readForm(ctx, sourceAdded, sourceTyped(typed))
  if (!source.ok) Object.assign(faults, source.error)
  const lines = checkPlan(reading.actions, data.view.inspections, reading.otherwise)
  if (lines.length > 0)
    faults.lines = `${lines.length === 1 ? 'One line' : `${lines.length} lines`} can’t be taken as they stand. Nothing was written.`
  if (reading.actions.length === 0)
    faults.lines = 'No line of this table says an action. Choose the column that does.'
  if (Object.keys(faults).length > 0) return { shown: show(data, ctx, { typed, faults }, lines) }
  const taken = await takePlan(ctx.tx, {
    id: data.kept.id,
    file: data.kept.file,
    source: sourceTyped(typed),
    actions: reading.actions,
    otherwise: reading.otherwise,
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
  })
  if (!taken.ok)
    return { shown: show(data, ctx, { typed, faults: { lines: 'Nothing was written.' } }, taken.error) }
  await dropDraft(ctx.tx, ctx.viewer.id, data.kept.id, FORM)
  return { go: taken.value.source ? `/plan/source/${taken.value.source}` : '/plan' }
}

/** How a plan of a file is read, to be put right and then taken: all of it, or nothing. */
export const importCheckPage = page({
  path: '/plan/import/:id',
  permission: 'plan-edit',
  audit: 'check a plan from a file',
  load,
  submit,
  render: (data: ImportData, ctx: Ctx<Db>, returned) => show(data, ctx, returned),
})
