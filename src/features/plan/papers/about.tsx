import { paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { rawAnswers, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { paperBegun } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { writeOnce } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { namesOf } from '../../../store/people.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { Form, Once, Problems } from '../../../web/form/form.tsx'
import { notWritten } from '../../../web/form/written.tsx'
import { Button } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { AboutFields, bodiesOf } from './about-form.tsx'
import { paperAsked, subjectOf } from './load.ts'
import { withBody } from './new.tsx'

const FINAL = 'This paper is final. Open it again to change it.'

async function load(ctx: Ctx<Db>) {
  const read = await paperAsked(ctx)
  if (!('file' in read)) return read
  if (read.file.state === 'final') return { refused: FINAL }
  return found({ ...read, view: await readPlan(ctx.tx), bodies: await bodiesOf(ctx) })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { file }: Data): Promise<Outcome> {
  const { tx, viewer, now, today } = ctx
  const typed = withBody({ ...ctx.typed, kind: file.kind })
  const read = readForm(ctx, paperBegun, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: file.id,
    type: paperBegun,
    answers: read.value,
    author: viewer.id,
    now,
    today,
  })
  const written = await writeOnce(tx, subjectOf(file), typed, entry, {
    stale: e => e.type === paperBegun.code,
  })
  const kept = await notWritten(written, { typed, at: 'body', namesOf: ids => namesOf(tx, ids) })
  return kept ?? { go: `/plan/papers/${file.code}/edit` }
}

/** Changes whom a paper is for and of which days it is. */
export const paperAboutPage = page({
  path: '/plan/papers/:id/about',
  permission: 'paper-write',
  audit: 'change whom a paper is for, and its days',
  load,
  submit,
  render: ({ file, entries, view, bodies }: Data, ctx: Ctx<Db>, returned) => {
    const last = entries.findLast(e => e.type === paperBegun.code)
    const typed = returned?.typed ?? rawAnswers(paperBegun, last?.answers ?? {})
    const at = `/plan/papers/${file.code}`
    return {
      title: `Days of ${paperKinds[file.kind].title}`,
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">{paperKinds[file.kind].title}</span>
          <h1 class="govuk-heading-l">For whom, and of which days?</h1>
          <Form csrf={ctx.csrf} action={`${at}/about`}>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={file.seq} />
            {returned?.conflict}
            <AboutFields
              typed={typed}
              faults={returned?.faults ?? {}}
              view={view}
              bodies={bodies}
              today={ctx.today}
            />
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`${at}/edit`}>
                Back to the paper
              </a>
            </div>
          </Form>
        </PlanFrame>
      ),
    }
  },
})
