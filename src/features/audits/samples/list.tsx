import { longDay } from '../../../domain/kernel/day.ts'
import { auditTool } from '../../../domain/quality/tools.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { auditCounts } from '../../../store/queries/audit-counts.ts'
import { readSamples } from '../../../store/queries/audit-files.ts'
import { Button, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'

async function load(ctx: Ctx<Db>) {
  const samples = await readSamples(ctx.tx)
  return found({
    samples,
    counts: await auditCounts(ctx.tx),
    names: await namesOf(
      ctx.tx,
      samples.map(s => s.by),
    ),
  })
}

type Data = DataOf<typeof load>

/** Every sample that was drawn, the newest first. */
export const samplesPage = page({
  path: '/audits/samples',
  permission: 'audit-draw',
  audit: 'samples',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Samples',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/samples">
        <h1 class="govuk-heading-l">Samples</h1>
        <Button href="/audits/sample/new">Draw a sample</Button>
        {data.samples.length === 0 ? (
          <p class="govuk-body">None has been drawn yet.</p>
        ) : (
          <MojScrollablePane label="Samples">
            <Table
              caption="Samples, the newest first"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={[
                'Sample',
                'Audit',
                'Drawn',
                'By',
                { text: 'Files', numeric: true },
                { text: 'Finished', numeric: true },
              ]}
              rows={data.samples.map(s => [
                <a class="govuk-link" href={`/audits/sample/${s.code}`}>
                  {s.code}, {s.sample.title}
                </a>,
                auditTool(s.sample.tool)?.title ?? s.sample.tool,
                longDay(s.sample.on),
                data.names.get(s.by) ?? 'Somebody who has left',
                s.sample.drawn.length,
                data.counts.get(s.code) ?? 0,
              ])}
            />
          </MojScrollablePane>
        )}
      </AuditFrame>
    ),
  }),
})
