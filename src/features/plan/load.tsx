import { readReport } from '../../domain/improvement/read-report.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { textOf } from '../../domain/records/parse.ts'
import { reportLoaded } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { readDocumentApart } from '../../store/documents/read-apart.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { findSubject } from '../../store/ledger.ts'
import { type PlanView, readPlan } from '../../store/queries/plan.ts'
import { Form, NewFile, Problems } from '../../web/form/form.tsx'
import { Button, FileUpload, Textarea } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { inspectionName, PlanFrame } from './frame.tsx'
import { startPlanFile } from './write.ts'

const load = async (ctx: Ctx<Db>) => found({ view: await readPlan(ctx.tx) })
type Data = DataOf<typeof load>

/** What was sent, as text: the file where there is one, else what was pasted. */
async function sent(ctx: Ctx<Db>): Promise<{ file: string; text: Result<string> } | { nothing: string }> {
  const pasted = textOf(ctx.typed, 'pasted')
  if (ctx.upload) {
    const { name, bytes } = ctx.upload
    return { file: name.slice(0, 200), text: await readDocumentApart(name, bytes) }
  }
  if (pasted !== '') return { file: 'Pasted text', text: { ok: true, value: pasted } }
  return {
    nothing:
      'No report came. Choose the file of the report, or paste its text. If you chose one, it is empty: download it again.',
  }
}

/** A report of the same inspection that is here already: two of them would ask everything twice. */
const already = (
  view: PlanView,
  report: { framework: string; authority: string | null; published: string | null },
) =>
  view.inspections.find(
    i =>
      i.framework === report.framework &&
      i.authority === report.authority &&
      i.published === report.published &&
      i.published !== null,
  )

async function submit(ctx: Ctx<Db>, { view }: Data): Promise<Outcome> {
  const { typed } = ctx
  const id = textOf(typed, '_subject')
  const before = isId(id) ? await findSubject(ctx.tx, id) : undefined
  if (before) return { go: before.kind === 'inspection' ? `/plan/inspection/${before.code}` : '/plan/load' }
  const wrong = (fault: string, name = 'report'): Outcome => ({ again: { typed, faults: { [name]: fault } } })
  const given = await sent(ctx)
  const where = ctx.upload ? 'report' : 'pasted'
  if ('nothing' in given) return wrong(given.nothing)
  if (!given.text.ok) return wrong(given.text.error, where)
  const read = readReport(given.text.value)
  if (!read.ok) return wrong(read.error, where)
  const same = already(view, read.value)
  if (same)
    return wrong(
      `This report is here already: ${inspectionName(same)}. Open it above, and correct there what is wrong.`,
      where,
    )
  const code = await startPlanFile(ctx, 'I', reportLoaded, { file: given.file, ...read.value })
  return code ? { go: `/plan/inspection/${code}` } : wrong(BROKEN, where)
}

/** Begins a plan from a published report. Nothing of it stands until a person has checked it. */
export const loadPage = page({
  path: '/plan/load',
  permission: 'plan-edit',
  audit: 'load an inspection report',
  takesFile: true,
  load,
  submit,
  render: (_: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Load an inspection report',
    section: 'plan',
    body: (
      <PlanFrame at="/plan/load">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Load an inspection report</h1>
        <p class="govuk-body">
          Its judgements and every area for improvement are read from it, with the time given and who must
          act. You then check each one against the report. Nothing stands before that.
        </p>
        <Form csrf={ctx.csrf} takesFile>
          <NewFile typed={returned?.typed} id={newId(ctx.now)} />
          <FileUpload
            name="report"
            label={{ text: 'The report as it was published', size: 's' }}
            hint="A PDF with text, a Word file or a text file, up to 30 MB."
            accept=".pdf,.txt,.docx"
            error={returned?.faults.report}
          />
          <Textarea
            name="pasted"
            label={{ text: 'Or paste its text', size: 's' }}
            hint="The whole of it, from the title to the end."
            rows={8}
            spellcheck={false}
            value={textOf(returned?.typed ?? {}, 'pasted')}
            error={returned?.faults.pasted}
          />
          <Button preventDoubleClick>Read the report</Button>
        </Form>
      </PlanFrame>
    ),
  }),
})
