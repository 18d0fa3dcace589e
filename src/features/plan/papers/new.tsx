import { isPaperKind, paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { paperBegun } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { isId, newId } from '../../../store/ids.ts'
import { findSubject } from '../../../store/ledger.ts'
import { startNumbered } from '../../../store/numbered.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { Form, NewFile, Problems } from '../../../web/form/form.tsx'
import { Button } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { AboutFields, bodiesOf } from './about-form.tsx'

const load = async (ctx: Ctx<Db>) => found({ view: await readPlan(ctx.tx), bodies: await bodiesOf(ctx) })
type Data = DataOf<typeof load>

/** What was typed, with the usual body where none was named. */
export function withBody(typed: Typed): Typed {
  const kind = textOf(typed, 'kind')
  return textOf(typed, 'body') === '' && isPaperKind(kind) ? { ...typed, body: paperKinds[kind].body } : typed
}

async function submit(ctx: Ctx<Db>, { view }: Data): Promise<Outcome> {
  const { tx, typed, viewer, now, today } = ctx
  const id = textOf(typed, '_subject')
  if (!isId(id)) return { again: { typed: { ...typed, _subject: '' }, faults: { kind: BROKEN } } }
  const before = await findSubject(tx, id)
  if (before) return { go: before.kind === 'paper' ? `/plan/papers/${before.code}/edit` : '/plan/papers' }
  const read = readForm(ctx, paperBegun, withBody(typed))
  if (!read.ok) {
    // A paper with no kind has no usual body: that is not two faults.
    const { body, ...faults } = read.error
    return { again: { typed, faults: textOf(typed, 'body') === '' ? faults : read.error } }
  }
  const report = textOf(typed, 'inspection')
  if (report !== '' && !view.inspections.some(i => i.id === report))
    return {
      again: { typed, faults: { inspection: 'This report is not in the plan. Choose one from the list.' } },
    }
  const entry = {
    id: newId(now),
    subject: id,
    type: paperBegun,
    answers: read.value,
    author: viewer.id,
    now,
    today,
  }
  const code = await startNumbered(tx, { id, kind: 'paper', letter: 'P', entries: [newEntry(entry)] }, now)
  return { go: `/plan/papers/${code}/edit` }
}

/** Begins a paper. Its kind may be asked for in the address, with whom it is for and the day: boards link here. */
export const paperNewPage = page({
  path: '/plan/papers/new',
  permission: 'paper-write',
  audit: 'begin a paper',
  load,
  submit,
  render: ({ view, bodies }: Data, ctx: Ctx<Db>, returned) => {
    const { kind = '', body = '', meeting = '' } = ctx.query
    const typed = returned?.typed ?? { kind, body, meeting }
    return {
      title: 'Begin a paper',
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Begin a paper</h1>
          <p class="govuk-body">
            What the plan and the record know is written for you, and kept up to date until the paper is
            final. You write the rest.
          </p>
          <Form csrf={ctx.csrf} action="/plan/papers/new">
            <NewFile typed={typed} id={newId(ctx.now)} />
            <AboutFields
              kind
              typed={typed}
              faults={returned?.faults ?? {}}
              view={view}
              bodies={bodies}
              today={ctx.today}
            />
            <div class="govuk-button-group">
              <Button preventDoubleClick>Begin it</Button>
              <a class="govuk-link" href="/plan/papers">
                Back to the papers
              </a>
            </div>
          </Form>
        </PlanFrame>
      ),
    }
  },
})
