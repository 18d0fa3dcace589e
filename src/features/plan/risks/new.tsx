import { textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { riskDescribed, riskRated } from '../../../domain/records/types/risk.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { startNumbered } from '../../../store/numbered.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { Problems } from '../../../web/form/form.tsx'
import { NewFileForm } from '../../../web/form/new-file-form.tsx'
import { RecordFields } from '../../../web/form/record-fields.tsx'
import { Button } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { actionsFault } from './actions-fault.ts'

const load = async (ctx: Ctx<Db>) => found({ view: await readPlan(ctx.tx) })
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { view }: Data): Promise<Outcome> {
  const { typed } = ctx
  const described = readForm(ctx, riskDescribed, typed)
  const rated = readForm(ctx, riskRated, typed)
  if (!described.ok || !rated.ok)
    return {
      again: {
        typed,
        faults: { ...(described.ok ? {} : described.error), ...(rated.ok ? {} : rated.error) },
      },
    }
  const unknown = actionsFault(view, described.value)
  if (unknown) return { again: { typed, faults: unknown } }
  const id = textOf(typed, '_subject')
  const entries = [entryBy(ctx, id, riskDescribed, described.value), entryBy(ctx, id, riskRated, rated.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'risk', letter: 'R', entries }, ctx.now)
  if (!code) return { again: { typed: { ...typed, _subject: '' }, faults: { title: BROKEN } } }
  return { go: `/plan/risks/${code}` }
}

/** Adds a risk: what it is, and at once how grave. */
export const riskNewPage = page({
  path: '/plan/risks/new',
  permission: 'plan-edit',
  audit: 'add a risk',
  load,
  submit,
  render: (_: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Add a risk',
    section: 'plan',
    body: (
      <PlanFrame at="/plan/risks">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Add a risk</h1>
        <p class="govuk-body">{riskDescribed.help}</p>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={riskDescribed} returned={returned}>
          <h2 class="govuk-heading-m">How grave is it?</h2>
          <RecordFields
            type={riskRated}
            typed={returned?.typed ?? {}}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned}
            people={[]}
          />
          <Button>Add it</Button>
        </NewFileForm>
      </PlanFrame>
    ),
  }),
})
