import type { Db } from '../../../store/connection.ts'
import { readPlanFileApart } from '../../../store/documents/read-apart.ts'
import { saveDraft } from '../../../store/drafts.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import { Button, Details, FileUpload } from '../../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { FORM, MOST } from './kept.ts'

const NONE = 'Choose the file of the plan. If you chose one, it is empty: save it again and choose it.'
const TOO_LONG =
  'There are more words in this file than any plan holds. Take out the sheets and tables that are no part of it.'

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const wrong = (fault: string): Outcome => ({ again: { typed: {}, faults: { plan: fault } } })
  if (!ctx.upload) return wrong(NONE)
  const { name, bytes } = ctx.upload
  const read = await readPlanFileApart(name, bytes)
  if (!read.ok) return wrong(read.error)
  const tables = JSON.stringify(read.value)
  if (tables.length > MOST) return wrong(TOO_LONG)
  const id = newId(ctx.now)
  const typed = { file: name.slice(0, 150), tables }
  await saveDraft(ctx.tx, ctx.viewer.id, id, FORM, { typed, basis: 0, saved: ctx.now })
  return { go: `/plan/import/${id}` }
}

/** Takes a plan that was kept in a file: first the file, then what its columns are. */
export const importPage = page({
  path: '/plan/import',
  permission: 'plan-edit',
  audit: 'load a plan from a file',
  takesFile: true,
  load: async () => found(null),
  submit,
  render: (_: null, ctx: Ctx<Db>, returned) => ({
    title: 'Load a plan from a file',
    section: 'plan',
    body: (
      <PlanFrame at="">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Load a plan from a file</h1>
        <p class="govuk-body">
          A plan kept in Excel or Word becomes actions here, each under the recommendation it answers. You see
          how every column and line is read before anything is written.
        </p>
        <Form csrf={ctx.csrf} takesFile>
          <FileUpload
            name="plan"
            label={{ text: 'The plan', size: 's' }}
            hint="An Excel workbook (.xlsx), a Word file (.docx) or a .csv file."
            accept=".xlsx,.xlsm,.docx,.csv"
            error={returned?.faults.plan}
          />
          <Button preventDoubleClick>Read the plan</Button>
        </Form>
        <Details summary="What is read">
          <p class="govuk-body">
            One line must name the columns. Known are, among others: Recommendation, Action, Outcome, Owner or
            Lead, Due or By when, Revised due, Milestones, Measure of success, BRAG or RAG, Progress. They may
            stand in any order, and others are left out. A heading across the table is read as a theme; a
            recommendation beside several actions belongs to each.
          </p>
        </Details>
      </PlanFrame>
    ),
  }),
})
