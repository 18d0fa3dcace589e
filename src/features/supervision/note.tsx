import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { caseSupervision, supervision } from '../../domain/records/types/supervision.ts'
import type { Db } from '../../store/connection.ts'
import {
  type CaseDecision,
  decidedIn,
  type Held,
  supervisee,
  supervisionsOf,
} from '../../store/queries/supervision.ts'
import { AnswerList } from '../../web/form/written.tsx'
import { BackLink, NotificationBanner } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { HistoryList } from './history.tsx'
import { notYours } from './load.ts'

/** As many as one could look back on. */
const ALL = 500

interface Note {
  readonly name: string
  readonly held: Held
  readonly decided: readonly CaseDecision[]
}

const NOT_THERE = { missing: 'There is no such supervision. It may have been withdrawn.' }

async function noteOf(ctx: Ctx<Db>, worker: { readonly id: string; readonly name: string }) {
  const held = (await supervisionsOf(ctx.tx, worker.id, ALL)).find(s => s.entry === ctx.params.entry)
  if (!held) return NOT_THERE
  return found({
    name: worker.name,
    held,
    decided: await decidedIn(ctx.tx, ctx.viewer, ctx.now, worker.id, held),
  })
}

/** One supervision as it was written, for reading and for printing. */
function NotePage({ note, back, ctx }: { note: Note; back: string; ctx: Ctx<Db> }) {
  const { held, decided } = note
  return (
    <>
      <BackLink href={back}>Supervision</BackLink>
      {ctx.query.done && <NotificationBanner type="success">The supervision is recorded.</NotificationBanner>}
      <Heading over={`Supervision of ${note.name}`}>{longDay(held.on)}</Heading>
      <AnswerList type={supervision} answers={held.answers} names={new Map()} />
      <p class="govuk-body-s gt-quiet">
        Recorded by {held.by} on {longDay(londonDay(held.recorded))} at {londonTime(held.recorded)}
      </p>
      {decided.map(d => (
        <section>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={`/child/${d.code}/entry/${d.entry}`}>
              {calledBy(d, d.code)}
            </a>
          </h2>
          <AnswerList type={caseSupervision} answers={d.answers} names={new Map()} />
        </section>
      ))}
    </>
  )
}

async function loadNote(ctx: Ctx<Db>) {
  const worker = await supervisee(ctx.tx, ctx.viewer, ctx.params.worker ?? '', ctx.today)
  if (!worker) return await notYours(ctx)
  return await noteOf(ctx, worker)
}

/** A supervision of somebody whom one supervises. */
export const notePage = page({
  path: '/supervision/:worker/:entry',
  permission: 'supervise',
  audit: 'the note of a supervision',
  load: loadNote,
  render: (note: Note, ctx: Ctx<Db>) => ({
    title: `Supervision of ${note.name}, ${longDay(note.held.on)}`,
    section: 'team',
    body: <NotePage note={note} back={`/supervision/${ctx.params.worker}`} ctx={ctx} />,
  }),
})

/** A supervision of one’s own. */
export const myNotePage = page({
  path: '/my-supervision/:entry',
  permission: 'my-work',
  audit: 'the note of one’s own supervision',
  load: (ctx: Ctx<Db>) => noteOf(ctx, ctx.viewer),
  render: (note: Note, ctx: Ctx<Db>) => ({
    title: `My supervision, ${longDay(note.held.on)}`,
    section: 'work',
    body: <NotePage note={note} back="/my-supervision" ctx={ctx} />,
  }),
})

const loadMine = async (ctx: Ctx<Db>) => found(await supervisionsOf(ctx.tx, ctx.viewer.id, ALL))

/** What was thought and agreed in one’s own supervision: the worker’s to read, and their supervisor’s. */
export const mySupervisionPage = page({
  path: '/my-supervision',
  permission: 'my-work',
  audit: 'one’s own supervision',
  load: loadMine,
  render: (history: DataOf<typeof loadMine>) => ({
    title: 'My supervision',
    section: 'work',
    body: (
      <>
        <Heading>My supervision</Heading>
        {history.length === 0 ? (
          <p class="govuk-body">
            No supervision of yours is recorded yet. Your manager records it when it is held.
          </p>
        ) : (
          <p class="govuk-body">
            You, your manager and the director can read these. What was decided for a child is on the child’s
            own file.
          </p>
        )}
        <HistoryList history={history} at="/my-supervision" />
      </>
    ),
  }),
})
