import { londonTime } from '../../domain/kernel/london.ts'
import { actionsNamed } from '../../domain/readiness/evidence.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { rawAnswers } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { selfEvaluation } from '../../domain/records/types/readiness.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { namesOf } from '../../store/people.ts'
import { latest, readEvaluation } from '../../store/queries/self-evaluation.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { evaluable, frameworkName } from './evaluation-read.ts'
import { ReadyFrame } from './frame.tsx'
import { write } from './write.ts'

const asked = without(selfEvaluation, 'framework', 'area')

async function load(ctx: Ctx<Db>) {
  const framework = evaluable(ctx.today).find(f => f.code === ctx.params.framework)?.code
  const evaluation = framework && (await readEvaluation(ctx.tx, framework, ctx.today))
  const area = evaluation?.areas.find(a => a.code === ctx.params.area)
  if (!framework || !evaluation || !area)
    return { missing: 'There is no such area. Open the self-evaluation, and choose one there.' }
  const form = `self-evaluation/${framework}/${area.code}`
  return found({
    framework,
    evaluation,
    area,
    form,
    draft: await readDraft(ctx.tx, ctx.viewer.id, evaluation.authority.id, form),
  })
}

type Data = DataOf<typeof load>

/** Actions that the evidence names and the plan does not hold. */
async function noSuchActions(ctx: Ctx<Db>, evidence: unknown): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const code of actionsNamed(typeof evidence === 'string' ? evidence : ''))
    if (!(await subjectByCode(ctx.tx, 'action', code))) wrong.push(code)
  return wrong
}

async function submit(ctx: Ctx<Db>, { framework, evaluation, area, form }: Data): Promise<Outcome> {
  const { tx, viewer, now } = ctx
  const { authority } = evaluation
  const at = '/inspection/self-evaluation'
  const held = await keepTyped(tx, authority.id, asked, ctx.typed, ctx.uploads, now)
  const { typed } = held
  const kept = await keepDraft({ ...ctx, typed }, authority.id, form, evaluation.entries)
  if (kept) return kept === 'script' ? { said: londonTime(now) } : { go: `${at}/${framework}/${area.code}` }
  const read = readForm(ctx, asked, typed)
  const wrong = read.ok ? await noSuchActions(ctx, read.value.evidence) : []
  const faults = {
    ...(read.ok ? {} : read.error),
    ...held.faults,
    ...(wrong.length > 0
      ? { evidence: `The plan has no action ${wrong.join(', ')}. Check the number.` }
      : {}),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const written = await write(
    { ...ctx, typed },
    authority,
    selfEvaluation,
    { framework, area: area.code, ...read.value },
    (e: Entry) =>
      e.type === selfEvaluation.code && e.answers.framework === framework && e.answers.area === area.code,
  )
  const again = await notWritten(written, { typed, at: 'know', namesOf: ids => namesOf(tx, ids) })
  if (again) return again
  await dropDraft(tx, viewer.id, authority.id, form)
  return { go: `${at}?framework=${framework}#${area.code}` }
}

/** Writes one area of the self-evaluation anew. What was said before stays in its history. */
export const evaluationEditPage = page({
  path: '/inspection/self-evaluation/:framework/:area',
  permission: 'ready',
  audit: 'write the self-evaluation',
  takesFile: true,
  load,
  submit,
  render: ({ framework, evaluation, area, draft }: Data, ctx: Ctx<Db>, returned) => {
    const begun = returned?.typed ?? draft?.typed
    const at = `/inspection/self-evaluation/${framework}/${area.code}`
    return {
      title: `Self-evaluation: ${area.title}`,
      section: 'inspection',
      body: (
        <ReadyFrame at={at}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">{frameworkName(framework)}</span>
          <h1 class="govuk-heading-l">{area.title}</h1>
          <p class="govuk-body">{selfEvaluation.help}</p>
          {!returned && <Begun draft={draft} />}
          <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} takesFile>
            <Once typed={begun} id={newId(ctx.now)} seq={evaluation.seq} />
            {returned?.conflict}
            <RecordFields
              type={asked}
              typed={begun ?? rawAnswers(asked, latest(area)?.answers ?? {})}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!begun && !latest(area)}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`/inspection/self-evaluation?framework=${framework}#${area.code}`}>
                Leave it as it is
              </a>
            </div>
            <DraftStatus />
          </Form>
        </ReadyFrame>
      ),
    }
  },
})
