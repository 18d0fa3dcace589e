import { longDay } from '../../../domain/kernel/day.ts'
import { isLate } from '../../../domain/quality/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { readAgencies, readRounds } from '../../../store/queries/section-11.ts'
import { Button, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { roundHref } from './load.ts'

const load = async (ctx: Ctx<Db>) =>
  found({
    rounds: await readRounds(ctx.tx),
    agencies: (await readAgencies(ctx.tx)).filter(a => a.left === null),
  })
type Data = DataOf<typeof load>

/** Every round of section 11 audits. */
export const roundsPage = page({
  path: '/audits/section-11',
  permission: 'audit-read',
  audit: 'section 11 audits',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Section 11 audits',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/section-11">
        <h1 class="govuk-heading-l">Section 11 audits</h1>
        <p class="govuk-body">
          How agencies say they keep children safe (section 11 of the Children Act 2004), and how far others
          agree.
        </p>
        {ctx.can('audit-draw').allow && <Button href="/audits/section-11/new">Send out an audit</Button>}
        {data.rounds.length === 0 ? (
          <p class="govuk-body">None has been sent out yet.</p>
        ) : (
          <MojScrollablePane label="Rounds">
            <Table
              caption="Rounds"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={['Round', 'Sent out', 'Answer by', 'Finished', 'Late', 'State']}
              rows={data.rounds.map(r => {
                const own = data.agencies.filter(a => a.round === r.code)
                return [
                  <a class="govuk-link" href={roundHref(r)}>
                    {r.title}
                  </a>,
                  longDay(r.sent),
                  longDay(r.due),
                  `${own.filter(a => a.finished !== null).length} of ${own.length}`,
                  String(own.filter(a => isLate(a, r, ctx.today)).length),
                  r.closed === null ? 'Open' : 'Closed',
                ]
              })}
            />
          </MojScrollablePane>
        )}
      </AuditFrame>
    ),
  }),
})
