import { parse, rawAnswers, textOf } from '../../domain/records/parse.ts'
import { visitPlanned } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { append, findSubject, readEntries, startFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { nextVisitCode, visitByCode } from '../../store/queries/visits.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { VisitFrame } from './frame.tsx'
import { fileOfVisit, write } from './write.ts'

const read = (ctx: Ctx<Db>) => parse(visitPlanned, ctx.typed, { today: ctx.today, born: null, unborn: false })

async function submitNew(ctx: Ctx<Db>): Promise<Outcome> {
  const { tx, typed, now } = ctx
  const id = textOf(typed, '_subject')
  if (!isId(id)) return { again: { typed: { ...typed, _subject: '' }, faults: { kind: BROKEN } } }
  const code = await nextVisitCode(tx)
  // The same form again: the visit is there.
  const before = await findSubject(tx, id)
  if (before) return { go: before.kind === 'visit' ? `/inspection/${before.code}` : '/inspection' }
  const answers = read(ctx)
  if (!answers.ok) return { again: { typed, faults: answers.error } }
  const subject = { id, kind: 'visit' as const, code }
  await startFile(tx, subject, now)
  await append(tx, subject, [entryBy(ctx, id, visitPlanned, answers.value)])
  return { go: `/inspection/${code}` }
}

/** Begins a visit, on the day that notice is given. */
export const visitNewPage = page({
  path: '/inspection/new',
  permission: 'ready',
  audit: 'begin an inspectors’ visit',
  load: async () => found(null),
  submit: submitNew,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'Begin a visit',
    section: 'inspection',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Begin a visit</h1>
        <NewFileForm ctx={ctx} id={newId(ctx.now)} type={visitPlanned} returned={returned}>
          <Button>Begin it</Button>
        </NewFileForm>
      </>
    ),
  }),
})

export const NO_VISIT = 'There is no visit of that code. Open the list of visits, and choose one.'

async function loadChange(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const last = (await readEntries(ctx.tx, visit.id)).findLast(e => e.type === visitPlanned.code)
  return found({ visit, last })
}

async function submitChange(ctx: Ctx<Db>, { visit }: DataOf<typeof loadChange>): Promise<Outcome> {
  const answers = read(ctx)
  if (!answers.ok) return { again: { typed: ctx.typed, faults: answers.error } }
  const written = await write(
    ctx,
    fileOfVisit(visit),
    visitPlanned,
    answers.value,
    e => e.type === visitPlanned.code,
  )
  const again = await notWritten(written, {
    typed: ctx.typed,
    at: 'kind',
    namesOf: ids => namesOf(ctx.tx, ids),
  })
  return again ?? { go: `/inspection/${visit.code}` }
}

/** Says anew what a visit is: its days, its lead, what it looks at. */
export const visitChangePage = page({
  path: '/inspection/:visit/change',
  permission: 'ready',
  audit: 'change an inspectors’ visit',
  load: loadChange,
  submit: submitChange,
  render: ({ visit, last }: DataOf<typeof loadChange>, ctx: Ctx<Db>, returned) => ({
    title: `Change visit ${visit.code}`,
    section: 'inspection',
    body: (
      <VisitFrame code={visit.code} at={`/inspection/${visit.code}/change`}>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Change the visit</h1>
        <p class="govuk-body">
          How long inspectors may sign in is said for each of them, under Inspectors, and does not change with
          this.
        </p>
        <RecordForm
          ctx={ctx}
          type={visitPlanned}
          id={newId(ctx.now)}
          seq={visit.seq}
          returned={returned}
          start={rawAnswers(visitPlanned, last?.answers ?? {})}
        >
          <Button>Save</Button>
        </RecordForm>
      </VisitFrame>
    ),
  }),
})
