import { calledBy } from '../../../domain/casework/person.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { maySee, observationState } from '../../../domain/quality/observation.ts'
import { observationTool } from '../../../domain/quality/observations.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { openable } from '../../../store/queries/audit-openable.ts'
import { type ObservationFile, readObservations } from '../../../store/queries/observations.ts'
import { Button, MojScrollablePane, NotificationBanner, Table } from '../../../web/govuk/index.ts'
import { Paging } from '../../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { observationHref } from './load.ts'

const SIZE = 50

/** What waits for the viewer: to be written up, or to be answered. */
const waits = ({ o }: ObservationFile, me: string): boolean =>
  o.calledOff === null && (o.found ? o.observed === me && o.response === null : o.observer === me)

async function load(ctx: Ctx<Db>) {
  const mine = (await readObservations(ctx.tx)).filter(f => maySee(ctx.viewer, f.o))
  const sorted = mine.toSorted((a, b) => Number(waits(b, ctx.viewer.id)) - Number(waits(a, ctx.viewer.id)))
  const number = pageNumber(ctx.query)
  const shown = sorted.slice((number - 1) * SIZE, number * SIZE)
  return found({
    shown,
    number,
    pages: Math.max(1, Math.ceil(sorted.length / SIZE)),
    names: await namesOf(
      ctx.tx,
      shown.flatMap(f => [f.o.observer, f.o.observed]),
    ),
    children: await openable(
      ctx.tx,
      ctx.viewer,
      ctx.now,
      shown.flatMap(f => f.o.child ?? []),
    ),
  })
}
type Data = DataOf<typeof load>

function Whom({ f, data }: { f: ObservationFile; data: Data }) {
  if (f.o.child === null) return <span class="gt-quiet">No child</span>
  const child = data.children.get(f.o.child)
  return child ? (
    <span>{calledBy(child, child.code)}</span>
  ) : (
    <span class="gt-quiet">A file you may not open</span>
  )
}

/** Observations that concern the viewer: by them, of them, of their team; all of them for who arranges them. */
export const observationsPage = page({
  path: '/audits/observations',
  permission: 'audit',
  audit: 'observations of practice',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Observations of practice',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/observations">
        {ctx.query.done && (
          <NotificationBanner type="success">
            It is finished, and with who was observed. Where a child’s file was open to you, it is closed
            again.
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">Observations of practice</h1>
        <p class="govuk-body">
          Conferences, reviews, core groups, supervision and duty, seen by somebody without a part in them.{' '}
          <a class="govuk-link" href="/audits?tool=observed-conference">
            What observations find
          </a>
        </p>
        {ctx.can('audit-draw').allow && (
          <Button href="/audits/observation/new">Arrange an observation</Button>
        )}
        {data.shown.length === 0 ? (
          <p class="govuk-body">None is by you or of you.</p>
        ) : (
          <MojScrollablePane label="Observations">
            <Table
              caption="Observations"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={['Observation', 'Who is observed', 'Who observes', 'Child', 'Day', 'How it stands']}
              rows={data.shown.map(f => {
                const title = `${f.code}, ${observationTool(f.o.tool)?.title ?? f.o.tool}`
                const opens = f.o.child === null || data.children.has(f.o.child)
                return [
                  opens ? (
                    <a class="govuk-link" href={observationHref(f.code)}>
                      {title}
                    </a>
                  ) : (
                    title
                  ),
                  data.names.get(f.o.observed) ?? '',
                  data.names.get(f.o.observer) ?? '',
                  <Whom f={f} data={data} />,
                  longDay(f.o.found?.on ?? f.o.on),
                  waits(f, ctx.viewer.id) ? (
                    <strong>{f.o.found ? 'Waits for your answer' : observationState(f.o, ctx.today)}</strong>
                  ) : (
                    observationState(f.o, ctx.today)
                  ),
                ]
              })}
            />
          </MojScrollablePane>
        )}
        <Paging number={data.number} pages={data.pages} link={n => `/audits/observations?page=${n}`} />
      </AuditFrame>
    ),
  }),
})
